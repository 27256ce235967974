import FormModel
import Testing

/// What lint says of mistakes in effects, cases and duties.
@Suite struct DeclarationMistakeTests {
  /// The shipped declarations with one text of one file replaced.
  private static func mistakes(_ name: String, _ old: String, _ new: String) throws -> [String] {
    var isChanged = false
    let files = try Town.declarations().map { file in
      var text = String(decoding: file.bytes, as: UTF8.self)
      guard file.name == name, let range = text.range(of: old) else { return file }
      text.replaceSubrange(range, with: new)
      isChanged = true
      return SourceFile(name: name, bytes: Array(text.utf8))
    }
    #expect(isChanged)
    return FormLint.mistakes(in: files, schema: try Town.schema()).map { $0.code + " " + $0.message }
  }

  private static let letter = "bochum/rueckmeldung-sd.xml"
  private static let release = "bochum/schweigepflichtentbindung.xml"
  private static let process = "bochum/process.xml"

  @Test(arguments: [
    (
      letter, "any=\"kontaktstatus ergebnis\"", "any=\"kontaktstatuss\"",
      "FORM-AUSDRUCK Die Art von Angaben ›kontaktstatuss‹"
    ),
    (letter, "code=\"schritte\"", "code=\"schrit\"", "FORM-AUSDRUCK Die Art von Angaben ›schrit‹ gibt es nicht."),
    (
      letter, "<uses form=\"schweigepflichtentbindung\"", "<uses form=\"widerruf\"",
      "FORM-ABLEHNUNG Das Formular ›widerruf‹ erlaubt nichts."
    ),
    (letter, "refuse for=\"doubled\"", "refuse for=\"absent\"", "FORM-DOPPELT Der Grund ›absent‹ steht hier zweimal."),
    (
      letter, "allowed('ergebnis')", "allowed('ergebniss')",
      "FORM-AUSDRUCK Die Art von Angaben ›ergebniss‹ gibt es nicht."
    ),
    (letter, "granted('missing')", "granted('fehlt')", "FORM-AUSDRUCK Die Auskunft ›fehlt‹ gibt es nicht."),
    (
      release, "<signer of=\"mutter\" label=\"Mutter\"/>", "<signer of=\"muter\" label=\"Mutter\"/>",
      "FORM-AUSDRUCK Die Rolle ›muter‹ gibt es nicht."
    ),
    (
      release, "each=\"erklaerende\" name", "each=\"erklaerender\" name",
      "FORM-AUSDRUCK Das Feld ›erklaerender‹ gibt es in"
    ),
    (process, "form=\"kwg-eingang\"", "form=\"kwg-einang\"", "FORM-PFLICHT Das Formular ›kwg-einang‹ gibt es nicht."),
    (
      process, "done=\"filled(zustimmung_kontaktweitergabe)\"", "done=\"false()\"",
      "FORM-PFLICHT Die Pflicht ›PR-2‹ wird nie erfüllt"
    ),
    (
      process, "id=\"PR-2\" case=\"familie\"", "id=\"PR-2\" case=\"familien\"",
      "FORM-PFLICHT Die Art von Vorgang ›familien‹ gibt es nicht."
    ),
    (process, "id=\"PR-2\"", "id=\"PR-1\"", "FORM-DOPPELT Die Pflicht ›PR-1‹ gibt es schon."),
    (process, "number=\"vorgang\"", "number=\"fall\"", "FORM-PFLICHT Die Nummer eines Vorgangs ›fall‹ gibt es nicht."),
    (
      process, "case-day('ended') != ''\" done", "case-day('ende') != ''\" done",
      "FORM-AUSDRUCK Der Tag eines Vorgangs ›ende‹ gibt es nicht."
    ),
  ])
  func `A mistake is named with what was meant`(_ file: String, _ old: String, _ new: String, _ expected: String) throws
  {
    let mistakes = try Self.mistakes(file, old, new)
    #expect(mistakes.contains { $0.hasPrefix(expected) }, "\(mistakes)")
  }
}
