import Testing

/// Words of a list in a text, and the node a whole expression stands at.
@Suite struct ListedWordTests {
  @Test(arguments: [
    ("alle Behörden, u. a.", true), ("ALLE  BETEILIGTEN STELLEN", true), ("Kita", true), ("Kita Mond", false),
    ("", false), ("Ärztin Dr. Groß", false), ("usw.", true),
  ])
  func `A text of nothing but listed words is recognised`(_ text: String, _ isEmpty: Bool) throws {
    let checked = try PaperSample.draft.checked()
    #expect(try checked.value("string(only-listed('\(text)', 'unbestimmte_stelle'))") == "\(isEmpty)")
  }

  @Test(arguments: [
    ("Es gab Verletzungen.", "Verletzung"), ("blaue Flecken am Arm", "blaue Flecken"), ("blaue Jacke", ""),
    ("Vorgehen nach § 8a", "8a"), ("Unverletzt", ""),
  ])
  func `A listed word is found at the beginning of a word`(_ text: String, _ found: String) throws {
    #expect(try PaperSample.draft.checked().value("listed-word('\(text)', 'kwg_woerter')") == found)
  }

  @Test func `Inside a predicate current() is where the whole expression stands`() throws {
    let checked = try PaperSample.twoSheets.checked()
    #expect(
      try checked.value("string(erklaerende[current()/spe_id = 'KSA-5-2025-0031-SPE-01'][2]/nachname)")
        == "Nguyễn")
  }

  @Test func `Days go there and back`() throws {
    let checked = try PaperSample.draft.checked()
    #expect(try checked.value("days-to-date(days-from-date('2024-02-29'))") == "2024-02-29")
    #expect(try checked.value("days-to-date(0.5)") == "")
  }
}
