import Files
import Paperwork
import RecordArchive
import Terminal

/// What is filed: a file as it came, made into a paper for the archive.
struct FilingWork {
  /// How a file that is no record of ours is described.
  static let options: [CommandLineSyntax.Option] = [
    .init("case", value: "VORGANG", help: "Vorgangsnummer, wenn sie nicht im Papier steht"),
    .init("kind", value: "ART", help: "Datenart, wenn sie nicht aus dem Formular folgt"),
    .init("day", value: "JJJJ-MM-TT", help: "Tag des Papiers, sonst der Stichtag"),
  ]

  /// What is known about a file besides its content.
  struct Details {
    var caseNumber: String?
    var kind: String?
    var day: Day?
    /// Whether a document is the one that was issued, and not the one that came back.
    var isIssued = false
    /// Whether a record with errors is taken all the same.
    var takesErrors = false
  }

  let context: CommandContext
  /// The papers of a case that are stored already; asked for only when a paper by itself has errors.
  private let stored: (_ caseNumber: String) throws -> [StoredPaper]

  /// A paper that is stored already, with what tells it from others of its case.
  struct StoredPaper {
    var form: String
    var number: Int?
    var bytes: [UInt8]
  }

  init(_ context: CommandContext, stored: @escaping (String) throws -> [StoredPaper] = { _ in [] }) {
    self.context = context
    self.stored = stored
  }

  /// The papers of a case in an archive; none when it has no such case.
  static func papers(ofCase number: String, in archive: Archive) throws -> [StoredPaper] {
    var query = Archive.Query()
    query.caseNumber = number
    return try archive.entries(query).compactMap { entry in
      guard entry.card.role == .paper, let part = entry.card.parts.first(where: { $0.use == .record }) else {
        return nil
      }
      return StoredPaper(
        form: entry.card.form, number: entry.card.number, bytes: try archive.content(of: part, in: entry))
    }
  }

  /// The details that the options give.
  static func details(_ arguments: ParsedArguments) throws -> Details {
    var details = Details(caseNumber: arguments.value("case"), kind: arguments.value("kind"))
    if let typed = arguments.value("day") {
      guard let day = Day(iso: typed) else {
        throw UsageFailure.badValue(of: "day", expected: "ein Tag als JJJJ-MM-TT, zum Beispiel 2025-11-20")
      }
      details.day = day
    }
    details.isIssued = arguments.has("issued")
    details.takesErrors = arguments.has("draft")
    return details
  }

  /// A paper and what was found in it; nil when errors stand in the way.
  ///
  /// Records and our own documents bring case, day, names and kind of data along; for a PDF or scan the details say
  /// them.
  ///
  /// `beside` are files that are filed at the same time, so that a paper and the one that it rests on may come together.
  func paper(
    from bytes: [UInt8], name: String, _ details: Details, beside others: [[UInt8]] = []
  ) throws -> (paper: NewPaper?, findings: [Finding]) {
    switch FileType(bytes) {
    case .record: return try record(from: bytes, name: name, details, document: nil, beside: others)
    case .document:
      do {
        return try record(from: bytes, name: name, details, document: bytes, beside: others)
      } catch PaperworkFailure.noRecord where details.kind != nil {
        return (try file(bytes, .document, details), [])
      }
    case let type: return (try file(bytes, type, details), [])
    }
  }

  /// A paper of a record that was evaluated already, with its documents.
  func paper(
    of evaluated: EvaluatedRecord, library: FormLibrary, documents: [NewPaper.Part], _ details: Details
  ) throws -> NewPaper {
    let record = NewPaper.Part(.record, mediaType: FileType.record.mediaType, bytes: evaluated.given.xml())
    var paper = NewPaper(
      evaluated, library: library, caseNumber: details.caseNumber, kind: details.kind, parts: [record] + documents)
    if let day = details.day { paper.day = day }
    try check(paper)
    return paper
  }

  private func record(
    from bytes: [UInt8], name: String, _ details: Details, document: [UInt8]?, beside others: [[UInt8]]
  ) throws -> (paper: NewPaper?, findings: [Finding]) {
    let checker = PaperChecker(catalogue: try context.catalogue(), day: context.day)
    let read = try checker.read(bytes, name: name)
    // What is no paper of ours is filed by itself and says nothing about this one.
    let beside = others.compactMap { try? checker.read($0, name: name) }
    var evaluated = try checker.evaluate(read, among: beside)
    if evaluated.findings.contains(where: { $0.strength == .error }),
      let number = details.caseNumber ?? evaluated.filing.caseNumber
    {
      let own = evaluated.filing.number
      // An earlier version of the same paper is no other paper.
      let known = try stored(number).filter {
        $0.form != read.paper.record.form || $0.number == nil || $0.number != own
      }
      evaluated = try checker.evaluate(read, among: beside + known.map { try checker.read($0.bytes, name: name) })
    }
    let findings = read.paper.findings + evaluated.findings
    guard details.takesErrors || !findings.contains(where: { $0.strength == .error }) else { return (nil, findings) }
    let documents = document.map {
      [NewPaper.Part(details.isIssued ? .issued : .completed, mediaType: FileType.document.mediaType, bytes: $0)]
    }
    return (try paper(of: evaluated, library: read.library, documents: documents ?? [], details), findings)
  }

  private func file(_ bytes: [UInt8], _ type: FileType, _ details: Details) throws -> NewPaper {
    guard let kind = details.kind else { throw CommandFailure.needsKind }
    let list = try context.catalogue().library(forms: []).kindsOfData
    var paper = NewPaper(
      title: list?.code(kind)?.label ?? kind, caseNumber: details.caseNumber, kind: kind,
      day: details.day ?? context.day,
      parts: [NewPaper.Part(details.isIssued ? .issued : .scan, mediaType: type.mediaType, bytes: bytes)])
    paper.names = []
    try check(paper)
    return paper
  }

  /// Only anonymous papers and statistics belong to no case.
  private func check(_ paper: NewPaper) throws {
    let library = try context.catalogue().library(forms: [])
    let known = Set(library.retention.kinds)
    if let kind = paper.kinds.first(where: { !known.contains($0) }) {
      throw CommandFailure.unknownKind(kind, known: library.retention.kinds)
    }
    guard !paper.kinds.isEmpty else { throw CommandFailure.needsKind }
    let ofCase = Set(library.retention.events.filter(\.isOfCase).map(\.id))
    let needsCase = paper.kinds.contains { kind in
      library.retention.classes(ofKind: kind).allSatisfy { rule in ofCase.contains { rule.start.contains($0) } }
    }
    guard paper.caseNumber != nil || !needsCase else { throw CommandFailure.needsCase }
  }
}
