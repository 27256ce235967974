/// Days in a row over which an answer stays the same, the first and the last included.
///
/// An answer that asks for today holds for today alone, unless it is known on which days it may become another one: each
/// of those cuts off the side on which today does not lie.
public struct DayStretch: Hashable, Sendable {
  /// The first day.
  public private(set) var first: Day
  /// The last day.
  public private(set) var last: Day

  /// All days.
  public static let always = DayStretch(first: .first, last: .last)

  /// Whether a day is one of them.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The day after the last one; nil when there is none.
  public var next: Day? { last < .last ? last.adding(days: 1) : nil }

  /// Leaves those days that another stretch has as well; both have today.
  public mutating func narrow(to other: DayStretch) {
    (first, last) = (max(first, other.first), min(last, other.last))
  }

  /// Leaves one day alone.
  mutating func narrow(to day: Day) {
    narrow(to: DayStretch(first: day, last: day))
  }

  /// Leaves the side of a change on which today lies; the change happens as that day begins.
  mutating func cut(at change: Day, today: Day) {
    if change <= today {
      first = max(first, change)
    } else if let before = change.adding(days: -1) {
      last = min(last, before)
    }
  }
}
