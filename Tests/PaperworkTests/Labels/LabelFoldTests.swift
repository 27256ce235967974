import Spelling
import Testing

@testable import Paperwork

/// Labels are known again in the shapes that text recognition gives them.
@Suite struct LabelFoldTests {
  /// A word, and shapes of it in which a scanned page of the field really had it.
  static let shapes: [(word: String, shapes: [String])] = [
    ("für", ["fir", "flr", "fur", "flir", "fiir"]),
    ("Unterstützung", ["Unterstitzung", "Unterstlitzung", "Unterstiitzung", "Unterstutzung"]),
    ("Maßnahme", ["Mafnahme", "Mafdnahme", "MaRnahme", "MafRnahme", "Massnahme"]),
    ("Frühe", ["Frihe", "Friihe", "FrUhe", "Fruehe"]),
    ("räumlich", ["raumlich", "raeumlich"]),
    ("können", ["kénnen", "konnen", "koennen"]),
    ("groß", ["grofd", "grO'B", "gross"]),
    ("SGB VIII", ["SGB VIl", "SGB VIlI", "SGB VIlII"]),
    ("SGB II", ["SGB |I", "SGB Il"]),
    ("Telefon", ["TeIefon", "Te1efon", "Teiefon"]),
    ("Gesprächsnotiz", ["Gesprachsnotiz", "GESPRACHSNOTIZ", "Gespraechsnotlz"]),
  ]

  @Test(arguments: shapes)
  func `What text recognition takes for each other is one`(_ row: (word: String, shapes: [String])) {
    for shape in row.shapes {
      #expect(LabelFold.skeleton(shape) == LabelFold.skeleton(row.word), "\(shape)")
    }
  }

  /// A letter more or less is left to the comparison of whole labels.
  @Test(arguments: [
    ("Maßnahme", "Manahme"), ("Maßnahme", "Mafinahme"), ("größten", "gréfiten"), ("räumlich", "rdumlich"),
  ])
  func `What lost a letter is near`(_ word: String, _ shape: String) {
    #expect(Suggestion.distance(LabelFold.skeleton(word), LabelFold.skeleton(shape)) == 1)
  }

  @Test(arguments: [
    ("Geb.-Datum", "geb. Datum"), ("Tel.-Nr.:", "Tel. Nr."), ("E-Mail", "EMAIL"),
    ("Vor- und Nachname", "Vor und Nachname"),
  ])
  func `Signs and capitals do not matter`(_ one: String, _ other: String) {
    #expect(LabelFold.plain(one) == LabelFold.plain(other))
  }

  @Test(arguments: [("Datum", "Dauer"), ("Ort", "Name"), ("Telefon", "Telefax"), ("Kita", "Kind")])
  func `Different labels stay different`(_ one: String, _ other: String) {
    #expect(LabelFold.skeleton(one) != LabelFold.skeleton(other))
  }
}
