import Testing

@testable import Paperwork

/// Labels and values inside cells, and boxes in cells of their own.
@Suite struct LabelCellTests {
  static let stacked: [(cells: [[String]], values: [String])] = [
    (
      [["Datum", "14.11.2025", "Vorgangsnummer", "KSA-2-2025-0147"], [""]],
      ["datum=2025-11-14", "vorgangsnummer=KSA-2-2025-0147"]
    ),
    ([["Uhrzeit von", "09:15", "Uhrzeit bis", "10:20"]], ["uhrzeit_von=09:15", "uhrzeit_bis=10:20"]),
    ([["Notiz Nr.: 3", "Datum: 14.11.2025"], ["Phase", ""]], ["notiz_nr=3", "datum=2025-11-14"]),
    // A label whose value is missing takes nothing of the next one.
    ([["Datum", "Vorgangsnummer", "KSA-2-2025-0147"]], ["vorgangsnummer=KSA-2-2025-0147"]),
    ([["Datum", "14.11.2025", "Vorgangsnummer", "Notiz Nr.", "3"]], ["datum=2025-11-14", "notiz_nr=3"]),
    (
      [["Datum", "Vorgangsnummer"], ["14.11.2025", "KSA-2-2025-0147"]],
      ["datum=2025-11-14", "vorgangsnummer=KSA-2-2025-0147"]
    ),
    // In a long text lines are text, whatever they sound like.
    (
      [["Inhalt", "Die Mutter berichtet.", "Datum", "14.11.2025"]],
      ["inhalt=Die Mutter berichtet.\nDatum\n14.11.2025"]
    ),
    // A word that is a label, too, is an answer where it is one.
    ([["Kontaktart", "Telefon", "Datum", "14.11.2025"]], ["kontaktart=telefon", "datum=2025-11-14"]),
    (
      [["Datum"], ["14.11.2025", "Vorgangsnummer", "KSA-2-2025-0147"]],
      ["datum=2025-11-14", "vorgangsnummer=KSA-2-2025-0147"]
    ),
  ]

  @Test(arguments: stacked, [false, true])
  func `Several pairs in one cell are pairs, and a known label is no value`(
    _ row: (cells: [[String]], values: [String]), lineBreaks: Bool
  ) throws {
    let read = try LabelledPaper(table: [row.cells], lineBreaks: lineBreaks)
    #expect(read.values.sorted() == row.values.sorted(), "\(read.said)")
  }

  @Test func `Of labels beside fewer values none is taken`() throws {
    let read = try LabelledPaper(table: [[["Datum", "Vorgangsnummer", "Notiz Nr."], ["14.11.2025", "3"]]])
    #expect(read.values == [])
    #expect(read.ids == ["H-LESEN-27"], "\(read.said)")
  }

  static let boxes: [(rows: [[String]], values: [String], ids: [String])] = [
    ([["[x]", "Erstkontakt"], ["[ ]", "Kontakt zustande gekommen"]], ["erstkontakt=ja"], []),
    ([["Erstkontakt", "☒"]], ["erstkontakt=ja"], []),
    ([["Erstkontakt", "☒", "ja", "☐", "nein"]], ["erstkontakt=ja"], []),
    ([["Erstkontakt", "ja", "☐", "nein", "☒"]], ["erstkontakt=nein"], []),
    ([["Kontaktart", "[ ]", "Telefon", "[x]", "Kita"]], ["kontaktart=kita"], []),
    ([["x", "Erstkontakt"]], ["erstkontakt=ja"], []),
    ([["Erstkontakt", "[x]", "Datum", "14.11.2025"]], ["erstkontakt=ja", "datum=2025-11-14"], []),
    ([["Datum", "14.11.2025", "[x]", "Erstkontakt"]], ["datum=2025-11-14", "erstkontakt=ja"], []),
    (
      [["", "ja", "nein"], ["Erstkontakt", "", "☒"], ["Kontakt zustande gekommen", "☒", "☐"]],
      ["erstkontakt=nein", "kontakt_zustande=ja"], []
    ),
    // Between two questions nobody can tell.
    ([["Erstkontakt", "[x]", "Kontakt zustande gekommen"]], [], ["W-LESEN-28"]),
    ([["[x]", "[ ]", "Erstkontakt"]], [], ["H-LESEN-27"]),
  ]

  @Test(arguments: boxes)
  func `A box in a cell of its own belongs to the word beside it`(
    _ row: (rows: [[String]], values: [String], ids: [String])
  ) throws {
    let read = try LabelledPaper(table: row.rows.map { $0.map { [$0] } })
    #expect(read.values == row.values, "\(read.said)")
    #expect(Set(read.ids) == Set(row.ids), "\(read.said)")
  }
}
