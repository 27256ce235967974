import FormModel
import Proofs
import Testing

/// Random edits with a fixed seed: nothing crashes, and the same input gives the same result.
@Suite struct RandomEditTests {
  static let words = [
    "", " ", "ja", "nein", "unbekannt", "2025-10-08", "31.02.2025", "9999-12-31", "0001-01-01",
    "ET 03.02.2026", "ca. 2017",
    "24:00", "09:15", "-1", "0", "601", "99999999999999999999", "1e9", "nan", "anonym_institution",
    "namentlich", "beendet",
    "kontaktabbruch", "sd", "kjpd", "angehoerige", "kindeswohl", "45127", "0171 3920012", "a@b.de",
    "\u{0}\u{1}\u{FFFE}",
    "İ\u{307}", "Олександра", "{.}", "' or '1'='1", "]]>", "\u{202E}rechts", "👨‍👩‍👧",
    String(repeating: "x", count: 5000),
  ]

  private func edits(_ random: inout Dice, paths: [String]) -> [String] {
    (0..<Int.random(in: 1...12, using: &random)).map { _ in
      var path = paths.randomElement(using: &random) ?? ""
      if Int.random(in: 0..<4, using: &random) == 0 { path = path.replacing("[1]", with: "[2]") }
      if Int.random(in: 0..<9, using: &random) == 0 { path = String(path.prefix { $0 != "/" }) }
      if Int.random(in: 0..<9, using: &random) == 0 { path += "?" }
      return path + "=" + (Self.words.randomElement(using: &random) ?? "")
    }
  }

  @Test(arguments: [Sample.named, .anonymous, .ended])
  func `Whatever is filled in, evaluation ends and says the same twice`(_ sample: Sample) throws {
    let library = try Repository.fullLibrary()
    let form = try Repository.note(in: library)
    let paths = DeclaredRules(form).fields.map(\.path)
    var random = Dice(seed: 20_251_120)
    for _ in 0..<60 {
      let edits = edits(&random, paths: paths)
      let other = try sample.raw().edited(self.edits(&random, paths: paths))
      let first = try Checked(sample, edits, library: library, others: [other])
      let second = try Checked(sample, edits, library: library, others: [other])
      #expect(first.findings == second.findings, "\(edits)")
      #expect(first.evaluated.record.xml() == second.evaluated.record.xml(), "\(edits)")
      #expect(first.evaluated.shown.json(form: form) == second.evaluated.shown.json(form: form), "\(edits)")
      #expect(first.findings.allSatisfy { !$0.message.isEmpty && !$0.german.contains("NaN") }, "\(edits)")
      // What is stored can be read again, whatever it is.
      for bytes in [first.record.xml(), first.record.json(form: form)] {
        #expect(throws: Never.self, "\(edits)") { try Checked(try RecordReader.raw(bytes), library: library) }
      }
    }
  }

  @Test func `Evaluating a second time what was evaluated changes nothing`() throws {
    let form = try Repository.note(in: Repository.library())
    let paths = DeclaredRules(form).fields.map(\.path)
    var random = Dice(seed: 7)
    for _ in 0..<60 {
      let edits = edits(&random, paths: paths)
      let once = try Checked(.named, edits)
      let twice = try Checked(try RecordReader.raw(once.evaluated.record.json(form: form)))
      #expect(twice.evaluated.record == once.evaluated.record, "\(edits)")
    }
  }
}
