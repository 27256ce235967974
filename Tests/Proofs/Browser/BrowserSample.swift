package import FormModel

/// A record made by chance with what the program says about it, for holding the page in the browser against both.
///
/// Every third one is sound, every third as it was drafted, with much that is wrong, every third broken in one place.
package struct BrowserSample {
  private let form: FormDefinition
  private let record: Record
  private let findings: [Finding]
  private let given: Record
  private let findingsWithDefaults: [Finding]

  /// Makes the sample with a number among those of a seed; it stands alone, without other papers.
  package init(_ number: Int, of seed: UInt64, form: FormDefinition, in town: ProvenTown) throws {
    self.form = form
    let written = try Self.record(number, of: seed, form: form, in: town)
    // What the page opens is a file, so the program reads one as well.
    var reader = RecordReader(library: town.library, day: town.day)
    let (read, said) = try reader.record(from: RecordReader.raw(written.xml()))
    record = written
    findings =
      said + (try EvaluatedRecord(read, form: form, library: town.library, day: town.day)).findings
    let filled = try EvaluatedRecord(read, form: form, library: town.library, day: town.day, withDefaults: true)
    given = filled.given
    findingsWithDefaults = said + filled.findings
  }

  private static func record(
    _ number: Int, of seed: UInt64, form: FormDefinition, in town: ProvenTown
  ) throws -> Record {
    var dice = Dice.sample(number, of: seed)
    if number % 3 == 1 {
      let maker = RecordMaker(ValueMaker(library: town.library, day: town.day), &dice)
      return Record(form: form.id, version: form.version, root: maker.group(form.items, &dice))
    }
    let paper = try GeneratedPaper(number, of: seed, form: form, in: town)
    guard number % 3 == 2 else { return paper.record }
    let broken = try BreakageProof(form, in: town).breakages(of: paper, 12, &dice)
    return broken.randomElement(using: &dice)?.record ?? paper.record
  }

  /// The sample as one line of JSON.
  package var line: String {
    var bytes = Array("{".utf8)
    func member(_ name: String, _ value: String) {
      if bytes.count > 1 { bytes += Array(",".utf8) }
      JSONText.append(name, to: &bytes)
      bytes += Array(":".utf8)
      JSONText.append(value, to: &bytes)
    }
    member("form", form.id)
    member("xml", String(decoding: record.xml(), as: UTF8.self))
    member("findings", Self.text(findings))
    member("given", String(decoding: given.xml(), as: UTF8.self))
    member("findingsWithDefaults", Self.text(findingsWithDefaults))
    return String(decoding: bytes + Array("}".utf8), as: UTF8.self)
  }

  /// Findings as text, one a line: what a person would see of them, but for lines of files, which a browser does not tell.
  private static func text(_ findings: [Finding]) -> String {
    findings.map { finding in
      [finding.id, finding.strength.rawValue, finding.path, finding.place, finding.message, finding.remedy]
        .map { $0.replacing("\n", with: " ").replacing(/\ \(Zeile [0-9]+\)/, with: "") }.joined(separator: " | ")
    }.joined(separator: "\n")
  }
}
