internal import Paperwork
public import RecordArchive

/// How a sealed bundle says which file of it belongs to what, and what is known of its cases.
struct SentFile: Hashable {
  /// The paper it belongs to, by its place in the bundle.
  var paper: Int
  var use: PartUse
  var edition: Int
  var caseNumber: String?
  var kind: String
  var day: Day
  var title: String
  var isOfForm: Bool
  /// What the archive knew of the paper besides; nil where the bundle does not tell.
  var entry: SentEntry?
}

extension SealedBundle {
  /// Entries of an archive with all their versions, and what it knows of their cases.
  public init(of entries: [ArchiveEntry], in archive: Archive) throws(ArchiveFailure) {
    var notes: [String: String] = [:]
    let items = try archive.files(of: entries, withEarlier: true)
    var place = 0
    for (number, entry) in entries.filter({ !$0.card.parts.isEmpty }).enumerated() {
      let card = entry.card
      SentNotes.describe(card.sentEntry, as: "paper.\(number).", in: &notes)
      for part in card.parts {
        let key = "file.\(place)."
        notes[key + "paper"] = String(number)
        notes[key + "use"] = String(part.use.rawValue)
        notes[key + "edition"] = String(part.edition)
        notes[key + "case"] = card.caseNumber
        notes[key + "kind"] = card.kinds.first
        notes[key + "day"] = card.day.iso
        notes[key + "title"] = card.title
        notes[key + "form"] = card.form
        place += 1
      }
    }
    for (number, sent) in try archive.sentCases(of: entries).enumerated() {
      Self.describe(sent, as: "case.\(number).", in: &notes)
    }
    self.init(notes: notes, items: items)
  }

  private static func describe(_ sent: SentCase, as key: String, in notes: inout [String: String]) {
    notes[key + "number"] = sent.number
    notes[key + "opened"] = sent.opened.iso
    for (event, day) in sent.events { notes[key + "event." + event] = day.iso }
    for (event, reason) in sent.reasons { notes[key + "reason." + event] = reason }
    SentNotes.describe(sent.hold, as: key + "hold.", in: &notes)
    for (number, request) in sent.requests.enumerated() {
      SentNotes.describe(request, as: key + "request.\(number).", in: &notes)
    }
    for (number, disclosed) in sent.disclosed.enumerated() {
      notes[key + "disclosed.\(number).day"] = disclosed.day.iso
      notes[key + "disclosed.\(number).by"] = disclosed.by
      notes[key + "disclosed.\(number).papers"] = String(disclosed.papers)
      notes[key + "disclosed.\(number).masks"] = String(disclosed.masks)
    }
    SentNotes.describe(sent.date, as: key + "date.", in: &notes)
    for (number, copies) in sent.copies.enumerated() {
      notes[key + "copies.\(number).what"] = copies.note.description
      notes[key + "copies.\(number).pages"] = copies.note.pages.map(String.init)
      notes[key + "copies.\(number).day"] = copies.note.day?.iso
      SentNotes.describe(copies.entry, as: key + "copies.\(number).", in: &notes)
    }
  }

  /// What its notes say of its files; nil when they say nothing, as in a bundle of one file that was dropped.
  var sentFiles: [SentFile]? {
    guard notes["file.0.paper"] != nil else { return nil }
    return items.indices.compactMap { index in
      func note(_ name: String) -> String? { notes["file.\(index).\(name)"] }
      guard let paper = note("paper").flatMap({ Int($0) }), let day = note("day").flatMap({ Day(iso: $0) }),
        let use = note("use").flatMap({ UInt8($0) }).flatMap({ PartUse(rawValue: $0) }), let kind = note("kind")
      else { return nil }
      return SentFile(
        paper: paper, use: use, edition: note("edition").flatMap { Int($0) } ?? 1,
        caseNumber: note("case").flatMap { $0.isEmpty ? nil : $0 }, kind: kind, day: day, title: note("title") ?? "",
        isOfForm: !(note("form") ?? "").isEmpty,
        entry: SentNotes(notes).entry("paper.\(paper)."))
    }
  }

  /// What its notes say of cases.
  var sentCases: [SentCase] {
    var cases: [SentCase] = []
    while let sent = sentCase("case.\(cases.count).") { cases.append(sent) }
    return cases
  }

  private func sentCase(_ key: String) -> SentCase? {
    guard let number = notes[key + "number"], !number.isEmpty,
      let opened = notes[key + "opened"].flatMap({ Day(iso: $0) })
    else { return nil }
    var sent = SentCase(number: number, opened: opened, events: [:], reasons: [:], copies: [])
    for (name, text) in notes where name.hasPrefix(key + "event.") {
      sent.events[String(name.dropFirst((key + "event.").count))] = Day(iso: text)
    }
    for (name, text) in notes where name.hasPrefix(key + "reason.") {
      sent.reasons[String(name.dropFirst((key + "reason.").count))] = text
    }
    let told = SentNotes(notes)
    sent.hold = told.hold(key + "hold.")
    while let request = told.hold(key + "request.\(sent.requests.count).") { sent.requests.append(request) }
    while let disclosed = told.disclosed(key + "disclosed.\(sent.disclosed.count).") {
      sent.disclosed.append(disclosed)
    }
    sent.date = told.date(key + "date.")
    while let what = notes[key + "copies.\(sent.copies.count).what"] {
      let own = key + "copies.\(sent.copies.count)."
      let note = Filing.Copies(
        description: what, pages: notes[own + "pages"].flatMap { Int($0) },
        day: notes[own + "day"].flatMap { Day(iso: $0) })
      sent.copies.append(SentCase.Copies(note, entry: told.entry(own)))
    }
    return sent
  }
}
