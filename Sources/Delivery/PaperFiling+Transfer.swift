internal import Paperwork
internal import RecordArchive

/// Reading what another archive sent: papers in all their versions.
extension PaperFiling {
  /// The papers of a bundle that came from an archive, in all their versions, and what was found in the newest.
  ///
  /// Returns nil when it is no such bundle.
  func sentPapers(_ bundle: SealedBundle) throws -> (papers: [NewPaper], findings: [Finding])? {
    guard let files = bundle.sentFiles else { return nil }
    guard files.count == bundle.items.count else { throw ArchiveFailure(.bundleDamaged) }
    var findings: [Finding] = []
    let parts = zip(files, bundle.items).map { (file: $0, bytes: $1.bytes, mediaType: $1.mediaType) }
    var papers: [NewPaper] = []
    for own in Dictionary(grouping: parts, by: \.file.paper).sorted(by: { $0.key < $1.key }).map(\.value) {
      for edition in Set(own.map(\.file.edition)).sorted() {
        let version = own.filter { $0.file.edition == edition }
        guard let first = version.first?.file else { continue }
        let isNewest = edition == own.map(\.file.edition).max()
        let documents = version.filter { $0.file.use != .record }.map {
          NewPaper.Part($0.file.use, mediaType: $0.mediaType, bytes: $0.bytes)
        }
        guard let record = version.first(where: { $0.file.use == .record }) else {
          var paper = NewPaper(
            title: first.title, caseNumber: first.caseNumber, kind: first.kind, day: first.day, parts: documents)
          if isNewest { paper.carried = first.entry }
          papers.append(paper)
          continue
        }
        var details = FilingDetails(caseNumber: first.caseNumber)
        // It lies in an archive already, so what is wrong in it is told, and stops nothing.
        details.takesErrors = true
        let source = SourceFile(name: first.title, bytes: record.bytes)
        let made = try self.papers(from: [source], details) { if isNewest { findings += $1 } }
        guard var paper = made?.first else { throw ArchiveFailure(.bundleDamaged) }
        paper.parts += documents
        if isNewest { paper.carried = first.entry }
        papers.append(paper)
      }
    }
    return (papers, findings)
  }
}
