import FormModel
import Testing

/// The files in Examples: what is found in them, and that nothing in them changes on the way.
@Suite struct ExampleTests {
  /// Each file with everything that is found on 20.11.2025.
  static let findings: [(file: String, german: [String])] = [
    ("gespraechsnotiz-erstkontakt.json", []),
    ("gespraechsnotiz-anonym.json", []),
    ("gespraechsnotiz-minimal.json", []),
    (
      "gespraechsnotiz-schutz.xml",
      [
        "[H-GN-59] Kopierte Unterlagen sind bis 29.11.2025 zu vernichten. Bitte bald vernichten und das Datum eintragen.",
        "[H-GN-67] Die Unterstützung ist beendet, vermittelt hatte der Soziale Dienst. Bitte die Rückmeldung schreiben oder hier vermerken: „Rückmeldung nicht möglich – keine Schweigepflichtentbindung“.",
      ]
    ),
    (
      "gespraechsnotiz-lang.json",
      [
        "[W-PERS-04] ›E-Mail‹ ist eingetragen. Bitte keine Sozialdaten unverschlüsselt senden.",
        "[W-GN-04] Kind „Noah“ ist 6 Jahre alt. Bitte prüfen, ob es bereits eingeschult ist.",
        "[W-GN-inhalt-schrift] ›Kurze Inhaltsdarstellung‹ enthält ein Zeichen, das keine Schrift der Papiere hat (U+1F468); auf dem Blatt stünde dort ein Kästchen. Bitte in Worten schreiben.",
        "[W-GN-13] Vermittlung an den Kinder- und Jugendpsychiatrischen Dienst läuft über den Sozialen Dienst.",
        "[H-GN-91] Die Schweigepflichtentbindung KSA-1-2025-0009-SPE-01 liegt nicht vor; ob sie den Austausch mit Kinderarzt erlaubt, ist nicht geprüft. Bitte zusammen mit ihr prüfen.",
      ]
    ),
    ("kwg-meldebogen-saeugling.json", ["[W-KWG-09] " + noResources, "[W-KWG-08] " + noCustody]),
    ("kwg-meldebogen-lang.json", []),
    ("kwg-meldebogen-kita.json", []),
    (
      "kwg-meldebogen-minimal.json",
      [
        "[W-KWG-uhrzeit-fehlt] ›Uhrzeit der Meldung‹ fehlt. Bitte eintragen.",
        "[W-KWG-meldeweg-fehlt] ›Meldeweg‹ fehlt. Bitte eintragen.",
        "[W-KWG-gefahr_im_verzug-fehlt] ›Akute Gefahr für Leib und Leben‹ fehlt. Bitte eintragen.",
        "[W-KWG-meldende_stelle-fehlt] ›Meldende Stelle‹ fehlt. Bitte eintragen.",
        "[H-KWG-23] Bei ›Meldende Person‹ stehen weder Telefon noch Erreichbarkeit. Bitte eintragen, wo der Soziale Dienst zurückfragen kann.",
        "[W-KWG-kenntnis_durch-fehlt] ›Kenntnis erlangt durch‹ fehlt. Bitte eintragen.",
        "[W-KWG-kinder.vorname-fehlt] ›Vorname(n)‹ (Kind(er)) fehlt. Bitte eintragen.",
        "[W-KWG-kinder.nachname-fehlt] ›Familienname‹ (Kind(er)) fehlt. Bitte eintragen.",
        "[W-KWG-aufenthalt_jetzt-fehlt] ›Wo ist das Kind jetzt? Wer ist bei ihm?‹ fehlt. Bitte eintragen.",
        "[W-KWG-kategorien-fehlt] ›Art der Anhaltspunkte‹ fehlt. Bitte eintragen.",
        "[W-KWG-09] " + noResources,
        "[W-KWG-gespraech_eltern-fehlt] ›Gespräch mit den Personensorgeberechtigten‹ fehlt. Bitte eintragen.",
        "[W-KWG-eltern_informiert-fehlt] ›Eltern über die Meldung informiert‹ fehlt. Bitte eintragen.",
        "[W-KWG-08] " + noCustody,
      ]
    ),
    ("kwg-eingang-kita.json", []),
    ("kwg-eingang-minimal.json", []),
  ]

  private static let noResources =
    "›Schutzfaktoren, Ressourcen‹ ist leer. Bitte eintragen, was Kind, Eltern und Umfeld schützt, soweit es bekannt ist."
  private static let noCustody =
    "Wer die elterliche Sorge hat, ist nicht bekannt. Bitte nachtragen, sobald es bekannt ist; die Meldung wartet nicht darauf."

  static func raw(_ file: String) throws -> RawValue {
    try RecordReader.raw(try Repository.bytes("Examples/" + file))
  }

  @Test(arguments: findings)
  func `An example has exactly the expected findings`(_ row: (file: String, german: [String])) throws {
    #expect(try Checked(try Self.raw(row.file)).german == row.german)
  }

  @Test(arguments: findings.map(\.file))
  func `JSON, XML and back give the same record and the same bytes`(_ file: String) throws {
    let record = try Checked(try Self.raw(file)).record
    let form = try Repository.form(record.form, in: Repository.library())
    let json = record.json(form: form)
    #expect(json == record.json(form: form))
    let fromJSON = try Checked(try RecordReader.raw(json)).record
    let fromXML = try Checked(try RecordReader.raw(fromJSON.xml())).record
    #expect(fromJSON == record)
    #expect(fromXML == record)
    #expect(fromXML.json(form: form) == json)
    #expect(fromXML.xml() == record.xml())
  }

  @Test(arguments: findings.map(\.file))
  func `Evaluating changes nothing that was filled in`(_ file: String) throws {
    let checked = try Checked(try Self.raw(file))
    #expect(checked.evaluated.record == checked.record)
  }

  @Test func `İlkay is four years and four months old on the day of the first contact`() throws {
    let checked = try Checked(try Self.raw("gespraechsnotiz-erstkontakt.json"))
    #expect(try checked.value("age-text(kinder[1]/geburtsdatum, reference-day())") == "4;4")
  }

  @Test func `A duration that is left out follows from the times`() throws {
    let checked = try Checked(try Self.raw("gespraechsnotiz-erstkontakt.json").edited(["dauer_min="]))
    #expect(checked.evaluated.record.root.value("dauer_min") == "65")
    #expect(checked.german == [])
  }

  @Test func `Names keep their letters, and double names stay together`() throws {
    let checked = try Checked(try Self.raw("gespraechsnotiz-erstkontakt.json"))
    #expect(checked.evaluated.record.root.groups("kinder").first?.value("vorname") == "İlkay")
    let mother = try #require(checked.evaluated.record.root.groups("ratsuchende").first)
    #expect(mother.value("vorname").map { Array($0.utf8) } == Array("Ayşegül".utf8))
    #expect(mother.value("nachname") == "Çağlayan-Öztürk")
    #expect(
      try checked.value("join(' ', ratsuchende[1]/vorname, ratsuchende[1]/nachname)")
        == "Ayşegül Çağlayan-Öztürk")
  }

  @Test func `A line that looks like a field stays text`() throws {
    let root = try Checked(try Self.raw("gespraechsnotiz-erstkontakt.json")).evaluated.record.root
    #expect(root.value("inhalt")?.contains("\n\nDatum: bereits zweimal") == true)
    #expect(root.value("datum") == "2025-09-09")
  }
}
