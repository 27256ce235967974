import FormModel
import Testing

/// The schedule leaves nothing without a date: lint follows each class to something that surely happened.
@Suite struct RetentionLintTests {
  private static func mistakes(_ old: String, _ new: String) throws -> [String] {
    let files = try Repository.declarations().map {
      $0.name == "bochum/retention.xml" ? $0.replacing(old, with: new) : $0
    }
    let sound = try Repository.declarations()
    #expect(files != sound, "\(old)")
    return FormLint.mistakes(in: files, schema: try Repository.schema()).map { "\($0.code) \($0.message)" }
  }

  private static let broken: [(old: String, new: String, says: String)] = [
    ("otherwise=\"D1b D7 D1c\"", "otherwise=\"D1b D7\"", "›D1‹ kann ohne Tag bleiben"),
    ("kind=\"kopien\" otherwise=\"D2b\"", "kind=\"kopien\"", "›D2‹ kann ohne Tag bleiben"),
    ("kind=\"anfrage\" otherwise=\"D7b\"", "kind=\"anfrage\" otherwise=\"D7c\"", "›D7c‹ gibt es nicht"),
    ("start=\"quarter-end(datum)\"", "start=\"quarter-end(letzter_kontakt_am)\"", "›D6‹ kann ohne Tag bleiben"),
    (
      "start=\"if(filled(beendet_am), beendet_am, datum)\"", "start=\"if(filled(datum), beendet_am, datum)\"",
      "›D5‹ kann"
    ),
    (" settle=\"kein Kontakt seit dem {start}. Bitte klären und beenden (kontaktabbruch).\"", "", "was zu klären ist"),
    ("reopens=\"true\"", "reopens=\"false\"", "reopens="),
    ("period=\"P70Y\" action=\"offer\" then=\"P6M\"", "period=\"P70Y\" action=\"offer\"", "›then‹"),
  ]

  @Test(arguments: broken)
  func `A class that may stay without a date is a mistake`(_ broken: (old: String, new: String, says: String)) throws {
    let mistakes = try Self.mistakes(broken.old, broken.new)
    #expect(mistakes.count == 1 && mistakes[0].hasPrefix("FORM-FRIST"), "\(mistakes)")
    #expect(mistakes.first?.contains(broken.says) == true, "\(mistakes)")
  }
}
