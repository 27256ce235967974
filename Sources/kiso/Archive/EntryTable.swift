import Paperwork
import RecordArchive

/// Entries as lines for people: id, case, day, what it is, how far it is.
enum EntryTable {
  static func text(_ entries: [ArchiveEntry], on day: Day, by schedule: RetentionSchedule) -> String {
    guard !entries.isEmpty else { return "Nichts gefunden.\n" }
    let rows = entries.map { entry in
      [
        String(entry.id.description.prefix(8)), entry.card.caseNumber.isEmpty ? "–" : entry.card.caseNumber,
        entry.card.day.german, title(entry, by: schedule), state(entry, on: day, by: schedule),
      ]
    }
    return table(["Nr.", "Vorgang", "Tag", "Papier", "Stand"], rows)
  }

  static func table(_ head: [String], _ rows: [[String]]) -> String {
    let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
    return ([head] + rows).map { row in
      let cells = row.enumerated().map { index, cell in
        index == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[index] - cell.count)
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// What lists call an entry.
  static func title(_ entry: ArchiveEntry, by schedule: RetentionSchedule) -> String {
    switch entry.card.role {
    case .caseFile: entry.isEndedCase(by: schedule) ? "Vorgang, beendet" : "Vorgang"
    case .paper:
      entry.card.title + (entry.card.number.map { " Nr. \($0)" } ?? "")
        + (entry.card.edition > 1 ? ", Fassung \(entry.card.edition)" : "")
    case .copies:
      (entry.card.copies?.description ?? entry.card.title)
        + (entry.card.copies?.pages.map { " (\($0) \($0 == 1 ? "Seite" : "Seiten"))" } ?? "")
    }
  }

  /// How far it is, with the day that counts.
  static func state(_ entry: ArchiveEntry, on day: Day, by schedule: RetentionSchedule) -> String {
    if case .restricted? = entry.card.step {
      return "eingeschränkt" + (entry.due.map { ", löschen ab \($0.german)" } ?? "")
    }
    return DueLine.state(entry.state(on: day, by: schedule), due: entry.due, review: entry.card.review)
  }
}

/// The words for how far an entry is.
enum DueLine {
  static func state(_ state: DueList.State, due: Day?, review: Day?) -> String {
    let day = due?.german ?? ""
    return switch state {
    case .running: "noch zu berechnen"
    case .counting: "fällig am \(day)"
    case .soon: "bald fällig, am \(day)"
    case .due: "fällig seit \(day)"
    case .overdue: "überfällig seit \(day)"
    case .unsettled: "zu klären, seit \(day)"
    case .held: "gesperrt, prüfen am \(review?.german ?? "")"
    }
  }
}
