public import Paperwork
public import RecordArchive

/// What was found in papers of an archive before they leave it.
public struct LeavingPapers {
  /// One paper and what was found in it, each among the others that are stored.
  public struct Checked {
    /// The entry.
    public let entry: ArchiveEntry
    /// Everything found; for a file without a record that nobody has checked it.
    public let findings: [Finding]
  }

  /// The papers, in the order of the entries.
  public let papers: [Checked]

  /// Whether errors stand in the way of one.
  public var isRefused: Bool { papers.contains { $0.findings.contains { $0.strength == .error } } }

  /// Holds papers against their forms as printing does; cases and lists of copies are no papers.
  public init(_ entries: [ArchiveEntry], in archive: Archive, catalogue: Catalogue, day: Day) throws {
    let library = try catalogue.library()
    let checker = PaperChecker(catalogue: catalogue, day: day)
    let others = OtherPapers(ArchivePapers(day: day) { (archive, library) }, library: library, day: day)
    papers = try entries.filter { $0.card.role == .paper }.map { entry in
      guard let part = entry.card.parts.first(where: { $0.use == .record }) else {
        return Checked(entry: entry, findings: [PaperDocument.unchecked])
      }
      let paper = try checker.read(try archive.content(of: part, in: entry), name: entry.card.title)
      return Checked(
        entry: entry, findings: paper.paper.findings + (try checker.evaluate(paper, among: others).findings))
    }
  }
}
