public import Paperwork
public import RecordArchive

/// Taking in what another archive sent: papers in all their versions, and how their cases stand.
extension PaperFiling {
  /// What was taken in with a bundle.
  public struct Received: Hashable, Sendable {
    /// What became of each version of each paper.
    public var filed: [FiledPaper] = []
    /// The cases of which more than papers came.
    public var cases: [SentCase] = []
    /// What was found in the papers.
    public var findings: [Finding] = []
  }

  /// Files everything of a sealed bundle that came from an archive; nil when it is no such bundle.
  ///
  /// What is there already is nothing new, so a bundle that was taken in by half is simply taken in again. Other values
  /// of a paper that is there become its next version when `mayFollow` says so; otherwise throws what is to be settled.
  public func receive(
    _ bundle: SealedBundle, into archive: Archive, today: Day, mayFollow: (OtherVersion) throws -> Bool
  ) throws -> Received? {
    guard let files = bundle.sentFiles else { return nil }
    guard files.count == bundle.items.count else { throw ArchiveFailure(.bundleDamaged) }
    var received = Received()
    received.cases = bundle.sentCases
    let parts = zip(files, bundle.items).map { (file: $0, bytes: $1.bytes, mediaType: $1.mediaType) }
    var papers: [NewPaper] = []
    for own in Dictionary(grouping: parts, by: \.file.paper).sorted(by: { $0.key < $1.key }).map(\.value) {
      for edition in Set(own.map(\.file.edition)).sorted() {
        let version = own.filter { $0.file.edition == edition }
        guard let first = version.first?.file else { continue }
        let documents = version.filter { $0.file.use != .record }.map {
          NewPaper.Part($0.file.use, mediaType: $0.mediaType, bytes: $0.bytes)
        }
        guard let record = version.first(where: { $0.file.use == .record }) else {
          papers.append(
            NewPaper(
              title: first.title, caseNumber: first.caseNumber, kind: first.kind, day: first.day, parts: documents))
          continue
        }
        var details = FilingDetails(caseNumber: first.caseNumber)
        // It lies in an archive already, so what is wrong in it is told, and stops nothing.
        details.takesErrors = true
        let source = SourceFile(name: first.title, bytes: record.bytes)
        let isNewest = edition == own.map(\.file.edition).max()
        let made = try self.papers(from: [source], details) { if isNewest { received.findings += $1 } }
        guard var paper = made?.first else { throw ArchiveFailure(.bundleDamaged) }
        paper.parts += documents
        papers.append(paper)
      }
    }
    // Known as taken in only when everything is: with what comes last.
    if received.cases.isEmpty, !papers.isEmpty { papers[papers.count - 1].bundle = bundle.id }
    for paper in papers {
      received.filed.append(try file(paper, into: archive, today: today, mayFollow: mayFollow))
    }
    for (index, sent) in received.cases.enumerated() {
      try archive.take(sent, bundle: index == received.cases.count - 1 ? bundle.id : [], today: today)
    }
    return received
  }
}
