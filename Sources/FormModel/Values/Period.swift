/// A length of time in calendar units, written as an ISO 8601 duration.
///
/// `P1Y`, `P3M`, `P1Y6M`, `P14D`, `P2W`; no hours, no fractions, no sign. Each number is 0…999 999. Two
/// spellings of a similar length (`P2W`, `P14D`) are different values, because each prints as it was meant.
public struct Period: Hashable, Sendable {
  /// The number of years.
  public let years: Int
  /// The number of months, added together with the years.
  public let months: Int
  /// The number of weeks of seven days.
  public let weeks: Int
  /// The number of days.
  public let days: Int

  /// A period from its numbers.
  ///
  /// Returns nil when a number is negative or above 999 999, or when weeks stand beside another unit.
  public init?(years: Int = 0, months: Int = 0, weeks: Int = 0, days: Int = 0) {
    guard [years, months, weeks, days].allSatisfy((0...999_999).contains) else { return nil }
    guard weeks == 0 || (years == 0 && months == 0 && days == 0) else { return nil }
    self.years = years
    self.months = months
    self.weeks = weeks
    self.days = days
  }

  /// The empty period, `P0D`.
  static let empty = Period()

  private init() {
    (years, months, weeks, days) = (0, 0, 0, 0)
  }

  /// A period from its ISO 8601 form.
  ///
  /// Units in the order Y, M, D, each at most once, or W alone. Returns nil for anything else, also for `P`.
  public init?(iso: some StringProtocol) {
    var rest = Array(iso.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var numbers = [UInt8: Int]()
    var order = Array("YMWD".utf8)[...]
    while !rest.isEmpty {
      let digits = rest.prefix(while: ASCIIDigits.isDigit)
      guard digits.count <= 6, let number = ASCIIDigits.value(of: digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let unit = rest.popFirst(), let place = order.firstIndex(of: unit) else { return nil }
      if unit == UInt8(ascii: "W") && (!numbers.isEmpty || !rest.isEmpty) { return nil }
      order = order[(place + 1)...]
      numbers[unit] = number
    }
    self.init(
      years: numbers[UInt8(ascii: "Y")] ?? 0, months: numbers[UInt8(ascii: "M")] ?? 0,
      weeks: numbers[UInt8(ascii: "W")] ?? 0, days: numbers[UInt8(ascii: "D")] ?? 0)
  }

  /// The ISO 8601 form; the empty period is `P0D`.
  public var iso: String {
    let parts = [(years, "Y"), (months, "M"), (weeks, "W"), (days, "D")].filter { $0.0 > 0 }
    return parts.isEmpty ? "P0D" : parts.reduce("P") { $0 + String($1.0) + $1.1 }
  }

  /// The German words in the nominative, such as „1 Jahr und 6 Monate“; the empty period is „0 Tage“.
  public var german: String {
    let units = [
      (years, "Jahr", "Jahre"), (months, "Monat", "Monate"), (weeks, "Woche", "Wochen"),
      (days, "Tag", "Tage"),
    ]
    let words = units.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    guard let last = words.last else { return "0 Tage" }
    let before = words.dropLast().joined(separator: ", ")
    return before.isEmpty ? last : before + " und " + last
  }
}
