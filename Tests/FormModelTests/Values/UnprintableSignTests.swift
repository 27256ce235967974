import Testing

@testable import FormModel

/// What no font of the papers has is told, and what they have is not.
@Suite struct UnprintableSignTests {
  @Test(arguments: ["Ich freue mich 😀", "👨‍👩‍👧", "❤️", "🇺🇦", "ሰላም", "王小明", "प्रिया", "\u{E000}", "\u{2FE0}", "கவிதா", "한국"])
  func `Emoji and scripts without a font are found`(_ text: String) {
    #expect(UnprintableSigns.first(in: text) != nil)
  }

  @Test(arguments: [
    "Ärztin, Öl, ß", "„Wohl“ – 1 € … ☒ ☐ ✓ ➔ ≥ ½", "Nguyễn Thị Ánh", "Şükrü İnanç", "Олександр Їжак", "Γιώργος",
    "محمد الأحمد",
    "فرشته ژاله گ", "שלום", "Ḥasan Ẓāhir", "ქართული", "Հայաստան", "a\u{A0}b\u{AD}c\u{200D}\u{200E}", "❤",
  ])
  func `What the fonts have is not`(_ text: String) {
    #expect(UnprintableSigns.first(in: text) == nil)
  }
}
