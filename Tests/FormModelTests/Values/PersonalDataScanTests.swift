import Testing

@testable import FormModel

@Suite struct PersonalDataScanTests {
  /// „kind: passage“, in the order of the text.
  private func found(_ text: String) -> [String] {
    PersonalDataScan.passages(in: text, words: ScanSample.words).map { "\($0.kind.rawValue): \($0.text)" }
  }

  @Test(arguments: [
    // telephone numbers
    ("Tel. 0171 3920012", ["phone: 0171 3920012"]), ("Tel.: 0171/3920012, abends", ["phone: 0171/3920012"]),
    ("Handy 01713920012.", ["phone: 01713920012"]), ("(0234) 910-5463", ["phone: (0234) 910-5463"]),
    ("erreichbar (0234 910-5463)", ["phone: 0234 910-5463"]), ("+49 171 3920012", ["phone: +49 171 3920012"]),
    ("0049 171 39200 12", ["phone: 0049 171 39200 12"]),
    ("0171-39 200 12 anrufen", ["phone: 0171-39 200 12"]),
    ("0176 04069012 oder 0152 28817386", ["phone: 0176 04069012", "phone: 0152 28817386"]),
    ("Nr. 0171\u{A0}3920012", ["phone: 0171\u{A0}3920012"]), ("030 1234", ["phone: 030 1234"]),
    ("Anruf 0171 3920012 10:30", ["phone: 0171 3920012"]),
    ("0171 3920012 am 07.10.2025", ["phone: 0171 3920012", "fullDate: 07.10.2025"]),
    ("0180 2 000000", ["phone: 0180 2 000000"]),
    ("Rückruf 0234 910-5463. 12 Kinder", ["phone: 0234 910-5463"]),
    // e-mail
    ("an max.muster@example.de schreiben", ["email: max.muster@example.de"]),
    ("<max@example.de>", ["email: max@example.de"]),
    ("Mail: max_m+kita@mail.example.org.", ["email: max_m+kita@mail.example.org"]),
    ("müller@example.de", ["email: müller@example.de"]),
    ("0171@example.de", ["email: 0171@example.de"]),
    // births
    ("geb. 03.05.2021", ["birthDate: geb. 03.05.2021"]), ("(geb. am 3.5.21)", ["birthDate: geb. am 3.5.21"]),
    ("geboren am 3. Mai 2021", ["birthDate: geboren am 3. Mai 2021"]),
    ("Geburtsdatum: 03.05.2021", ["birthDate: Geburtsdatum: 03.05.2021"]),
    ("Geb-Datum 3.5.21", ["birthDate: Geb-Datum 3.5.21"]), ("geborgen am 07.10.2025", ["fullDate: 07.10.2025"]),
    ("geboren in Bochum am 03.05.2021", ["birthDate: geboren in Bochum am 03.05.2021"]),
    ("* 03.05.2021", ["fullDate: 03.05.2021"]), ("Kind, * 03.05.2021", ["birthDate: * 03.05.2021"]),
    ("*03.05.2021", ["birthDate: *03.05.2021"]),
    ("Geburtsdatum: 2021-05-03", ["birthDate: Geburtsdatum: 2021-05-03"]),
    ("Geb.-Datum 03.05.2021", ["birthDate: Geb.-Datum 03.05.2021"]),
    ("geb. Meyer, 03.05.1990", ["fullDate: 03.05.1990"]),
    ("ist geboren. Am 07.10.2025 Gespräch", ["fullDate: 07.10.2025"]),
    // full dates
    ("am 07.10.2025 telefoniert", ["fullDate: 07.10.2025"]), ("am 7.10.2025.", ["fullDate: 7.10.2025"]),
    ("2025-10-07", ["fullDate: 2025-10-07"]),
    ("3. Mai 2021", ["fullDate: 3. Mai 2021"]), ("07.10.25", ["fullDate: 07.10.25"]),
    ("01.08.2025-15.08.2025", ["fullDate: 01.08.2025", "fullDate: 15.08.2025"]),
    ("29.02.2024", ["fullDate: 29.02.2024"]),
    // streets
    ("wohnt Hauptstraße 12", ["street: Hauptstraße 12"]), ("Hauptstr. 12a", ["street: Hauptstr. 12a"]),
    ("Hauptstr.12", ["street: Hauptstr.12"]),
    ("Günnigfelder Straße 88 b", ["street: Günnigfelder Straße 88 b"]),
    ("Willy-Brandt-Platz 2–6", ["street: Willy-Brandt-Platz 2–6"]),
    ("Musterweg 7, Essen", ["street: Musterweg 7"]), ("in der hauptstrasse 5", ["street: hauptstrasse 5"]),
    ("Ruhrallee 100", ["street: Ruhrallee 100"]),
    ("Ostring 3", ["street: Ostring 3"]), ("Kanalufer 1", ["street: Kanalufer 1"]),
    ("Alte Gasse 9", ["street: Alte Gasse 9"]), ("Deichdamm 4", ["street: Deichdamm 4"]),
    // people
    ("Frau Kowalski-Brandt", ["salutationName: Frau Kowalski-Brandt"]),
    ("mit Herrn Szczepański", ["salutationName: Herrn Szczepański"]),
    ("Familie Öztürk hat", ["salutationName: Familie Öztürk"]),
    ("Fam. von der Heydt", ["salutationName: Fam. von der Heydt"]),
    ("Frau Dr. Çağlayan", ["salutationName: Frau Dr. Çağlayan"]),
    ("Hr. Nguyễn", ["salutationName: Hr. Nguyễn"]), ("Fr. Müller", ["salutationName: Fr. Müller"]),
    ("Herr al-Hassan", ["salutationName: Herr al-Hassan"]),
    ("Frau\u{A0}İnce", ["salutationName: Frau\u{A0}İnce"]),
    ("Frau Mu\u{308}ller", ["salutationName: Frau Mu\u{308}ller"]),
    ("die Frau von Herrn Müller", ["salutationName: Herrn Müller"]),
  ])
  func `finds what identifies people`(text: String, passages: [String]) { #expect(found(text) == passages) }

  @Test(arguments: [
    "Vorgang KSA-2-2025-0147", "SPE KSA-5-2025-0031-SPE-01", "1.250,00 €", "0,50 Euro", "ab 01.250,00",
    "0500000,00 €", "§ 8a Abs. 4 SGB VIII",
    "§§ 16, 62 Abs. 1–2", "§ 0123 456", "um 09:15 Uhr", "09.15 Uhr", "0915–1020 Uhr", "seit 01.08. gekürzt",
    "01.08.–15.08.", "vom 01.08. bis 15.08.", "0-6 Jahre",
    "05/2021", "05.2021", "2020", "44787 Bochum", "01067 Dresden", "Zimmer 012", "12 000 Euro", "000 000",
    "000123456", "31.02.2025", "00.00.2020", "2025-13-01", "Nr. 12345678",
    "KSA-0147-2255", "IBAN DE02120300000000202051", "Kap. 1.2.10", "3.5.21", "Version 1.03.05.2021",
    "2025-10-07-01", "A2025-10-07",
    "@kita", "max@", "max at example.de", "a@b", "max@example", "Kita-Sozialarbeit@Bochum", "geb. Müller",
    "geboren 2021", "wurde geboren", "3 * 4", "Mai 2021", "im Mai",
    "die Hauptstraße ist gesperrt", "auf dem Weg 2 Kinder", "Rückweg 10 Minuten", "ein Schulweg 2 km",
    "der Therapieplatz 3", "Spielplatz 2", "Kitaplatz 1", "Umweg 5",
    "der Platz 3", "Ostring", "Bildungsweg 2 Jahre", "Musterweg 20 Minuten", "Marktplatz 10:30",
    "Marktplatz 07.10.", "Hering 5",
    "Frau und Kind", "Familie hat", "Familie Unterstützung zugesagt", "die Frau", "Frau", "Familie",
    "Frau M.", "Frau Ç.-Ö.", "Herr K", "Frau von nebenan",
    "Fr. Nachmittag", "Fr. 10 Uhr", "Familien Müller", "Frauen Hilfe", "Die Familie. Kommt wieder",
    "Frau\nMüller", "Frau zu Hause", "",
  ])
  func `keeps silent about everyday figures and words`(text: String) {
    #expect(found(text) == [])
  }

  @Test func `names the exact passage and its place in bytes`() {
    let text =
      "Gespräch über Kita.\nFrau Großjohann, Tel. 0171 3920012\r\nwohnt Günnigfelder Straße 88 b – geb. 03.05.2021"
    let passages = PersonalDataScan.passages(in: text, words: ScanSample.words)
    #expect(passages.map(\.kind) == [.salutationName, .phone, .street, .birthDate])
    for passage in passages {
      let bytes = Array(text.utf8)[passage.offset..<passage.offset + passage.text.utf8.count]
      #expect(String(decoding: bytes, as: UTF8.self) == passage.text)
    }
  }

  @Test func `the anonymous examples of the domain are clean`() {
    let text =
      "Frage, wie ein Gespräch über Logopädie angebahnt werden kann. Empfehlung: gemeinsames Gespräch anbieten, EBiTa nutzen."
    #expect(found(text) == [])
  }

  /// Quadratic time would take minutes here.
  @Test(.timeLimit(.minutes(1)))
  func `long texts are read in linear time`() {
    let hostile = [
      "a", "a.", "0234 ", "0234(", "geb ", "Frau Dr. ", "a@", "Platz ", "1.1.", "* ", "Straße 1-", "-", "0",
    ]
    for piece in hostile {
      _ = PersonalDataScan.passages(
        in: String(repeating: piece, count: 20_000), words: ScanSample.words)
    }
  }

  @Test(arguments: [
    (["Noah"], "Noah spielt gern.", ["Noah@0"]),
    (["Noah"], "Mit Noah, Noahs Mutter und noah", ["Noah@4", "Noahs@10"]),
    (["Noah"], "Noahkind, Noah7, XNoah", []),
    (["Öztürk"], "Çağlayan-Öztürk", ["Öztürk@11"]),
    (["Çağlayan-Öztürk", "Öztürk"], "Frau Çağlayan-Öztürk", ["Çağlayan-Öztürk@5"]),
    (["Mu\u{308}ller"], "bei Müller", ["Müller@4"]), (["Müller"], "bei Mu\u{308}ller!", ["Mu\u{308}ller@4"]),
    (["İlkay"], "ILKAY, Ilkay, İlkay", ["İlkay@14"]),
    (["von der Heydt"], "Frau von\u{A0}der\nHeydt kam", ["von\u{A0}der\nHeydt@5"]),
    (["Bo", "Li", ""], "Bo und Li", []), (["Lio"], "Lio.", ["Lio@0"]),
    (["Lio"], "Lion Lios Liosa", ["Lios@5"]),
    (["Noah", "Noah", " Noah "], "Noah", ["Noah@0"]), ([], "Noah", []), (["Noah"], "", []),
    (["Ana", "Mila"], "Mila und Ana", ["Mila@0", "Ana@9"]),
    (["Mai-Linh"], "Mai-Linh und Mai", ["Mai-Linh@0"]),
  ])
  func `mentions are whole words`(names: [String], text: String, expected: [String]) {
    #expect(PersonalDataScan.mentions(of: names, in: text).map { "\($0.text)@\($0.offset)" } == expected)
  }
}
