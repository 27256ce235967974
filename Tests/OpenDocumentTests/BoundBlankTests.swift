import Testing

@testable import OpenDocument

/// Where a line of a page does not end.
@Suite struct BoundBlankTests {
  @Test(arguments: [
    ("nach § 8a Abs. 4 Satz 1 SGB VIII", "nach §·8a Abs.·4 Satz·1 SGB VIII"),
    ("(§§ 62 bis 65, Art. 6)", "(§§·62 bis 65, Art.·6)"),
    ("44777 Bochum", "44777·Bochum"), ("Am Ring 1, 44801 Übach", "Am Ring 1, 44801·Übach"),
    ("z. B. im i. d. R. guten e. V., u. a.", "z.·B. im i.·d.·R. guten e.·V., u.·a."),
    ("20 % und 15 €", "20·% und 15·€"),
    ("Herr M. Müller, 3 Kinder", "Herr M. Müller, 3 Kinder"), ("am 3. Mai. Im Juni", "am 3. Mai. Im Juni"),
    ("123456 Bochum, 4477 Ort", "123456 Bochum, 4477 Ort"), ("ja  §  8a § ", "ja  §  8a § "), ("§", "§"), ("", ""),
    ("Er kam. So.", "Er kam. So."), ("Nr. vier", "Nr. vier"),
  ])
  func `Paragraphs, postcodes, abbreviations and units stay together`(_ text: String, _ expected: String) {
    #expect(BoundBlanks.bind(text).replacing("\u{A0}", with: "·") == expected)
    #expect(BoundBlanks.release(BoundBlanks.bind(text)) == text)
  }

  @Test func `A no-break space that somebody typed elsewhere stays`() {
    #expect(BoundBlanks.release("Frau\u{A0}Öz, §\u{A0}8a") == "Frau\u{A0}Öz, § 8a")
  }
}
