/// A period that an event starts, counted as the Civil Code counts it.
///
/// § 26 Abs. 1 SGB X refers to §§ 187 Abs. 1, 188 BGB: the day of the event does not count, and the period ends
/// with the end of the day that bears the same number, or of the month's last day. It is not moved to the next
/// working day (§ 26 Abs. 3 SGB X), because a deletion is owed „spätestens“ at the end of its period.
public struct LegalPeriod: Hashable, Sendable {
  /// The day of the event, such as the end of the support.
  public let event: Day
  /// The length of the period.
  public let period: Period

  /// The period that starts with an event.
  public init(from event: Day, lasting period: Period) {
    self.event = event
    self.period = period
  }

  /// The last day of the period.
  ///
  /// § 188 Abs. 2–3 BGB. Never after ``Day/last``.
  public var end: Day { event.adding(period) }

  /// The day after the end, from which what the period was waiting for is due.
  ///
  /// Never after ``Day/last``.
  public var due: Day { end.adding(days: 1) ?? .last }
}
