public import FormModel

/// What stands in clear of every entry: enough to know what must be done when, without a passphrase.
public struct DueList: Hashable, Sendable {
  /// How far an entry is on its way (domain model of DIN 66398).
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// Nothing has started a period.
    case running = "laufend"
    /// The period runs.
    case counting = "frist_laeuft"
    /// It is over within 14 days.
    case soon = "bald"
    /// To be deleted or destroyed.
    case due = "faellig"
    /// That was so more than 14 days ago.
    case overdue = "ueberfaellig"
    /// Something must be settled first; nothing is deleted before.
    case unsettled = "zu_klaeren"
    /// Held.
    case held = "gesperrt"
  }

  /// An entry by what stands in clear of it.
  public struct Item: Hashable, Sendable {
    /// The random id.
    public var id: EntryID
    /// The kind of data.
    public var kind: String
    /// The class of the schedule; empty while nothing has started.
    public var rule: String
    /// The day to act.
    public var due: Day?
    /// When a hold must be looked at again.
    public var review: Day?

    /// How far it is on a day.
    public func state(on day: Day, by schedule: RetentionSchedule) -> State {
      DueList.state(due: due, review: review, rule: schedule.classes[rule], on: day)
    }
  }

  /// How many days ahead somebody is reminded, and after how many what is due is overdue.
  public static let margin = 14

  /// All entries, those that are due first in front, those without a date last.
  public var items: [Item]

  /// Reads the list from the data file alone.
  public static func read(_ place: ArchivePlace, patience: Int = 30_000) throws(ArchiveFailure) -> DueList {
    let database = try Archive.openDatabase(place.data, patience: patience)
    let rows = try database.statement("SELECT id, kind, rule, due, review FROM entry ORDER BY due IS NULL, due, id")
    var items: [Item] = []
    while try rows.step() {
      guard let id = EntryID(bytes: rows.blob(0)) else { throw ArchiveFailure(.damaged, path: place.data) }
      items.append(Item(id: id, kind: rows.text(1), rule: rows.text(2), due: rows.day(3), review: rows.day(4)))
    }
    return DueList(items: items)
  }

  /// How far an entry is on a day.
  public static func state(due: Day?, review: Day?, rule: RetentionSchedule.Class?, on day: Day) -> State {
    if review != nil { return .held }
    guard let due else { return .running }
    let left = day.days(until: due)
    if left > margin { return .counting }
    if left > 0 { return .soon }
    if rule?.action == .settle { return .unsettled }
    return left < -margin ? .overdue : .due
  }
}

extension ArchiveEntry {
  /// How far it is on a day.
  public func state(on day: Day, by schedule: RetentionSchedule) -> DueList.State {
    DueList.state(due: due, review: card.review, rule: schedule.classes[rule], on: day)
  }
}
