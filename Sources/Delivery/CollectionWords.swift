internal import Paperwork
internal import RecordArchive

/// What changed in an archive, in German lines, by case and paper.
struct CollectionWords {
  private let library: FormLibrary

  init(_ library: FormLibrary) {
    self.library = library
  }

  /// A line for everything that a person should have seen before it is done.
  func lines(of difference: Archive.Difference) -> [String] {
    difference.added.flatMap(added) + difference.changed.flatMap { changed($0.before.card, $0.after.card) }
  }

  /// Entries by their names, the case left out.
  func names(of entries: [ArchiveEntry]) -> [String] {
    entries.filter { $0.card.role != .caseFile }.map { entry in
      entry.card.role == .copies
        ? "Vermerk über kopierte Unterlagen"
        : title(entry.card) + (entry.card.edition > 1 ? ", \(entry.card.edition) Fassungen" : "")
    }
  }

  private func added(_ entry: ArchiveEntry) -> [String] {
    let card = entry.card
    switch card.role {
    case .caseFile:
      return [name(card) + "neuer Vorgang, eröffnet am \(card.day.german)"] + changes(of: EntryCard?.none, card)
    case .paper: return [name(card) + "neu: " + title(card)]
    case .copies: return [name(card) + "neu: Vermerk über kopierte Unterlagen"]
    }
  }

  private func changed(_ before: EntryCard, _ after: EntryCard) -> [String] {
    var lines: [String] = []
    if after.role == .caseFile { lines += changes(of: before, after) }
    if after.edition > before.edition {
      lines.append(
        name(after) + "\(title(after)): andere Angaben, als Fassung \(after.edition); die bisherige bleibt daneben")
    } else if after.parts.count > before.parts.count {
      lines.append(name(after) + "\(title(after)): weitere Datei")
    }
    if after.role == .paper, before.day != after.day {
      lines.append(name(after) + "\(title(after)): Tag bisher \(before.day.german)")
    }
    return lines
  }

  /// What is another way with a case: its events, a hold, the day on which it is deleted.
  private func changes(of before: EntryCard?, _ after: EntryCard) -> [String] {
    var lines: [String] = []
    for event in library.retention.events where event.isOfCase {
      let (old, new) = (before?.events[event.id], after.events[event.id])
      guard old != new else { continue }
      let then = old.map { ", bisher \($0.german)" } ?? ""
      let reason = after.reasons[event.id].map { reason in
        let list = event.reasons.flatMap { library.lists[$0] }
        return " (\(list?.code(reason)?.label ?? reason))"
      }
      lines.append(name(after) + "\(event.label): " + (new.map { $0.german + (reason ?? "") } ?? "nicht mehr") + then)
    }
    if before?.hold != after.hold {
      lines.append(
        name(after) + (after.hold.map { "gesperrt, zu prüfen am \($0.review.german)" } ?? "Sperre aufgehoben"))
    }
    for request in after.requests where before?.requests.contains(request) != true {
      lines.append(name(after) + "offenes Auskunftsersuchen, zu beantworten bis \(request.review.german)")
    }
    if let old = before?.date?.due, after.date?.due != old {
      lines.append(
        name(after) + "zu löschen ab \(after.date?.due.german ?? "noch nicht bekannt"), bisher ab \(old.german)")
    }
    return lines
  }

  private func name(_ card: EntryCard) -> String { card.caseNumber.isEmpty ? "" : card.caseNumber + ": " }

  private func title(_ card: EntryCard) -> String {
    let number = card.number.map { " Nr. \($0)" } ?? (card.reference.isEmpty ? "" : " " + card.reference)
    return "\(card.title)\(number) vom \(card.day.german)"
  }
}
