public import Paperwork
public import RecordArchive

/// Makes files, as they come, into papers for the archive.
public struct PaperFiling {
  /// A paper that is stored already, with what tells it from others of its case.
  public struct StoredPaper: Hashable, Sendable {
    var form: String
    var number: Int?
    var bytes: [UInt8]
  }

  /// What became of a file: the paper to be stored, nil while errors stand in the way, and what was found in it.
  public typealias Result = (paper: NewPaper?, findings: [Finding])

  private let checker: PaperChecker
  private let day: Day
  /// The declarations with the schedule and the lists, without any form.
  private let library: FormLibrary
  /// The papers of a case that are stored already; asked for only when a paper by itself has errors.
  private let stored: (_ caseNumber: String) throws -> [StoredPaper]

  /// Files papers of a town on a day, each seen beside those that `stored` gives for its case.
  public init(
    catalogue: Catalogue, day: Day, stored: @escaping (_ caseNumber: String) throws -> [StoredPaper]
  ) throws(PaperworkFailure) {
    checker = PaperChecker(catalogue: catalogue, day: day)
    library = try catalogue.library(forms: [])
    self.day = day
    self.stored = stored
  }

  /// The papers of a case in an archive; none when it has no such case.
  public static func papers(ofCase number: String, in archive: Archive) throws(ArchiveFailure) -> [StoredPaper] {
    var query = Archive.Query()
    query.caseNumber = number
    var papers: [StoredPaper] = []
    for entry in try archive.entries(query) where entry.card.role == .paper {
      guard let part = entry.card.parts.first(where: { $0.use == .record }) else { continue }
      papers.append(
        StoredPaper(
          form: entry.card.form, number: entry.card.number, bytes: try archive.content(of: part, in: entry)))
    }
    return papers
  }

  /// Papers that come together, each seen beside the others; nil as soon as errors stand in the way of one.
  ///
  /// `told` gets each file with what was found in it.
  public func papers(
    from files: [SourceFile], _ details: FilingDetails, told: (SourceFile, [Finding]) throws -> Void
  ) throws -> [NewPaper]? {
    var papers: [NewPaper] = []
    for (index, file) in files.enumerated() {
      let others = files.enumerated().filter { $0.offset != index }.map(\.element.bytes)
      let (paper, findings) = try paper(from: file.bytes, name: file.name, details, beside: others)
      try told(file, findings)
      guard let paper else { return nil }
      papers.append(paper)
    }
    return papers
  }

  /// A paper and what was found in it.
  ///
  /// Records and our own documents bring case, day, names and kind of data along; for a PDF or scan the details say
  /// them. `beside` are files that are filed at the same time, so that a paper and the one that it rests on may come
  /// together.
  public func paper(
    from bytes: [UInt8], name: String, _ details: FilingDetails, beside others: [[UInt8]]
  ) throws -> Result {
    let kind = SourceKind(of: bytes)
    if kind.isRecord { return try record(from: bytes, name: name, details, document: nil, beside: others) }
    guard kind.isDocument else { return (try file(bytes, kind, details), []) }
    do {
      return try record(from: bytes, name: name, details, document: kind, beside: others)
    } catch PaperworkFailure.noRecord where details.kind != nil {
      return (try file(bytes, kind, details), [])
    }
  }

  /// A paper that was checked already, with its documents.
  public func paper(
    of facts: MadePaper.Facts, documents: [PaperDocument], as use: PartUse = .issued,
    _ details: FilingDetails = FilingDetails()
  ) throws(FilingFailure) -> NewPaper {
    let record = NewPaper.Part(.record, mediaType: SourceKind.xml.mediaType, bytes: facts.record.xml())
    let parts = documents.map { NewPaper.Part(use, mediaType: $0.kind.mediaType, bytes: $0.bytes) }
    var paper = NewPaper(
      facts.filing, of: facts.form, on: facts.day, library: library, caseNumber: details.caseNumber,
      kind: details.kind, parts: [record] + parts)
    if let day = details.day { paper.day = day }
    try check(paper)
    return paper
  }

  private func record(
    from bytes: [UInt8], name: String, _ details: FilingDetails, document: SourceKind?, beside others: [[UInt8]]
  ) throws -> Result {
    let read = try checker.read(bytes, name: name)
    // A file that is not a paper of kiso is filed by itself and says nothing about this one.
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
    let documents = document.map { [PaperDocument(source: name, bytes: bytes, kind: $0, isOurs: true)] } ?? []
    let use: PartUse = details.isIssued ? .issued : .completed
    return (try paper(of: MadePaper.Facts(evaluated), documents: documents, as: use, details), findings)
  }

  private func file(_ bytes: [UInt8], _ kind: SourceKind, _ details: FilingDetails) throws(FilingFailure) -> NewPaper {
    guard let data = details.kind else { throw .needsKind }
    let paper = NewPaper(
      title: library.kindsOfData?.code(data)?.label ?? data, caseNumber: details.caseNumber, kind: data,
      day: details.day ?? day,
      parts: [NewPaper.Part(details.isIssued ? .issued : .scan, mediaType: kind.mediaType, bytes: bytes)])
    try check(paper)
    return paper
  }

  /// Only anonymous papers and statistics belong to no case.
  private func check(_ paper: NewPaper) throws(FilingFailure) {
    let known = Set(library.retention.kinds)
    if let kind = paper.kinds.first(where: { !known.contains($0) }) {
      throw .unknownKind(kind, known: library.retention.kinds)
    }
    guard !paper.kinds.isEmpty else { throw .needsKind }
    let ofCase = Set(library.retention.events.filter(\.isOfCase).map(\.id))
    let needsCase = paper.kinds.contains { kind in
      library.retention.classes(ofKind: kind).allSatisfy { rule in ofCase.contains { rule.start.contains($0) } }
    }
    guard paper.caseNumber != nil || !needsCase else { throw .needsCase }
  }
}
