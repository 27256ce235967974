public import Paperwork
public import RecordArchive

/// What a person is told who asks what is stored about her in a case, looked through before it is written.
///
/// Source: Art. 15 DSGVO, § 83 SGB X.
public struct CaseDisclosure {
  /// One value that is left out.
  public struct Mask: Hashable, Sendable {
    /// In which paper it stands.
    public var paper: String
    /// What it is called.
    public var label: String
    /// Why it is left out, a code of the list of grounds.
    public var ground: String
    /// Whether somebody who has read it may let it be told.
    public var mayBeShown: Bool
    fileprivate var place: (paper: Int, path: String)

    /// The same mask, wherever it stands.
    public static func == (left: Mask, right: Mask) -> Bool {
      (left.paper, left.label, left.ground) == (right.paper, right.label, right.ground)
    }

    /// Follows what is compared.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(paper)
      hasher.combine(label)
      hasher.combine(ground)
    }
  }

  /// Why nothing can be disclosed.
  public enum Refusal: Error, Hashable, Sendable {
    /// The town declares no such paper.
    case notDeclared
    /// No paper of the case names the person.
    case unknownPerson
    /// Papers name different people of this name, who were born on different days.
    case severalPeople
    /// A paper cannot be read, so that nobody knows what it says of whom.
    case unreadable(String)
  }

  fileprivate struct Paper {
    var title: String
    var day: Day
    var edition: Int
    var content: DisclosedPaper
    /// The values as they stand, for what is let through later.
    var plain: [String: String]
  }

  private let definition: DisclosureDefinition
  private let catalogue: Catalogue
  private let day: Day
  private let number: String
  private let person: String
  private let represented: [String]
  private let received: Day?
  private var papers: [Paper] = []
  private var files: [Mask] = []

  /// Puts together everything of a case, as a person may see it.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - person: who asks, by her whole name.
  ///   - represented: for whom she asks as well, such as her child.
  ///   - archive: where the case lies.
  ///   - catalogue: the declarations.
  ///   - day: the day of the paper.
  public init(
    of number: String, for person: String, representing represented: [String] = [], in archive: Archive,
    catalogue: Catalogue, day: Day
  ) throws {
    let library = try catalogue.library()
    guard let definition = library.retention.disclosure else { throw Refusal.notDeclared }
    (self.definition, self.catalogue, self.day, self.number) = (definition, catalogue, day, number)
    (self.person, self.represented) = (person, represented)
    let entries = try archive.entries(ofCase: number)
    let file = entries.first { $0.card.role == .caseFile }
    received = file?.card.requests.first { $0.note == person }?.since
    if let file { papers.append(Self.paper(of: file, entries, library)) }
    for entry in entries where entry.card.role == .paper { try read(entry, in: archive, library) }
    try look(entries, library)
  }

  /// What is known of the case besides its papers: its days, and copies that were made.
  private static func paper(of file: ArchiveEntry, _ entries: [ArchiveEntry], _ library: FormLibrary) -> Paper {
    var facts: [(label: String, text: String)] = [("Vorgang eröffnet am", file.card.day.german)]
    for event in library.retention.events where event.isOfCase {
      guard let day = file.card.events[event.id] else { continue }
      let reason = file.card.reasons[event.id].map { reason in
        " (\(event.reasons.flatMap { library.lists[$0]?.code(reason)?.label } ?? reason))"
      }
      facts.append((event.label, day.german + (reason ?? "")))
    }
    if let hold = file.card.hold {
      facts.append(("Löschsperre", library.holdReasons?.code(hold.reason)?.label ?? hold.reason))
    }
    for copies in entries.compactMap(\.card.copies) {
      facts.append(("Kopierte Unterlagen", copies.description + (copies.day.map { ", vom \($0.german)" } ?? "")))
    }
    if let due = file.due { facts.append(("Wird geprüft und gelöscht ab", due.german)) }
    let content = DisclosedPaper(facts: facts)
    return Paper(title: "Vorgang", day: file.card.day, edition: 1, content: content, plain: plain(content))
  }

  private static func plain(_ content: DisclosedPaper) -> [String: String] {
    Dictionary(content.lines.compactMap { line in line.text.map { (line.path, $0) } }) { first, _ in first }
  }

  /// Reads all versions of a paper; what carries no record is named and left out.
  private mutating func read(_ entry: ArchiveEntry, in archive: Archive, _ library: FormLibrary) throws {
    let title = entry.card.title + (entry.card.number.map { " Nr. \($0)" } ?? "")
    for part in entry.card.parts.sorted(by: { ($0.edition, $0.number) < ($1.edition, $1.number) }) {
      guard part.use == .record else {
        files.append(
          Mask(
            paper: title, label: Self.word(part.use) + " vom " + entry.card.day.german, ground: definition.ofFiles,
            mayBeShown: false, place: (-1, "")))
        continue
      }
      var reader = RecordReader(library: library, day: entry.card.stored)
      guard let raw = try? RecordReader.raw(try archive.content(of: part, in: entry)),
        let (record, findings) = try? reader.record(from: raw), let form = library.form(of: record),
        // What the form has no place for would not be told, and nobody would know.
        !findings.contains(where: { $0.strength == .error })
      else { throw Refusal.unreadable(title) }
      let content = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
        try DisclosedPaper(
          record, form: form, library: library, day: day, person: person, represented: represented, by: definition)
      }
      papers.append(
        Paper(
          title: title, day: entry.card.day, edition: part.edition, content: content, plain: Self.plain(content)))
    }
  }

  private mutating func look(_ entries: [ArchiveEntry], _ library: FormLibrary) throws {
    guard papers.contains(where: \.content.namesPerson) else { throw Refusal.unknownPerson }
    guard Set(papers.flatMap(\.content.births)).count <= 1 else { throw Refusal.severalPeople }
    var facts = HiddenFacts()
    for paper in papers { facts.formUnion(paper.content.hidden) }
    for index in papers.indices { papers[index].content.cover(facts, by: definition, library: library) }
  }

  private static func word(_ use: PartUse) -> String {
    switch use {
    case .record: "Angaben"
    case .issued: "ausgestelltes Dokument"
    case .completed: "ausgefülltes Dokument"
    case .scan: "abgelegte Datei"
    }
  }

  /// How many papers it tells of.
  public var paperCount: Int { papers.count }

  /// What is left out, in the order of the papers, files last.
  public var masks: [Mask] {
    papers.enumerated().flatMap { number, paper in
      paper.content.lines.compactMap { line in
        line.ground.map { ground in
          Mask(
            paper: paper.name, label: line.label, ground: ground, mayBeShown: ground == definition.ofMentions,
            place: (number, line.path))
        }
      }
    } + files
  }

  /// What of a text that mentions somebody a person must read before she lets it be told; nil where nobody may.
  public func text(of mask: Mask) -> String? {
    guard mask.mayBeShown, papers.indices.contains(mask.place.paper) else { return nil }
    return papers[mask.place.paper].plain[mask.place.path]
  }

  /// Lets a text be told that a person has read; nothing where that is not for a person to say.
  public mutating func show(_ mask: Mask) {
    guard let text = text(of: mask) else { return }
    papers[mask.place.paper].content.reveal(mask.place.path, as: text)
  }

  /// Leaves out every value of a label, such as „Inhalt“, in all papers, because a person who read it fears for a child.
  ///
  /// Returns how many there were.
  public mutating func hide(_ label: String) -> Int {
    var count = 0
    for index in papers.indices {
      for line in papers[index].content.lines where line.label == label && line.text != nil {
        papers[index].content.hide(line.path, definition.ofDanger)
        count += 1
      }
    }
    return count
  }

  /// The grounds that there are, by their codes.
  public func grounds() throws(PaperworkFailure) -> CodeList? { try catalogue.library().disclosureGrounds }

  /// The record of the paper, which holds nothing but what is told.
  public func record() throws(PaperworkFailure) -> (paper: EvaluatedRecord, library: FormLibrary) {
    let library = try catalogue.library()
    guard let form = library.forms[definition.form] else { throw .unknownForm(name: definition.form, nearest: nil) }
    var record = Record(form: form.id, version: form.version)
    record.root.set(definition.number, [.value(number)])
    record.root.set(definition.person, [.value(([person] + represented).joined(separator: ", auch für "))])
    if let received { record.root.set(definition.received, [.value(received.iso)]) }
    record.root.set(definition.day, [.value(day.iso)])
    record.root.set(definition.papers, papers.filter { !$0.isEmpty }.map { .group(group(of: $0)) })
    record.root.set(
      definition.masks,
      masks.map { mask in
        var group = RecordGroup()
        group.set(definition.maskPaper, [.value(mask.paper)])
        group.set(definition.maskLabel, [.value(mask.label)])
        group.set(definition.ground, [.value(mask.ground)])
        return .group(group)
      })
    let made = record
    let paper = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try EvaluatedRecord(made, form: form, library: library, day: day, withDefaults: true)
    }
    return (paper, library)
  }

  private func group(of paper: Paper) -> RecordGroup {
    var group = RecordGroup()
    group.set(definition.title, [.value(paper.title)])
    group.set(definition.paperDay, [.value(paper.day.iso)])
    group.set(definition.edition, [.value(String(paper.edition))])
    group.set(
      definition.lines,
      paper.content.lines.compactMap { line in
        line.text.map { text in
          var row = RecordGroup()
          row.set(definition.label, [.value(line.label)])
          row.set(definition.value, [.value(text)])
          return .group(row)
        }
      })
    return group
  }
}

extension CaseDisclosure.Mask {
  /// A line for whoever looks it through.
  public func line(_ grounds: CodeList?) -> String {
    "\(paper): \(label) – \(grounds?.code(ground)?.label ?? ground)"
  }
}

extension CaseDisclosure.Paper {
  fileprivate var name: String { "\(title) vom \(day.german)" + (edition > 1 ? ", Fassung \(edition)" : "") }
  fileprivate var isEmpty: Bool { !content.lines.contains { $0.text != nil } }
}
