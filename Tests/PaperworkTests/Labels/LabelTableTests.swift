import Testing

@testable import Paperwork

/// Values in tables, whose columns stand apart by tabs, bars or wide gaps.
@Suite struct LabelTableTests {
  static let tables: [(text: String, values: [String], ids: [String])] = [
    // Beside each other.
    ("Datum\t12.11.2025\tUhrzeit von\t10:00", ["datum=2025-11-12", "uhrzeit_von=10:00"], []),
    ("Datum | 12.11.2025", ["datum=2025-11-12"], []),
    ("Kontaktart\t☐ Kita ☒ Hausbesuch\tErstkontakt\t☐ ja ☒ nein", ["kontaktart=hausbesuch", "erstkontakt=nein"], []),
    ("Datum\t\tKontaktart\tTelefon", ["kontaktart=telefon"], []),
    // Below each other.
    (
      "Datum\tUhrzeit von\tUhrzeit bis\n12.11.2025\t10:00\t10:45",
      ["datum=2025-11-12", "uhrzeit_von=10:00", "uhrzeit_bis=10:45"], []
    ),
    ("Datum      Kontaktart\n12.11.2025      Hausbesuch", ["datum=2025-11-12", "kontaktart=hausbesuch"], []),
    // A list: each row is an instance.
    (
      "Kinder\nVorname\tNachname\tGeburtsdatum\nElif\tÇağlayan\t3.4.2022\nİlkay\tÇağlayan\t2024",
      [
        "kinder[1]/vorname=Elif", "kinder[1]/nachname=Çağlayan", "kinder[1]/geburtsdatum=2022-04-03",
        "kinder[2]/vorname=İlkay", "kinder[2]/nachname=Çağlayan", "kinder[2]/geburtsdatum=2024",
      ], []
    ),
  ]

  @Test(arguments: tables)
  func `Cells are read with the labels beside or above them`(
    _ row: (text: String, values: [String], ids: [String])
  ) throws {
    let read = try LabelledPaper(row.text)
    #expect(read.values == row.values)
    #expect(read.ids == row.ids, "\(read.said)")
  }
}
