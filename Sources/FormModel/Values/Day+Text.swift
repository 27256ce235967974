/// The two written forms of a day.
extension Day {
  /// A day from its storage form, exactly `JJJJ-MM-TT`.
  ///
  /// Ten ASCII characters, no blanks. Returns nil for anything else and for a day the calendar does not have.
  public init?(iso: some StringProtocol) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    guard let year = ASCIIDigits.value(of: bytes[0..<4]), let month = ASCIIDigits.value(of: bytes[5..<7]),
      let day = ASCIIDigits.value(of: bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The storage form `JJJJ-MM-TT` (ISO 8601), ten characters.
  public var iso: String {
    ASCIIDigits.padded(year, to: 4) + "-" + ASCIIDigits.padded(month, to: 2) + "-"
      + ASCIIDigits.padded(day, to: 2)
  }

  /// The printed form „TT.MM.JJJJ“ (DIN 5008), ten characters.
  public var german: String {
    ASCIIDigits.padded(day, to: 2) + "." + ASCIIDigits.padded(month, to: 2) + "."
      + ASCIIDigits.padded(year, to: 4)
  }

  /// The German name of a month, such as „Januar“; the number is 1…12, for any other it is empty.
  public static func germanName(ofMonth month: Int) -> String {
    let names = [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
      "November",
      "Dezember",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : ""
  }
}

/// Decimal digits as ASCII bytes, read and written by hand.
///
/// The standard conversions accept signs and, for some types, more than ASCII; storage forms must not.
enum ASCIIDigits {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Whether a text is one or more ASCII digits and nothing else.
  static func areAll(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isDigit)
  }

  /// The number that the digits write; nil when empty, longer than 18 digits, or not only digits.
  static func value(of bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18, bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// A number that is not negative with leading zeros up to a width.
  static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
