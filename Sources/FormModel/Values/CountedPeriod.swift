/// A period that figures are counted for: a quarter, half-year, year, month or school year, as it is written.
///
/// Which of them there are, and on which days they begin and end, is said by the code list of a statistics.
public struct CountedPeriod: Hashable, Sendable {
  /// The year in which it begins, 1900 to 9998.
  public let year: Int
  /// What codes call it: `Q3`, `H1`, `J`, `M09`, `S`.
  public let mark: String

  /// The period of a year that codes call so.
  public init(year: Int, mark: String) { (self.year, self.mark) = (year, mark) }

  /// As people write it, such as „2025-Q3“ or „2024/25“.
  public var written: String {
    switch mark {
    case "J": return "\(year)"
    case "S":
      let next = String((year + 1) % 100)
      return "\(year)/" + (next.count == 1 ? "0" + next : next)
    case _: return "\(year)-" + (mark.hasPrefix("M") ? String(mark.dropFirst()) : mark)
    }
  }

  /// A period from its written form: `2025-Q3`, `2025-H1`, `2025`, `2025-09`, `2024/25`; nil for anything else.
  public init?(_ text: String) {
    let number = { (digits: Substring) in ASCIIDigits.areAll(digits) ? Int(digits) : nil }
    guard text.count >= 4, let year = number(text.prefix(4)), (1900...9998).contains(year) else { return nil }
    let rest = text.dropFirst(4)
    let mark: String
    switch rest.first {
    case nil: mark = "J"
    case "/"?:
      let next = String((year + 1) % 100)
      guard rest.dropFirst() == (next.count == 1 ? "0" + next : next)[...] else { return nil }
      mark = "S"
    case "-"?:
      let part = rest.dropFirst()
      guard part.count == 2, let last = part.last?.wholeNumberValue, part.last?.isASCII == true else { return nil }
      switch part.first {
      case "Q"?, "q"?:
        guard (1...4).contains(last) else { return nil }
        mark = "Q\(last)"
      case "H"?, "h"?:
        guard (1...2).contains(last) else { return nil }
        mark = "H\(last)"
      case _:
        guard let month = number(part), (1...12).contains(month) else { return nil }
        mark = "M" + part
      }
    case _: return nil
    }
    (self.year, self.mark) = (year, mark)
  }
}
