import Testing

@testable import FormModel

@Suite struct SmallValueTests {
  @Test(arguments: [
    ("44787", "44787"), (" 44777 ", "44777"), ("01001", "01001"), ("99999", "99999"), ("00001", "00001"),
    ("00000", nil), ("4478", nil),
    ("447877", nil), ("4478a", nil), ("", nil), ("D-44787", nil), ("44 787", nil), ("４４７８７", nil),
  ])
  func `postcodes have five digits`(typed: String, canonical: String?) {
    #expect(Postcode(typed: typed)?.canonical == canonical)
  }

  @Test(arguments: [
    "a@b.de", "jugendamt@bochum.de", "anna.maria+kita@mail.example.org", "o'brien@example.com",
    "müller@example.de", "a@müller.de",
    "a@xn--mller-kva.de", "1@2.de", "a-b_c@d-e.co.uk",
  ])
  func `addresses of a sensible form are accepted`(typed: String) {
    #expect(EmailAddress(typed: typed)?.canonical == typed)
    #expect(EmailAddress(typed: "\u{A0}" + typed + " ")?.canonical == typed)
  }

  @Test(arguments: [
    "", "a", "@", "a@", "@b.de", "a@b", "a@@b.de", "a@b@c.de", "a b@c.de", "a@b c.de", "a@b..de", ".a@b.de",
    "a.@b.de", "a..b@c.de", "a@.de",
    "a@b.de.", "a@-b.de", "a@b-.de", "a@b.d", "a@b.12", "a@b_c.de", "a,b@c.de", "<a@b.de>", "\"a b\"@c.de",
    "a@b.de\u{0}", "a\u{200B}@b.de", "a:b@c.de",
    "a@b.de, c@d.de", "a@b,de",
  ])
  func `what cannot be delivered is refused`(typed: String) { #expect(EmailAddress(typed: typed) == nil) }

  @Test func `addresses have a greatest length`() {
    let label = String(repeating: "b", count: 60) + "."
    let domain = label + label + label + "de"  // 185
    #expect(EmailAddress(typed: String(repeating: "a", count: 64) + "@" + domain) != nil)
    #expect(EmailAddress(typed: String(repeating: "a", count: 65) + "@" + domain) == nil)
    #expect(
      EmailAddress(typed: String(repeating: "a", count: 64) + "@bbb." + domain)?.canonical.utf8.count == 254)
    #expect(EmailAddress(typed: String(repeating: "a", count: 64) + "@bbbb." + domain) == nil)
    #expect(EmailAddress(typed: "a@" + String(repeating: "b", count: 64) + ".de") == nil)
  }

  @Test(arguments: [
    ("1.234,5", "1234.5"), ("38,5", "38.5"), ("38.5", "38.5"), ("1234,5", "1234.5"), ("1.234", "1234"),
    ("1.234.567", "1234567"),
    ("0.500", "0.5"), ("0,500", "0.5"), ("12,50", "12.5"), ("007", "7"), ("0", "0"), ("-0", "0"),
    ("-3,25", "-3.25"), ("\u{2212}3", "-3"), ("1234.567", "1234.567"),
    ("12.34", "12.34"), (" 7 ", "7"), ("1.000.000,00", "1000000"),
    ("12345678901234567890,5", "12345678901234567890.5"),
  ])
  func `typed numbers get one form`(typed: String, canonical: String) {
    #expect(GermanNumber.parse(typed) == canonical)
  }

  @Test(arguments: [
    "", "-", ",", ".", "1,", ",5", "1.", ".5", "1.23,4", "1,2,3", "1.23.456", "1234.567,8", "1 234", "1e3",
    "+1", "--1", "0x1", "٣", "1.2.3", "NaN", "5 €",
  ])
  func `what is no number is refused`(typed: String) { #expect(GermanNumber.parse(typed) == nil) }

  @Test func `numbers print with thousands points and comma`() {
    #expect(
      [0, 7, 999, 1_000, 999_999, 1_000_000, -1_234].map(GermanNumber.format) == [
        "0", "7", "999", "1.000", "999.999", "1.000.000", "-1.234",
      ])
    #expect(GermanNumber.format(Int.min) == "-9.223.372.036.854.775.808")
    #expect(GermanNumber.format(decimal: "1234.5") == "1.234,5")
    #expect(GermanNumber.format(decimal: "-1234.5", fractionDigits: 2) == "-1.234,50")
    #expect(GermanNumber.format(decimal: "12", fractionDigits: 2) == "12,00")
    #expect(GermanNumber.format(decimal: "0.125", fractionDigits: 2) == "0,125")
    for text in ["", "1,5", "1.", ".5", "1.2.3", "x", "--1"] {
      #expect(GermanNumber.format(decimal: text) == nil)
    }
  }

  @Test func `whole numbers are whole`() {
    #expect(
      GermanNumber.parseWhole("1.234") == 1_234 && GermanNumber.parseWhole("12,00") == 12
        && GermanNumber.parseWhole("-7") == -7)
    #expect(GermanNumber.parseWhole("12,5") == nil && GermanNumber.parseWhole("99999999999999999999") == nil)
  }
}
