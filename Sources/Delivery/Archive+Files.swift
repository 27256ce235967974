internal import Files
internal import Paperwork
public import RecordArchive

extension Archive {
  /// The files of entries under names that say nothing of a person, such as
  /// `KSA-2-2025-0147-gespraechsnotiz-1-angaben.xml`.
  ///
  /// The newest version of each, with all documents of it; `withEarlier` adds the earlier ones.
  public func files(
    of entries: [ArchiveEntry], withEarlier: Bool
  ) throws(ArchiveFailure) -> [SealedBundle.Item] {
    var items: [SealedBundle.Item] = []
    var taken: Set<String> = []
    for entry in entries {
      let card = entry.card
      let words = [
        card.caseNumber, card.form.isEmpty ? entry.kind : card.form, card.number.map(String.init) ?? card.day.iso,
      ]
      for part in withEarlier ? card.parts : card.parts(ofEdition: card.edition) {
        let version = part.edition == card.edition ? [] : ["fassung", String(part.edition)]
        let stem = FilePath.plainName(
          (words.filter { !$0.isEmpty } + version + [Self.word(for: part.use)]).joined(separator: "-"))
        let bytes = try content(of: part, in: entry)
        let kind = SourceKind(stored: bytes, as: part.mediaType)
        var name = stem + "." + kind.fileExtension
        if !taken.insert(name).inserted {
          name = "\(stem)-\(entry.id.description.prefix(8))-\(part.number).\(kind.fileExtension)"
          taken.insert(name)
        }
        items.append(SealedBundle.Item(name: name, mediaType: kind.mediaType, bytes: bytes))
      }
    }
    return items
  }

  private static func word(for use: PartUse) -> String {
    switch use {
    case .record: "angaben"
    case .issued: "ausgestellt"
    case .completed: "ausgefuellt"
    case .scan: "datei"
    }
  }
}

extension SourceKind {
  /// The kind of a stored file: of its type, and where that is a text of ODF or nothing at all, of its content.
  ///
  /// Spreadsheets and flat files, Word files and texts were stored under those two types once.
  init(stored bytes: [UInt8], as mediaType: String) {
    let told = SourceKind(mediaType: mediaType)
    self = told == .odt || told == .other ? SourceKind(of: bytes) : told
  }
}
