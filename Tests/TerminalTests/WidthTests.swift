import Testing

@testable import Terminal

/// Columns of text.
struct WidthTests {
  @Test(arguments: [
    ("abc", 3), ("äöü", 3), ("e\u{301}", 1), ("日本", 4), ("ｆ", 2), ("👩‍👧", 2), ("🇩🇪", 2), ("❤️", 2), ("\u{200B}", 0),
    ("ễ", 1), ("ế\u{300}", 1),
    ("한국", 4), ("ﷺ", 1), ("\u{AD}", 1), ("a\tb", 2),
  ])
  func aTextHasItsColumns(_ text: String, _ columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test func wideRangesAreInOrder() {
    for (one, two) in zip(WideRanges.all, WideRanges.all.dropFirst()) { #expect(one.upperBound < two.lowerBound) }
  }

  @Test(arguments: [10, 20, 37, 80])
  func noRowIsWiderThanItsScreen(_ columns: Int) {
    let text =
      "Ein Wort und noch eines, Donaudampfschifffahrtsgesellschaftskapitän, 日本語日本語日本語 e\u{301}nde\nzweite Zeile"
    let blocks: [Block] = [
      .text([Span(text), Span(" fett", .strong), Span(", weiter")], indent: 2, hanging: 3), .title(text),
      .pair("Ein langes Wort zum Anfang", [Span(text)]),
      .pair("x", []), .blank,
    ]
    for block in blocks {
      for row in block.rows(columns: columns) {
        #expect(row.reduce(0) { $0 + TextWidth.columns(of: $1.text) } <= columns)
      }
    }
  }

  @Test func wrappingKeepsEveryWord() {
    let text = "Der schnelle braune Fuchs springt über den faulen Hund und noch viel weiter"
    let rows = Block.text([Span(text)], indent: 0, hanging: 2).rows(columns: 20)
    #expect(
      rows.map { $0.map(\.text).joined().split(separator: " ").joined(separator: " ") }.joined(separator: " ") == text)
    #expect(rows.count > 3)
  }
}
