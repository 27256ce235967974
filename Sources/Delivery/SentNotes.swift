internal import Paperwork
internal import RecordArchive

/// What an archive knows of an entry, written into the notes of a bundle and read again.
struct SentNotes {
  private let notes: [String: String]

  init(_ notes: [String: String]) {
    self.notes = notes
  }

  static func describe(_ entry: SentEntry, as key: String, in notes: inout [String: String]) {
    notes[key + "stored"] = entry.stored?.iso
    notes[key + "kinds"] = entry.kinds.joined(separator: " ")
    describe(entry.hold, as: key + "hold.", in: &notes)
    describe(entry.date, as: key + "date.", in: &notes)
    switch entry.step {
    case .restricted(let day)?: notes[key + "restricted"] = day.iso
    case .offered(let day)?: notes[key + "offered"] = day.iso
    case nil: break
    }
  }

  static func describe(_ hold: Hold?, as key: String, in notes: inout [String: String]) {
    guard let hold else { return }
    notes[key + "reason"] = hold.reason
    notes[key + "note"] = hold.note
    notes[key + "by"] = hold.by
    notes[key + "since"] = hold.since.iso
    notes[key + "review"] = hold.review.iso
  }

  static func describe(_ date: KeptDate?, as key: String, in notes: inout [String: String]) {
    guard let date else { return }
    notes[key + "rule"] = date.rule
    notes[key + "start"] = date.start.iso
    notes[key + "end"] = date.end.iso
    notes[key + "due"] = date.due.iso
  }

  func entry(_ key: String) -> SentEntry {
    var entry = SentEntry(stored: day(key + "stored"))
    entry.kinds = notes[key + "kinds"]?.split(separator: " ").map(String.init) ?? []
    entry.hold = hold(key + "hold.")
    entry.date = date(key + "date.")
    if let day = day(key + "restricted") { entry.step = .restricted(day) }
    if let day = day(key + "offered") { entry.step = .offered(day) }
    return entry
  }

  func hold(_ key: String) -> Hold? {
    guard let reason = notes[key + "reason"], let since = day(key + "since"), let review = day(key + "review") else {
      return nil
    }
    return Hold(
      reason: reason, note: notes[key + "note"] ?? "", by: notes[key + "by"] ?? "", since: since, review: review)
  }

  func date(_ key: String) -> KeptDate? {
    guard let rule = notes[key + "rule"], let start = day(key + "start"), let end = day(key + "end"),
      let due = day(key + "due")
    else { return nil }
    return KeptDate(rule: rule, start: start, end: end, due: due)
  }

  func disclosed(_ key: String) -> Disclosed? {
    guard let day = day(key + "day") else { return nil }
    func number(_ name: String) -> Int { notes[key + name].flatMap { Int($0) } ?? 0 }
    return Disclosed(day: day, by: notes[key + "by"] ?? "", papers: number("papers"), masks: number("masks"))
  }

  private func day(_ key: String) -> Day? { notes[key].flatMap { Day(iso: $0) } }
}
