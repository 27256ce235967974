import Testing

@testable import Paperwork

/// Values that stand beside labels in lines of text.
@Suite struct LabelTextTests {
  /// A page as it is typed, with two labels on a line and boxes.
  static let page = """
    Vorgangsnummer: KSA-2-2025-0147     Notiz Nr. 3
    Datum: 12.11.2025     Uhrzeit von - bis: 10:00 – 10:45
    Fachkraft: Jana Wegner
    Kontaktart: Hausbesuch
    Erstkontakt  [ ] ja  [x] nein
    Ratsuchende: Ayşegül Çağlayan, Mutter, sorgeberechtigt, 0171 3920012
    Kind: Elif Çağlayan, geb. 3.4.2022
    Anlass: Sprachentwicklung
    Inhalt: Die Mutter berichtet,
    dass Elif wenig spricht.
    """

  @Test func `A whole page is read, each value under its own label`() throws {
    let read = try LabelledPaper(Self.page)
    #expect(
      read.values == [
        "vorgangsnummer=KSA-2-2025-0147", "notiz_nr=3", "datum=2025-11-12", "uhrzeit_von=10:00", "uhrzeit_bis=10:45",
        "fachkraft/name=Jana Wegner", "kontaktart=hausbesuch", "erstkontakt=nein",
        "ratsuchende[1]/beziehung=mutter", "ratsuchende[1]/sorgeberechtigt=ja",
        "ratsuchende[1]/telefon=0171 3920012", "ratsuchende[1]/vorname=Ayşegül", "ratsuchende[1]/nachname=Çağlayan",
        "kinder[1]/geburtsdatum=2022-04-03", "kinder[1]/vorname=Elif", "kinder[1]/nachname=Çağlayan",
        "anlass=Sprachentwicklung", "inhalt=Die Mutter berichtet,\ndass Elif wenig spricht.",
      ])
    #expect(read.ids == [])
    #expect(read.paper.record.unconfirmed == read.paper.readings.map(\.path))
    #expect(read.paper.readings.allSatisfy { $0.status == .found && $0.source == .label })
  }

  /// A page as text recognition gives it: no umlauts, letters for digits, gaps for columns.
  static let recognised = """

    Kita-Sozialarbeit                         Stadt Bochum
    Vorgangs-Nr. KSA-4-2025-0022              Lfd. Nr.: 2
    Gesprachsdatum:   8.10.2O25
    von - bis (Dauer):  14.00 - 15.3O
    Name der Fachkraft   Jorg WeiBhaupt
    Art des Kontaktes:  O Telefon   X Hausbesuch   O Kita
    Erstgesprach   □ ja   ■ nein
    Ratsuchende Person
      Nachname, Vorname: Nguyén, Thi Hoa
      Geb.-Datum  12.3.199l
      Tel.: 0176 04069012
      Strafde, Hausnummer: Giinnigfelder Str. 88 b
      PLZ / Ort: 44866 Bochum
    Kind
      Name: Minh Nguyen     geb. am 4/2022
    Anlass des Gesprachs: Anmeldung Kita
    Themen: [x] Kita-Platz [ ] Erziehung [x] Wohnen
    Inhalt des Gesprachs:
    Frau Nguyen fragt nach einem Platz.
    Telefon: sie ruft wieder an.

    Unterschrift: ___________
    """

  @Test func `A recognised page is read, and nothing on it is repaired`() throws {
    let read = try LabelledPaper(Self.recognised, title: "GESPRACHSNOTlZ")
    #expect(
      read.values == [
        "vorgangsnummer=KSA-4-2025-0022", "notiz_nr=2", "datum=8.10.2O25", "uhrzeit_von=14:00", "uhrzeit_bis=15.3O",
        "fachkraft/name=Jorg WeiBhaupt", "kontaktart=hausbesuch", "erstkontakt=nein",
        "ratsuchende[1]/nachname=Nguyén", "ratsuchende[1]/vorname=Thi Hoa", "ratsuchende[1]/geburtsdatum=12.3.199l",
        "ratsuchende[1]/telefon=0176 04069012", "ratsuchende[1]/anschrift/strasse=Giinnigfelder Str.",
        "ratsuchende[1]/anschrift/hausnummer=88 b", "ratsuchende[1]/anschrift/plz=44866",
        "ratsuchende[1]/anschrift/ort=Bochum", "kinder[1]/nachname=Nguyen", "kinder[1]/vorname=Minh",
        "kinder[1]/geburtsdatum=2022-04", "anlass=Anmeldung Kita", "themen=betreuung|wohnen",
        "inhalt=Frau Nguyen fragt nach einem Platz.\nTelefon: sie ruft wieder an.\n\nUnterschrift:",
      ])
    #expect(
      Set(read.ids) == [
        "E-GN-datum-format", "E-GN-uhrzeit_bis-format", "E-GN-ratsuchende.geburtsdatum-format", "W-LESEN-25",
        "H-LESEN-27",
      ], "\(read.said)")
  }

  /// Lines, what is read of them, and what is said.
  static let lines: [(text: String, values: [String], ids: [String])] = [
    // Labels.
    ("Gesprächsdatum: 12.11.2025", ["datum=2025-11-12"], []),
    ("Oatum: 12.11.2025", [], ["H-LESEN-27"]),
    ("Vorgangsnumrner: KSA-2-2025-0147", ["vorgangsnummer=KSA-2-2025-0147"], []),
    ("Datum 12.11.2025", ["datum=2025-11-12"], []),
    ("Datum ........ 12.11.2025", ["datum=2025-11-12"], []),
    ("Notiz Nr. 12", ["notiz_nr=12"], []),
    ("Uhrzeit: 10:00 – 10:45 Uhr", ["uhrzeit_von=10:00", "uhrzeit_bis=10:45"], []),
    ("von – bis: 9.15 bis 10.00 Uhr", ["uhrzeit_von=09:15", "uhrzeit_bis=10:00"], []),
    ("Beginn: 10:00\nEnde: 10:45", ["uhrzeit_von=10:00", "uhrzeit_bis=10:45"], []),
    ("Datum, Uhrzeit: 12.11.2025, 10:00", ["datum=2025-11-12", "uhrzeit_von=10:00"], []),
    // Days: what cannot be read is reported, and never guessed.
    ("Datum: 1.4.2025", ["datum=2025-04-01"], []),
    ("Datum: 31.02.2025", ["datum=31.02.2025"], ["E-GN-datum-format"]),
    ("Datum: l2.11.2025", ["datum=l2.11.2025"], ["E-GN-datum-format", "W-LESEN-25"]),
    // A value that cannot be read keeps its place, or the next one would take it.
    (
      "Ratsuchende\nGeb.-Datum  12.3.199l\nKind\nName: Minh Nguyen     geb. am 4/2022",
      [
        "ratsuchende[1]/geburtsdatum=12.3.199l", "kinder[1]/nachname=Nguyen", "kinder[1]/vorname=Minh",
        "kinder[1]/geburtsdatum=2022-04",
      ], ["E-GN-ratsuchende.geburtsdatum-format", "W-LESEN-25"]
    ),
    ("Vorgangs-Nr. KSA-4-2025-0022", ["vorgangsnummer=KSA-4-2025-0022"], []),
    // Boxes.
    ("Erstkontakt: ☒ ja ☐ nein", ["erstkontakt=ja"], []),
    ("Erstkontakt: ☐ ja ☐ nein", [], []),
    ("Erstkontakt: [x] ja [x] nein", [], ["W-LESEN-22"]),
    ("Erstkontakt: ja [x] nein [ ]", ["erstkontakt=ja"], []),
    ("Erstkontakt: x ja o nein", ["erstkontakt=ja"], []),
    ("Erstkontakt: j", ["erstkontakt=ja"], []),
    ("Erstkontakt: ja / nein", [], []),
    ("☒ Erstkontakt", ["erstkontakt=ja"], []),
    ("☐ Erstkontakt", [], []),
    ("Kontaktart: ☐ Kita ☒ Hausbesuch ☐ Telefon", ["kontaktart=hausbesuch"], []),
    ("Kontaktart:\n☐ Kita\n☒ Hausbesuch", ["kontaktart=hausbesuch"], []),
    ("Kontaktart:   ☐ Kita    ☒ Hausbesuch    ☐ Telefon", ["kontaktart=hausbesuch"], []),
    ("Art des Kontaktes:  O Telefon   X Hausbesuch   O Kita", ["kontaktart=hausbesuch"], []),
    ("Erstgesprach   □ ja   ■ nein", ["erstkontakt=nein"], []),
    // Words of lists: a label that recognition damaged is known again, another word is not taken.
    ("Kontaktart: Hausbesuch", ["kontaktart=hausbesuch"], []),
    ("Kontaktart: HausbesUch", ["kontaktart=hausbesuch"], []),
    ("Kontaktart: Spaziergang", [], ["W-LESEN-28"]),
    ("Kontaktart: ☒ Spaziergang", [], ["W-LESEN-28"]),
    ("Kontaktart: Hausbesuch\nWiederkehr [ ] ja [x] nein", ["kontaktart=hausbesuch"], ["H-LESEN-27"]),
    ("Kontaktart:\nWiederkehr [ ] ja [x] nein", [], ["H-LESEN-27"]),
    ("Kontakt zustande gekommen:\nWiederkehr [ ] ja [x] nein", [], ["H-LESEN-27"]),
    // The same twice.
    ("Datum: 12.11.2025\nDatum: 13.11.2025", ["datum=2025-11-12"], ["W-LESEN-24"]),
    ("Datum: 12.11.2025\nDatum: 12.11.2025", ["datum=2025-11-12"], []),
    // What is damaged stays as it is.
    ("Fachkraft: Jana VVegner", ["fachkraft/name=Jana VVegner"], []),
    ("Fachkraft: J0erg WeiBhaupt", ["fachkraft/name=J0erg WeiBhaupt"], ["E-GN-fachkraft.name-zeichen", "W-LESEN-25"]),
    // Lines to write on are empty.
    ("Anlass: ______________", [], []),
    ("Anlass: …………", [], []),
    // An explanation behind a dash and a value behind one look the same.
    ("Datum – Tag des Gesprächs: 12.11.2025", ["datum=2025-11-12"], ["H-LESEN-27"]),
    ("Anlass – Einschulung", [], ["H-LESEN-27"]),
    ("Vereinbarungen: keine", [], []),
    ("Anlass:\n☒ Sprache", [], ["H-LESEN-27"]),
    ("Ein Satz, den kein Formular kennt.", [], ["H-LESEN-27"]),
  ]

  @Test(arguments: lines)
  func `A line is read as it is meant, or something is said`(
    _ row: (text: String, values: [String], ids: [String])
  ) throws {
    let read = try LabelledPaper(row.text)
    #expect(read.values == row.values)
    #expect(Set(read.ids) == Set(row.ids), "\(read.said)")
  }

  @Test func `What looks like a label inside a long text is text`() throws {
    let read = try LabelledPaper(
      "Datum: 12.11.2025\nAnlass: Sprache\nInhalt: Es ging um viel.\nDatum: der 3. Mai\n\n  eingerückt\nEnde: offen\n\nVereinbarungen: keine"
    )
    let inhalt = "inhalt=Es ging um viel.\nDatum: der 3. Mai\n\n  eingerückt\nEnde: offen"
    #expect(read.values == ["datum=2025-11-12", "anlass=Sprache", inhalt], "\(read.said)")
  }

  @Test func `Texts without a title, without form, and what is no text are refused`() throws {
    let reader = {
      var reader = PaperReader(
        catalogue: Catalogue(home: Repository.root), day: Repository.day, library: try? Repository.library())
      reader.labels = .title
      return reader
    }()
    let cases: [([UInt8], LabelFailure.Code)] = [
      (Array(" \n\t\n".utf8), .empty), ([], .empty), (Array("Datum: 12.11.2025".utf8), .unknownForm),
      ([0x44, 0xFC, 0x72], .encoding), (Array("a\0b".utf8), .encoding), (Array("%PDF-1.7".utf8), .kind),
      ([0x50, 0x4B, 3, 4, 0], .kind), ([UInt8](repeating: 0x61, count: LabelFailure.limit + 1), .size),
    ]
    for (bytes, code) in cases {
      let failure = #expect(throws: PaperworkFailure.self) { _ = try reader.read(text: bytes).paper }
      #expect(failure == .labels(LabelFailure(code)))
    }
  }
}
