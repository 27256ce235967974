internal import Casework
public import Paperwork
public import RecordArchive

/// Makes files, as they come, into papers for the archive.
public struct PaperFiling {
  /// A file that is to be filed: a paper of kiso, or something else that is filed by itself.
  private enum Source {
    case paper(PaperChecker.Paper, SourceKind)
    case file(SourceKind)

    var paper: PaperChecker.Paper? { if case .paper(let paper, _) = self { paper } else { nil } }
  }

  let checker: PaperChecker
  private let catalogue: Catalogue
  let day: Day
  /// The declarations with the schedule and the lists, without any form.
  let library: FormLibrary
  /// Where the papers lie that they may rest on besides each other; nil where nothing is looked at.
  private let stored: ArchivePapers?

  /// Files papers of a town on a day, each seen beside those of an archive, as whoever checks them sees them.
  public init(catalogue: Catalogue, day: Day, beside stored: ArchivePapers? = nil) throws(PaperworkFailure) {
    self.catalogue = catalogue
    checker = PaperChecker(catalogue: catalogue, day: day)
    library = try catalogue.library(forms: [])
    self.day = day
    self.stored = stored
  }

  /// Papers that come together, each seen beside the others and beside what is stored; nil as soon as errors stand in the
  /// way of one.
  ///
  /// Records and our own documents bring case, day, names and kind of data along; for a PDF or scan the details say
  /// them. `told` gets each file with what was found in it.
  public func papers(
    from files: [SourceFile], _ details: FilingDetails, told: (SourceFile, [Finding]) throws -> Void
  ) throws -> [NewPaper]? {
    let sources = files.map { file in Result { try source(file, details) } }
    let others = try others(sources.compactMap { try? $0.get().paper })
    var papers: [NewPaper] = []
    for (file, source) in zip(files, sources) {
      switch try source.get() {
      case .file(let kind):
        papers.append(try paper(of: file, kind, details))
        try told(file, [])
      case .paper(let read, let kind):
        let evaluated = try checker.evaluate(read, among: others)
        try stored?.check()
        let findings = read.paper.findings + evaluated.findings
        try told(file, findings)
        // A draft may have errors; what is filed must not be less than what was given.
        guard !read.paper.isLess, details.takesErrors || !findings.contains(where: { $0.strength == .error }) else {
          return nil
        }
        let document = PaperDocument(source: file.name, bytes: file.bytes, kind: kind, isOurs: true)
        papers.append(
          try paper(
            of: MadePaper.Facts(evaluated), documents: kind.isRecord ? [] : [document],
            as: details.isIssued ? .issued : .completed, details))
      }
    }
    return papers
  }

  private func source(_ file: SourceFile, _ details: FilingDetails) throws(PaperworkFailure) -> Source {
    let kind = SourceKind(of: file.bytes)
    guard kind.isRecord || kind.isDocument else { return .file(kind) }
    do {
      return .paper(try checker.read(file.bytes, name: file.name), kind)
    } catch {
      guard case .noRecord = error, details.kind != nil, !kind.isRecord else { throw error }
      return .file(kind)
    }
  }

  /// Everything that the papers may rest on: each other, and what is stored.
  private func others(_ papers: [PaperChecker.Paper]) throws(PaperworkFailure) -> OtherPapers {
    guard let stored else { return try checker.others(papers) }
    let library = try catalogue.library()
    let known = KnownPapers(papers.map(\.paper.record), library: library)
    return OtherPapers(JoinedPapers([known, stored], library: library), library: library, day: day)
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

  /// A file that carries no record.
  private func paper(
    of file: SourceFile, _ kind: SourceKind, _ details: FilingDetails
  ) throws(FilingFailure) -> NewPaper {
    guard let data = details.kind else { throw .needsKind }
    let paper = NewPaper(
      title: library.kindsOfData?.code(data)?.label ?? data, caseNumber: details.caseNumber, kind: data,
      day: details.day ?? day,
      parts: [NewPaper.Part(details.isIssued ? .issued : .scan, mediaType: kind.mediaType, bytes: file.bytes)])
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
