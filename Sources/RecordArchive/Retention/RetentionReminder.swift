public import FormModel

/// Something of a case that nobody did anything about for a time, and what is to be settled.
public struct RetentionReminder: Hashable, Sendable {
  /// The number of the case.
  public var caseNumber: String
  /// What is to be settled, one German sentence.
  public var text: String

  /// The reminders of entries on a day, by case, each once.
  ///
  /// A class of the schedule says after which time, and what; the day itself does not count.
  public static func all(
    of entries: [ArchiveEntry], by schedule: RetentionSchedule, on day: Day
  ) -> [RetentionReminder] {
    var result: [RetentionReminder] = []
    for entry in entries {
      guard let date = entry.card.date, let rule = schedule.classes[date.rule], let after = rule.reminder,
        date.start.adding(after) < day,
        let text = rule.sentence(for: date, inCase: entry.card.caseNumber)
      else { continue }
      let reminder = RetentionReminder(caseNumber: entry.card.caseNumber, text: text)
      if !result.contains(reminder) { result.append(reminder) }
    }
    return result.sorted { ($0.caseNumber, $0.text) < ($1.caseNumber, $1.text) }
  }
}
