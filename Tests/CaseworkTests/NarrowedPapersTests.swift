import Synchronization
import Testing

@testable import Casework
@testable import FormModel

/// A letter that reads only the revocations that may be about its release is judged as if it had read all of them.
@Suite struct NarrowedPapersTests {
  /// Papers of which it is kept what the sheets of their case are about.
  private final class Narrowed: Papers {
    let all: KnownPapers
    let outlook: Outlook?
    let day: Day
    /// The sheets that nobody had to read.
    let left = Mutex<Set<PaperKey>>([])

    init(_ records: [Record], _ library: FormLibrary, on day: Day) throws {
      all = KnownPapers(records, library: library)
      outlook = try CaseReader(all, library: library, day: day).outlook(of: "KSA-5-2025-0031")
      self.day = day
    }

    func keys(inCase number: String) -> [PaperKey] { all.keys(inCase: number) }
    func keys(ofForm form: String) -> [PaperKey] { all.keys(ofForm: form) }
    func keys(ofForm form: String, holding value: String, at path: String) -> [PaperKey] {
      all.keys(ofForm: form, holding: value, at: path)
    }
    func record(_ key: PaperKey) -> Record? { all.record(key) }
    func keys(ofForm form: String, takingBackFrom number: String) -> [PaperKey] {
      keys(ofForm: form).filter { key in
        guard let outlook, let place = keys(inCase: "KSA-5-2025-0031").firstIndex(of: key) else { return true }
        if outlook.mayTakeBack(fromRelease: number, paperAt: place, on: day) { return true }
        left.withLock { _ = $0.insert(key) }
        return false
      }
    }
  }

  private static let sheets = [
    "ganz", "ganz-danach", "kontaktstatus", "nr1", "name-ungenau", "ohne-nummer", "ohne-nummer-teil", "zweite",
    "unbekannt",
  ]

  /// Pairs of sheets, one of them by the mother or a stranger.
  private static let pairs: [[String]] = {
    var pairs: [[String]] = []
    for person in ["M", "S"] {
      for sheet in sheets {
        let one = person + "-" + sheet
        pairs += [[one, "M-zweite"], ["V-zweite", one]]
      }
    }
    return pairs
  }()

  @Test(arguments: ["2025-11-20", "2025-11-25"]) func `The verdicts are the same`(_ iso: String) throws {
    let library = try Town.library()
    let day = try Town.day(iso)
    var (differences, left, refused): ([String], Int, Int) = ([], 0, 0)
    for (index, pair) in Self.pairs.enumerated() {
      let signers = ["MV", "M-unsigned-V"][index % 2]
      let row = "gemeinsam\t\(signers)\t\(pair.joined(separator: "+"))\trsd-kontakt\terlaubt"
      let verdict = try #require(Verdict(row[...]))
      let (letter, papers) = (try verdict.letter(), try verdict.papers())
      guard let form = library.forms[letter.form] else { throw NoSuch(what: letter.form) }
      let source = try Narrowed(papers, library, on: day)
      let (narrowed, all): (EvaluatedRecord, EvaluatedRecord) = try (
        EvaluatedRecord(
          letter, form: form, library: library, among: OtherPapers(source, library: library, day: day), day: day),
        EvaluatedRecord(
          letter, form: form, library: library, among: OtherPapers(source.all, library: library, day: day), day: day)
      )
      if narrowed.findings != all.findings { differences.append(row) }
      left += source.left.withLock { $0.count }
      if all.findings.contains(where: { $0.strength == .error }) { refused += 1 }
    }
    #expect(differences == [])
    // Some were left out, and some verdicts hang on those that were not.
    #expect(left > 10 && refused > 10 && refused < Self.pairs.count, "\(left) \(refused) of \(Self.pairs.count)")
  }

  @Test func `A sheet that may mean any release is read for each`() throws {
    let library = try Town.library()
    let day = try Town.day("2025-11-25")
    for sheet in ["M-ohne-nummer", "M-unbekannt", "S-zweite", "S-ganz"] {
      let verdict = try #require(Verdict("gemeinsam\tMV\t\(sheet)\trsd-kontakt\terlaubt"))
      let source = try Narrowed(verdict.papers(), library, on: day)
      #expect(source.keys(ofForm: "widerruf", takingBackFrom: "KSA-5-2025-0031-SPE-77").count == 1, "\(sheet)")
    }
    let clear = try #require(Verdict("gemeinsam\tMV\tM-zweite\trsd-kontakt\terlaubt"))
    let source = try Narrowed(clear.papers(), library, on: day)
    #expect(source.keys(ofForm: "widerruf", takingBackFrom: "KSA-5-2025-0031-SPE-01").isEmpty)
    #expect(source.keys(ofForm: "widerruf", takingBackFrom: "KSA-5-2025-0031-SPE-02").count == 1)
  }
}
