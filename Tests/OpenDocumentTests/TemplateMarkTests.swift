import OpenDocument
import Testing

@Suite("Marks")
struct TemplateMarkTests {
  @Test(
    "A value is printed",
    arguments: [
      ("name", "Müller & Söhne"), ("kinder/kind/name", "Ada"), ("count(kinder/kind)", "2"),
      ("./name", "Müller & Söhne"),
      ("kinder/kind[2]/name", "Bela"), ("concat('a', \"b\")", "ab"), ("gibtsnicht?", ""), ("leer?", ""),
      ("datum(datum)", "20.11.2025"), ("zahl(1234.5, 2)", "1.234,50"),
      ("kinder/kind[@alter='5']/name", "Bela"),
      ("kinder/kind[@alter=„5“]/name", "Bela"), ("concat(»a«, ›b‹, ‚c‘, ’d’, “e”)", "abcde"),
      ("count(kinder/kind) – 1", "1"), ("count(kinder/kind)\u{A0}+\u{A0}1", "3"), ("1 = 1", "true"),
      ("concat(\"„\", nummer, \"“\")", "„7“"), ("blanko()", "false"), ("nummer ?", "7"),
      ("kasten ja", "☒"), ("kasten nein", "☐"), ("Kasten ja = 'ja'", "☒"), ("kasten not(ja)", "☐"),
    ])
  func value(expression: String, expected: String) throws {
    #expect(try rendered(body: p(mark(expression))) == expected + "\n")
  }
}
