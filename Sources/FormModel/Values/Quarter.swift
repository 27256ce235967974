/// A quarter of a year, written as `2025-Q3`.
public struct Quarter: Hashable, Sendable {
  /// The year, 1900 to 9999.
  public let year: Int
  /// Which of its quarters, 1 to 4.
  public let number: Int

  /// A quarter from its written form; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[0].allSatisfy({ $0.isASCII && $0.isNumber }),
      let year = Int(parts[0]), year >= 1900, parts[1].count == 2, parts[1].first == "Q" || parts[1].first == "q",
      let number = parts[1].last?.wholeNumberValue, (1...4).contains(number), parts[1].last?.isASCII == true
    else { return nil }
    (self.year, self.number) = (year, number)
  }
}

extension Quarter: CustomStringConvertible {
  /// The written form.
  public var description: String { "\(year)-Q\(number)" }
}
