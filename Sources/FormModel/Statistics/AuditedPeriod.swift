/// A period whose publications are held against those of other periods of its year.
struct AuditedPeriod: Hashable {
  let year: Int
  /// As ``CountedPeriod/mark`` has it.
  let mark: String

  /// The ways in which it is made of shorter periods, each in order.
  var divisions: [[AuditedPeriod]] {
    let marks: [[String]] =
      switch mark {
      case "J": [["H1", "H2"], ["Q1", "Q2", "Q3", "Q4"], Self.months(1...12)]
      case "H1": [["Q1", "Q2"], Self.months(1...6)]
      case "H2": [["Q3", "Q4"], Self.months(7...12)]
      case _: number(after: "Q").map { [Self.months(($0 * 3 - 2)...($0 * 3))] } ?? []
      }
    return marks.map { $0.map { AuditedPeriod(year: year, mark: $0) } }
  }

  /// The period of the same length before it in the year; nil for the first.
  var before: AuditedPeriod? {
    for kind in ["Q", "H", "M"] {
      guard let number = number(after: kind), number > 1 else { continue }
      return AuditedPeriod(year: year, mark: kind == "M" ? Self.month(number - 1) : "\(kind)\(number - 1)")
    }
    return nil
  }

  /// As people write it, such as „2025-Q3“.
  var written: String { CountedPeriod(year: year, mark: mark).written }

  private func number(after kind: String) -> Int? { mark.hasPrefix(kind) ? Int(mark.dropFirst()) : nil }

  private static func months(_ months: ClosedRange<Int>) -> [String] { months.map(month) }

  private static func month(_ number: Int) -> String { number < 10 ? "M0\(number)" : "M\(number)" }
}
