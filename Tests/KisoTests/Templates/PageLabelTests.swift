import Testing

/// Labels and answers stand once, in the form: what changes there changes on the page.
struct PageLabelTests {
  private static let template = """
    <text:p>«beschriftung ort»</text:p><text:p>«ort»</text:p><text:p>«auswahl farbe»</text:p>\
    <text:p>«auswahl farben untereinander»</text:p><text:p>«auswahl draussen»</text:p>\
    <text:p>«für posten»«beschriftung was» «was»; «ende»</text:p><text:p>«beschriftung posten/preis»</text:p>\
    <text:p>«wenn ausgefüllt(tag) und nicht(ort = 'Hof' oder beginnt-mit(ort, 'X'))»nie«ende»«datum(tag)»</text:p>
    """
  private static let record = """
    {"form": "fest", "version": "1", "tag": "2025-11-01", "ort": "Hof", "farbe": "gruen", "farben": ["rot", "gruen"],
    "draussen": "nein", "posten": [{"was": "Brot"}, {"was": "Saft"}]}
    """

  @Test func `A page takes its labels and answers from the form`() throws {
    let page = try OneFormTown(template: Self.template).page(of: Self.record)
    #expect(
      page
        == """
        Ort
        Hof
        grün & hell
        ☒ rot
        ☒ grün & hell
        nein
        Was Brot; Was Saft;
        Preis
        01.11.2025

        """.replacing("☐ ", with: "☐\u{A0}").replacing("☒ ", with: "☒\u{A0}").replacing("  ", with: "\u{2002} ")
        .replacing("\n☒\u{A0}rot\n☒\u{A0}grün", with: "\n☒\trot\n☒\tgrün"))
  }

  @Test(arguments: [
    ("label=\"Ort\"", "label=\"Wo es ist\"", "Wo es ist\nHof"),
    ("label=\"Ort\"", "label=\"Ort\" page=\"Platz\"", "Platz\nHof"),
    ("label=\"Was\"", "label=\"Ware\"", "Ware Brot; Ware Saft"),
  ])
  func `A label that is changed in the form is changed on the page`(_ old: String, _ new: String, _ says: String) throws
  {
    let form = OneFormTown.form.replacing(old, with: new)
    let town = try OneFormTown(form: form, template: Self.template)
    #expect(try town.page(of: Self.record).contains(says))
  }

  @Test(arguments: [
    ("<text:p>«beschriftung orrt»</text:p>", "VORLAGE-FELD", "Meinten Sie ›ort‹?"),
    ("<text:p>«auswahl ort»</text:p>", "VORLAGE-FELD", "›ort‹ ist kein Feld mit einer Auswahl"),
    ("<text:p>Farben: «auswahl farben untereinander»</text:p>", "VORLAGE-FELD", "einen Absatz für sich allein"),
    ("<text:p>Stadt</text:p><text:p>«ort»</text:p>", "VORLAGE-BESCHRIFTUNG", "im Formular heißt das Feld „Ort“"),
    ("<text:p>Ortsteil</text:p><text:p>«ort»</text:p>", "VORLAGE-BESCHRIFTUNG", "im Formular heißt das Feld „Ort“"),
    ("<text:p>«wenn ausgefült(ort)»x«ende»</text:p>", "VORLAGE-FUNKTION", "Meinten Sie ›ausgefüllt‹?"),
  ])
  func `What is no field, no choice, or another word than in the form is told`(
    _ template: String, _ code: String, _ says: String
  ) throws {
    let run = try OneFormTown(template: Self.template + template).lint()
    let told = run.errors.split(separator: "\n").filter { !$0.contains("VORLAGE-FEHLENDES-FELD") }
    #expect(told.count == 1 && told[0].contains("[\(code)]") && told[0].contains(says), "\(run.errors)")
  }

  @Test(arguments: ["Ort", "Ort – möglichst genau", "Ort:"])
  func `The form's own word above a value is right`(_ caption: String) throws {
    let run = try OneFormTown(template: Self.template + "<text:p>\(caption)</text:p><text:p>«ort»</text:p>").lint()
    #expect(!run.errors.contains("VORLAGE-BESCHRIFTUNG"), "\(run.errors)")
  }
}
