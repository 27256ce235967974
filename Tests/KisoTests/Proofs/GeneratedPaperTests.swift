import FormModel
import Paperwork
import Testing
import Workers

@testable import Proofs

/// Papers made by chance from the declarations keep every promise; `Scripts/prove` makes many more of them.
struct GeneratedPaperTests {
  static let forms = (try? Catalogue(home: Repository.root).formIDs()) ?? []
  private static let town = Result {
    try ProvenTown(home: Repository.root, municipality: "bochum", day: Repository.day)
  }

  private func run(_ form: String, seed: UInt64 = 20_251_120) throws -> RecordRun {
    let town = try Self.town.get()
    return RecordRun(try #require(town.library.forms[form]), in: town, seed: seed, breakages: 3)
  }

  @Test(arguments: forms)
  func `Made papers are finished, filled in, read back and refused as they must be`(_ form: String) throws {
    let report = try run(form).run(0..<3, .onAllCores)
    #expect(report.failures.map { "\($0.number) \($0.failure.claim.rawValue): \($0.failure.detail)" } == [])
    #expect(report.valid * 100 >= report.tried * 95, "\(report.unmendable)")
    #expect(report.broken >= report.valid)
    let complaints = try FormProof.complaints(about: try run(form).form, in: Self.town.get())
    #expect(complaints == [])
  }

  @Test func `The same seed makes the same papers, and another seed others`() throws {
    let (town, form) = (try Self.town.get(), try run("gespraechsnotiz").form)
    let first = try GeneratedPaper(3, of: 1, form: form, in: town)
    #expect(try GeneratedPaper(3, of: 1, form: form, in: town).record == first.record)
    #expect(try GeneratedPaper(3, of: 2, form: form, in: town).record != first.record)
    #expect(try GeneratedPaper(4, of: 1, form: form, in: town).record != first.record)
  }

  /// Each claim about pages notices a file that is not of its record, or of another person's sheet.
  @Test func `The file of another record or sheet is told from one's own`() throws {
    let (town, form) = (try Self.town.get(), try run("schweigepflichtentbindung").form)
    let record = try Repository.record(
      Array(try Repository.text("Examples/schweigepflichtentbindung-zwei-blaetter.json").utf8))
    var paper = try GeneratedPaper(0, of: 1, form: form, in: town)
    (paper.record, paper.companions) = (record, [])
    let sheets = try town.sheets(of: paper)
    try #require(sheets.count == 2)
    var proof = try RecordProof(form, in: town)
    let first = try town.evaluate(record, among: [])
    // The same file beside a record with another purpose and another answer.
    var changed = record
    changed.root.set("zweck", [.value("Ein ganz anderer Zweck als der, der dort steht")])
    let answer = town.library.lists["richtung"]?.codes.first { $0.id != record.root.value("richtung") }
    changed.root.set("richtung", [.value(try #require(answer).id)])
    let wrong = MadeSheet(
      shown: try town.evaluate(changed, among: [], sheet: 1), final: sheets[1].final, fillable: sheets[1].fillable)
    for (sheet, isWrong) in [(sheets[1], false), (wrong, true)] {
      let parts = PaperParts(sheet.final)
      #expect(proof.readsBack(sheet, sheet.final).isEmpty != isWrong)
      #expect(proof.ticks(sheet, parts).isEmpty != isWrong)
      #expect(proof.text(sheet, sheet.final, parts).isEmpty != isWrong)
    }
    // The first sheet hides where the second person lives, and her file tells it.
    let other = MadeSheet(shown: sheets[0].shown, final: sheets[1].final, fillable: sheets[1].fillable)
    #expect(proof.hidden(other, of: first, PaperParts(other.final)).map(\.detail).contains { $0.contains("Musterweg") })
    #expect(proof.hidden(sheets[0], of: first, PaperParts(sheets[0].final)) == [])
  }

  @Test func `A record broken in one place that is not told, or told elsewhere, is noticed`() throws {
    let (town, form) = (try Self.town.get(), try run("kooperation").form)
    let paper = try GeneratedPaper(0, of: 1, form: form, in: town)
    var dice = Dice(seed: 1)
    let proof = BreakageProof(form, in: town)
    let broken = try #require(try proof.breakages(of: paper, 9, &dice).first { $0.kind == .missing })
    #expect(try proof.failures(of: broken, from: paper) == [])
    let unharmed = BrokenPaper(
      kind: broken.kind, record: paper.record, id: broken.id, path: broken.path, strength: broken.strength,
      name: broken.name)
    #expect(try proof.failures(of: unharmed, from: paper).map(\.claim) == [.finding])
    let elsewhere = BrokenPaper(
      kind: broken.kind, record: broken.record, id: broken.id, path: "anderswo", strength: broken.strength, name: "x")
    #expect(try proof.failures(of: elsewhere, from: paper).map(\.claim).contains(.finding))
  }

  @Test func `A failing paper is shrunk to what makes it fail`() throws {
    let (town, form) = (try Self.town.get(), try run("gespraechsnotiz").form)
    let paper = try GeneratedPaper(1, of: 7, form: form, in: town)
    let all = paper.record.leaves
    let one = try #require(all.first { $0.value.count > 14 })
    let small = Shrinker.shrink(paper, form: form) { candidate in
      candidate.record.leaves.contains { $0.path == one.path && $0.value.contains(one.value.prefix(5)) }
    }
    #expect(small.record.leaves.count == 1 && all.count > 10)
    #expect(small.record.leaves[0].value.count <= 14)
  }
}
