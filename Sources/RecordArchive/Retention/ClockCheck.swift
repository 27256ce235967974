public import FormModel

/// Whether the machine's clock can be believed when something is deleted.
public enum ClockCheck {
  /// How many days the clock may be ahead of the last day seen without a question.
  ///
  /// Four weeks of leave and a few days more.
  public static let leap = 35

  /// The day that counts for deleting: the earlier of the local day and the day in UTC.
  ///
  /// An odd time zone cannot bring a day forward; in Germany the day begins one or two hours late for this purpose.
  public static func day(local: Day, utc: Day) -> Day { min(local, utc) }

  /// Refuses a clock that went back, and one that is far ahead unless somebody confirmed it.
  static func check(_ today: Day, lastSeen: Day, isConfirmed: Bool) throws(ArchiveFailure) {
    if today < lastSeen { throw ArchiveFailure(.clockBack, day: lastSeen) }
    if lastSeen.days(until: today) > leap, !isConfirmed { throw ArchiveFailure(.clockAhead, day: lastSeen) }
  }
}
