import Files
import Testing

/// Papers of families in two languages: everything stands in both, before anybody signs.
struct LanguageTests {
  static let languages = ["en", "tr", "uk", "ar", "ro", "bg", "pl", "ru", "fa", "kmr"]
  static let forms = ["schweigepflichtentbindung", "widerruf", "datenschutzinfo"]

  /// The translations of a language by their German wording.
  private func texts(_ language: String) throws -> [String: String] {
    let file = String(decoding: try Repository.bytes("Forms/bochum/languages/\(language).xml"), as: UTF8.self)
    var found: [String: String] = [:]
    for match in file.matches(of: /<text of="([^"]*)">(.*)<\/text>/) { found[String(match.1)] = String(match.2) }
    return found
  }

  private func blank(_ form: String, _ language: String) throws -> Run {
    try Kiso.runOnDay(["render", "--blank", form, "--language", language])
  }

  @Test(arguments: languages)
  func aBlankReleaseStandsInBothLanguagesBeforeTheSignature(_ language: String) throws {
    let run = try blank("schweigepflichtentbindung", language)
    #expect(run.status == 0 && run.errors == "")
    let page = try visibleText(run.bytes)
    let texts = try texts(language)
    let line = try #require(page.range(of: "Unterschrift Sprachmittlung")?.lowerBound)
    for german in [
      "Verbindlich ist der deutsche Text.", "Wer darf sprechen?", "Worüber nicht?", "Mutter", "in beide Richtungen",
      "Gesundheit des Kindes", "wiederholt", "Sie entscheiden frei. Sie müssen nicht unterschreiben.",
      "Ich willige ein, dass die angekreuzten Angaben für den genannten Zweck weitergegeben und dort dafür verwendet werden.",
      "Die Übersetzung ist noch nicht von einer vereidigten Person geprüft. Bitte fragen Sie nach, wenn etwas unklar ist.",
    ] {
      let translated = try #require(texts[german], "\(german)")
      let place = page.range(of: translated)?.lowerBound
      #expect(place.map { $0 < line } == true, "\(german)")
      #expect(page.contains(german))
    }
  }

  @Test(arguments: forms, languages)
  func everyPaperOfFamiliesIsThereInEveryLanguage(_ form: String, _ language: String) throws {
    let run = try blank(form, language)
    #expect(run.status == 0)
    let page = try visibleText(run.bytes)
    let binding = try #require(texts(language)["Verbindlich ist der deutsche Text."])
    #expect(page.contains("Verbindlich ist der deutsche Text.") && page.contains(binding))
    // Nothing of it is left in German where the other language should stand.
    let styles = try Package(run.bytes).text("styles.xml")
    let isRightToLeft = ["ar", "fa"].contains(language)
    #expect(styles.contains("style:writing-mode=\"rl-tb\"") == isRightToLeft)
    let code = language == "kmr" ? "ku" : language
    #expect(styles.contains((isRightToLeft ? "style:language-complex" : "fo:language") + "=\"\(code)\""))
  }

  @Test func aPaperInGermanHasNothingOfAnotherLanguage() throws {
    for form in Self.forms {
      let page = try #require(Pages.named("blanko-" + form))
      #expect(try !visibleText(page.document).contains("Verbindlich ist"))
      #expect(try !Package(page.document).text("styles.xml").contains("rl-tb"))
    }
  }

  @Test func aLanguageThatThereIsNotIsRefusedWithThoseThatThereAre() throws {
    let unknown = try blank("widerruf", "nl")
    #expect(unknown.status == 64 && unknown.errors.contains("en, tr, uk, ar"))
    let none = try blank("kooperation", "tr")
    #expect(none.status == 64 && none.errors.contains("nur auf Deutsch"))
    let record = Repository.path("Examples/widerruf-ganz.json")
    let notBlank = try Kiso.runOnDay(["render", record, "--language", "tr"])
    #expect(notBlank.status == 64 && notBlank.errors.contains("--blank"))
  }

  @Test func aTextThatALanguageLacksIsFound() throws {
    let scratch = try Scratch()
    try Repository.copy(["Forms", "Templates"], to: scratch.path)
    let home = ["KISO_HOME": scratch.path]
    #expect(try Kiso.run(["lint"], environment: home).status == 0)
    let path = "Forms/bochum/languages/tr.xml"
    let whole = String(decoding: try scratch.bytes(path), as: UTF8.self)
    let without = whole.replacing(#/  <text of="Mutter">.*\n/#, with: "")
    #expect(without != whole)
    try AtomicFile.write(Array(without.utf8), to: scratch.path(path))
    let lacking = try Kiso.run(["lint"], environment: home)
    #expect(lacking.status != 0 && (lacking.errors + lacking.output).contains("Auf Türkisch fehlt „Mutter“"))
    try AtomicFile.write(Array(whole.replacing("anne<", with: "<").utf8), to: scratch.path(path))
    let empty = try Kiso.run(["lint"], environment: home)
    #expect(empty.status != 0 && (empty.errors + empty.output).contains("SPRACHE-LEER"))
  }

  @Test func aTranslationGoesWithItsGermanWording() throws {
    let scratch = try Scratch()
    try Repository.copy(["Forms", "Templates"], to: scratch.path)
    let path = "Forms/bochum/schweigepflichtentbindung.xml"
    let form = String(decoding: try scratch.bytes(path), as: UTF8.self)
    let changed = form.replacing(
      "Sie entscheiden frei. Sie müssen nicht", with: "Sie entscheiden selbst. Sie müssen nicht")
    try AtomicFile.write(Array(changed.utf8), to: scratch.path(path))
    let run = try Kiso.run(["lint"], environment: ["KISO_HOME": scratch.path])
    let said = run.errors + run.output
    #expect(run.status != 0)
    for language in Self.languages { #expect(said.contains("languages/\(language).xml:3:"), "\(language)") }
    #expect(said.contains("[SPRACHE-FEHLT]") && said.contains("[SPRACHE-UNBENUTZT]"))
  }
}
