import FormModel
import Testing

/// The bad inputs of the domain description and, word by word, what is said about them.
@Suite struct BadInputTests {
  /// A row of the table of bad inputs.
  struct Row: Sendable, CustomTestStringConvertible {
    let number: Int
    var sample: Sample = .named
    let edits: [String]
    let german: String

    var testDescription: String { "row \(number)" }
  }

  static let rows = [
    Row(
      number: 1, edits: ["datum=2025-11-21", "naechster_termin=", "vereinbarungen="],
      german:
        "[E-GN-01] ›Datum‹ liegt in der Zukunft (21.11.2025). Bitte das Datum des Gesprächs eintragen."),
    Row(
      number: 3, edits: ["uhrzeit_von=10:30", "uhrzeit_bis=09:45"],
      german: "[E-GN-02] ›Uhrzeit bis‹ (09:45) liegt vor ›Uhrzeit von‹ (10:30)."),
    Row(
      number: 5,
      edits: [
        "datum=2025-11-03", "kinder[1]/vorname=Noah", "kinder[1]/geburtsdatum=2019-10-01",
        "kinder[1]/eingeschult=unbekannt", "vereinbarungen=", "naechster_termin=", "unterlagen_kopiert=nein",
        "unterlagen=",
      ],
      german: "[W-GN-04] Kind „Noah“ ist 6 Jahre alt. Bitte prüfen, ob es bereits eingeschult ist."),
    Row(
      number: 7, sample: .anonymous, edits: ["ratsuchende[1]/nachname=Kowalski"],
      german:
        "[E-GN-06] Anonyme Beratung: ›Ratsuchende‹ darf keine Angaben zur Person enthalten. Bitte löschen oder ›Beratungsform‹ auf „namentlich“ ändern."
    ),
    Row(
      number: 9, edits: ["zugangsweg=sd"],
      german:
        "[E-GN-09] Die Familie muss der Weitergabe ihrer Kontaktdaten durch den Sozialen Dienst zustimmen. Bitte das Datum der Zustimmung eintragen."
    ),
    Row(
      number: 11, edits: ["ratsuchende[1]/anschrift/plz=45127"],
      german:
        "[W-GN-11] Wohnort außerhalb Bochums (45127). Zuständig ist in der Regel das Jugendamt am Wohnort der Sorgeberechtigten (analog § 86 SGB VIII)."
    ),
    Row(
      number: 13, edits: ["vermittlungen[1]/ziel=kjpd"],
      german:
        "[W-GN-13] Vermittlung an den Kinder- und Jugendpsychiatrischen Dienst läuft über den Sozialen Dienst."
    ),
    Row(
      number: 29, sample: .report, edits: ["dringlichkeit=sofort", "telefonisch_vorab=", "besonderheiten="],
      german:
        "[W-KWG-02] Dringlichkeit „sofort“: Bitte zuerst telefonisch melden (Sozialer Dienst; außerhalb der Dienstzeit Kindernotruf 0234 910-5463 oder 110)."
    ),
    Row(
      number: 31, sample: .report,
      edits: ["meldende_stelle=kita_sozialarbeit", "insofa/name=Frau Großjohann"],
      german:
        "[W-KWG-04] Kita-Sozialarbeit wird nicht als insoweit erfahrene Fachkraft tätig. Bitte die InsoFa des Trägers eintragen."
    ),
  ]

  @Test func `What is only possible is not said as if it were certain`() throws {
    let german = try Checked(.named, ["kinder[1]/geburtsdatum=2019"]).german
    #expect(
      german == [
        "[W-GN-04] Kind „İlkay“ ist vielleicht schon 6 Jahre alt. Bitte prüfen, ob es bereits eingeschult ist."
      ])
  }

  @Test(arguments: rows)
  func `A bad input is answered word by word, and with nothing else`(_ row: Row) throws {
    #expect(try Checked(row.sample, row.edits).german == [row.german])
  }
}
