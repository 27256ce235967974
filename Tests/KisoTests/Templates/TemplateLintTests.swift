import Testing

/// `kiso lint` on templates that would print something false: each input once as it was met, and varied.
struct TemplateLintTests {
  private func codes(_ template: String) throws -> [String] {
    let run = try OneFormTown(template: template).lint()
    return run.errors.split(separator: "\n").map { line in
      String(line.split(separator: "[").last?.dropLast() ?? "")
    }
  }

  private static let sound = "<text:p>«tag» «ort» «list(worte)» «leitung» «list(posten)»</text:p>"

  @Test(arguments: [
    ("<text:p>«wenn draussen»x«ende»</text:p>", "VORLAGE-BEDINGUNG"),
    ("<text:p>«kasten draussen»</text:p>", "VORLAGE-BEDINGUNG"),
    ("<text:p>«wenn filled(ort) and draussen»x«ende»</text:p>", "VORLAGE-BEDINGUNG"),
    ("<text:p>«wenn farbe = 'rot' or 'gruen'»x«ende»</text:p>", "VORLAGE-BEDINGUNG"),
    ("<text:p>«für posten[was]»«was»«ende»</text:p>", "VORLAGE-BEDINGUNG"),
    ("<text:p>«für options('farbe')»«kasten @selected» «@label»«ende»</text:p>", "VORLAGE-BEDINGUNG"),
    ("<text:p>«wenn tag &lt; bis»x«ende»</text:p>", "VORLAGE-VERGLEICH"),
    ("<text:p>«wenn tag = '1.9.2025'»x«ende»</text:p>", "VORLAGE-VERGLEICH"),
    ("<text:p>«wenn kosten = '1,5'»x«ende»</text:p>", "VORLAGE-VERGLEICH"),
    ("<text:p>«wenn farbe = 'blau'»x«ende»</text:p>", "VORLAGE-FELD"),
    ("<text:p>«worte»</text:p>", "VORLAGE-MEHRERE"), ("<text:p>«farben»</text:p>", "VORLAGE-MEHRERE"),
    ("<text:p>«posten/was»</text:p>", "VORLAGE-MEHRERE"), ("<text:p>«datum(ort)»</text:p>", "VORLAGE-RECHNUNG"),
    ("<text:p>«sum(posten/was)»</text:p>", "VORLAGE-RECHNUNG"),
    ("<text:p>«concat('am ', tag)»</text:p>", "VORLAGE-ANZEIGE"),
    ("<text:p>«filled(ort)»</text:p>", "VORLAGE-ERGEBNIS"),
    ("<text:p>«für filled(ort)»x«ende»</text:p>", "VORLAGE-ERGEBNIS"),
    ("<text:p>Am &lt;tag&gt;</text:p>", "VORLAGE-WOERTLICH"),
    ("<text:p>«notice('folgen')»</text:p>", "VORLAGE-FELD"),
    ("<text:p>Immer «wenn filled(ort)»</text:p><text:p>x</text:p><text:p>«ende»</text:p>", "VORLAGE-DANEBEN"),
  ])
  func `A page that would be false is refused`(_ template: String, _ code: String) throws {
    #expect(try codes(Self.sound + template).filter { $0 != "VORLAGE-FEHLENDES-FELD" } == [code])
  }

  @Test func `Two templates of one form, and one without marks, are refused`() throws {
    let town = try OneFormTown(template: Self.sound)
    try town.write(template: Self.sound, as: "fest.ott")
    let run = try town.lint()
    #expect(
      run.status == 2 && run.errors.contains("Templates/fest/fest.ott:1:") && run.errors.contains("VORLAGE-DOPPELT"))
    #expect(try codes("<text:p>Nur Text</text:p>") == ["VORLAGE-OHNE-MARKEN"])
  }

  @Test func `Fields that nobody would see are named`() throws {
    let run = try OneFormTown(
      template: "<text:p>«tag»«ort»«leitung»«list(posten)»«gaeste»«kasten draussen = 'ja'»</text:p>"
    ).lint()
    #expect(run.errors.contains("›bis‹, ›worte‹, ›zelt‹, ›farbe‹, ›farben‹"), "\(run.errors)")
    #expect(run.status == 1)
  }

  @Test func `A town's form with days as texts, sums of words, a circle, a reserved id or no period is refused`() throws
  {
    let changes = [
      (
        "id=\"bis\" type=\"day\" label=\"Bis\"/>",
        "id=\"bis\" type=\"day\" label=\"Bis\"><rule id=\"E-F-01\" strength=\"error\" test=\". &gt;= ../tag\"><message>Nein.</message></rule></field>",
        "FORM-VERGLEICH"
      ),
      ("sum(posten/preis)", "sum(posten/was)", "FORM-RECHNUNG"), ("sum(posten/preis)", "summe + 1", "FORM-KREIS"),
      ("id=\"ort\"", "id=\"form\"", "FORM-ID"), ("</form>", "<filing day=\"tag\"/></form>", "FORM-FRIST"),
      ("relevant=\"draussen = 'ja'\"", "relevant=\"draussen\"", "FORM-BEDINGUNG"),
      (
        "id=\"farben\" type=\"choices\" list=\"farbe\" label=\"Farben\"/>",
        "id=\"farben\" type=\"choices\" list=\"farbe\" label=\"Farben\"><rule id=\"E-F-02\" strength=\"error\" test=\"filled(.) or not(../kosten &gt; 0)\"><message>Nein.</message></rule></field>",
        "FORM-NIE"
      ),
    ]
    for (old, new, code) in changes {
      let run = try OneFormTown(form: OneFormTown.form.replacing(old, with: new), template: Self.sound).lint()
      #expect(
        run.status == 2 && run.errors.contains("[\(code)]") && run.errors.contains("Forms/fest/fest.xml:"),
        "\(code): \(run.errors)")
    }
  }
}
