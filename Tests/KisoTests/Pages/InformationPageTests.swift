import Testing

/// Everything that articles 13 and 14 DSGVO want a family to be told when its data are collected stands on the sheet.
struct InformationPageTests {
  @Test(arguments: [
    ("who is responsible", "Stadt Bochum, Jugendamt, 44777 Bochum, Telefon 0234 910-0000, jugendamt@bochum.de"),
    (
      "the data protection officer",
      "behördliche Datenschutzbeauftragte, 44777 Bochum, Telefon 0234 910-0000, datenschutz@bochum.de"
    ),
    ("the purpose", "Wir beraten und unterstützen Familien"),
    ("the basis", "Art. 6 Abs. 1 Buchstabe e DSGVO, §§ 16 und 62 ff. SGB VIII und §§ 67a ff. SGB X"),
    ("health", "Art. 9 Abs. 2 Buchstaben b und g DSGVO"),
    ("consent to health", "ausdrücklich einwilligen (Buchstabe a)"),
    ("the deputy", "ihre Vertretung"), ("the superior", "die Sachgebietsleitung"),
    ("those who run computers", "der IT-Dienst der Stadt"),
    ("the interpreter", "wer für Sie dolmetscht"),
    ("others", "wenn Sie es schriftlich erlauben oder ein Gesetz uns verpflichtet"),
    ("where data come from", "Hat der Soziale Dienst, die Kita oder das Begrüßungsteam Sie an uns vermittelt"),
    ("how long", "Ein Jahr nach dem Ende der Unterstützung"), ("copies", "spätestens nach drei Monaten"),
    ("exceptions: a hold", "wenn ein Verfahren noch läuft"),
    ("exceptions: a report", "noch prüft, ob ein Kind in Gefahr ist"),
    ("access", "Art. 15 DSGVO"), ("rectification", "berichtigen (Art. 16)"), ("erasure", "löschen (Art. 17)"),
    ("restriction", "einschränken lassen (Art. 18)"), ("objection", "Ihr Recht auf Widerspruch"),
    ("its article", "Art. 21 DSGVO"),
    ("withdrawal", "können Sie das jederzeit widerrufen"), ("its articles", "Art. 7 Abs. 3 DSGVO"),
    ("complaint", "Beschweren können Sie sich bei der Aufsicht (Art. 77 DSGVO)"),
    (
      "to whom",
      "Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen, Kavalleriestraße 2–4, 40213 Düsseldorf, Telefon 0211 38424-0"
    ),
    ("voluntary", "Unsere Unterstützung ist freiwillig und kostenlos"), ("consequences", "andere Folgen hat es nicht"),
    ("no automated decision", "Kein Computer entscheidet über Sie (Art. 22 DSGVO)"),
    ("danger to a child", "müssen wir auch ohne Ihre Erlaubnis handeln (§ 8a SGB VIII)"),
  ])
  func itSays(_ what: String, _ text: String) throws {
    for name in ["blanko-datenschutzinfo", "datenschutzinfo-minimal", "datenschutzinfo-erstgespraech"] {
      let page = try visibleText(#require(Pages.named(name)).document)
      #expect(page.contains(text), "\(what) on \(name)")
    }
  }

  /// Apart from everything else (article 21): its cell alone has a frame.
  @Test func theRightToObjectIsSetOff() throws {
    let content = try Package(#require(Pages.named("blanko-datenschutzinfo")).document).text("content.xml")
    let framed = content.matches(of: #/<table:table-cell table:style-name="Bewertung".*?</table:table-cell>/#)
    #expect(framed.count == 1 && framed.first?.0.contains("Ihr Recht auf Widerspruch") == true)
  }
}
