import Testing

/// A template that lint passes makes a page of every record that check passes, whatever is empty.
struct EmptyValueTests {
  private static let marks = [
    "tag", "datum(tag)", "ort", "gaeste", "zahl(gaeste)", "zahl(kosten, 2)", "kosten", "steuer", "summe",
    "sum(posten/preis)",
    "zahl(sum(posten/preis), 2)", "list(worte)", "list(farben)", "join(', ', ort, farbe)", "join(' ', kosten * 2, '€')",
    "leitung", "leitung/nummer", "zelt", "farbe", "concat(ort, '')", "posten[1]/was", "gaeste * 2", "kosten div gaeste",
    "german-day(day-plus(tag, 'P7D'))", "if(filled(ort), ort, '')", "worte[1]", "leitung/name", "draussen",
    "days-from-date(bis) - days-from-date(tag)",
  ]

  private func town() throws -> OneFormTown {
    try OneFormTown(template: Self.marks.map { "<text:p>\($0.contains("'") ? "x" : "x"): «\($0)»</text:p>" }.joined())
  }

  @Test func `A record without anything prints a dash for each, and nothing on a blank`() throws {
    let town = try town()
    let lint = try town.lint()
    #expect(lint.status == 0, "\(lint.errors)")
    let page = try town.page(of: "{\"form\": \"fest\", \"version\": \"1\"}")
    let values = page.split(separator: "\n").map { String($0.dropFirst(3)) }
    // A sum of nothing is nothing spent; all else is not known.
    let expected = Self.marks.map { mark in
      switch mark {
      case "summe", "sum(posten/preis)": "0"
      case "zahl(sum(posten/preis), 2)": "0,00"
      case "join(' ', kosten * 2, '€')": "€"
      default: "–"
      }
    }
    #expect(values == expected)
    let blank = try Kiso.run(
      ["render", "--blank", "fest", "-o", town.scratch.path("b.odt"), "--as-of", "2025-11-20"],
      environment: town.environment)
    #expect(blank.status == 0, "\(blank.errors)")
  }

  @Test func `Sums pass over gaps, and decimals are exact and written in German`() throws {
    let town = try town()
    let page = try town.page(
      of: """
        {"form": "fest", "version": "1", "tag": "2025-11-01", "bis": "2025-11-15", "ort": "Hof", "gaeste": 4, "kosten": 0.1,
        "worte": ["eins", "zwei"], "farbe": "gruen", "farben": ["rot", "gruen"], "leitung": {"name": "Ada"},
        "posten": [{"was": "Brot", "preis": 0.1}, {"was": "Saft"}, {"was": "Zelt", "preis": 1234.2}]}
        """)
    let values = page.split(separator: "\n").map { String($0.dropFirst(3)) }
    let found = Dictionary(zip(Self.marks, values), uniquingKeysWith: { first, _ in first })
    #expect(found["steuer"] == "0,019" && found["summe"] == "1.234,3", "\(found)")
    #expect(found["sum(posten/preis)"] == "1.234,3" && found["zahl(sum(posten/preis), 2)"] == "1.234,30", "\(found)")
    #expect(found["join(' ', kosten * 2, '€')"] == "0,2 €" && found["kosten div gaeste"] == "0,025", "\(found)")
    #expect(
      found["list(farben)"] == "rot, grün & hell" && found["leitung"] == "Ada" && found["zelt"] == "–", "\(found)")
    #expect(found["days-from-date(bis) - days-from-date(tag)"] == "14" && found["leitung/nummer"] == "–", "\(found)")
  }
}
