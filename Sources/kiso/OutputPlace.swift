import Files
import Paperwork
import Terminal

/// Where documents go, and as what.
struct OutputPlace {
  /// The kinds of place.
  enum Kind: Equatable {
    case standardOutput
    case file(String)
    case folder(String)
  }

  let kind: Kind
  let format: PaperFormat

  /// Reads the place from the target; several sources and a folder that is there ask for a folder.
  ///
  /// - Parameters:
  ///   - target: the value of `--output`; nil and `-` are standard output.
  ///   - count: how many sources there are.
  ///   - format: the value of `--format`; where it is nil the ending counts.
  ///   - standard: what counts without either.
  ///   - possible: what can be written there.
  init(
    target: String?, count: Int, format typed: String?, standard: PaperFormat = .odt,
    possible: [PaperFormat] = PaperFormat.documents
  ) throws {
    var format: PaperFormat?
    if let typed {
      format = PaperFormat(rawValue: typed).flatMap { possible.contains($0) ? $0 : nil }
      guard format != nil else {
        let names = PaperFormat.endings(possible).replacing(".", with: "")
        throw UsageFailure.badValue(of: "format", expected: names)
      }
    }
    func told(by path: String) -> PaperFormat? { PaperFormat(path: path).flatMap { possible.contains($0) ? $0 : nil } }
    guard let target, target != "-" else {
      guard count == 1 else { throw CommandFailure.needsFolder }
      (kind, self.format) = (.standardOutput, format ?? standard)
      return
    }
    let isFolder =
      target.hasSuffix("/") || count > 1
      || (DirectoryListing.isFolder(target) && told(by: target) == nil)
    if isFolder {
      // A name that looks like a document is more likely one than a folder to be made.
      let looksLikeFile = told(by: target) != nil && !target.hasSuffix("/")
      guard !looksLikeFile || DirectoryListing.isFolder(target) else { throw CommandFailure.needsFolder }
      (kind, self.format) = (.folder(target), format ?? standard)
      return
    }
    guard let told = told(by: target) else {
      throw CommandFailure.unknownFormat(
        ending: FilePath.pathExtension(of: target), possible: PaperFormat.endings(possible))
    }
    guard format == nil || format == told else { throw CommandFailure.otherFormat }
    (kind, self.format) = (.file(target), told)
  }

  /// Refuses what cannot lie at this place, before any work is done for it.
  func check(_ documents: [PaperDocument]) throws {
    switch kind {
    case .standardOutput where documents.count > 1: throw CommandFailure.severalSheets
    case .standardOutput, .file: return
    case .folder:
      let names = documents.map { FilePath.stem(of: $0.fileName) }
      guard Set(names).count == names.count else { throw CommandFailure.sameName }
    }
  }

  /// The file that a document goes to; nil for standard output.
  func path(of document: PaperDocument) -> String? {
    switch kind {
    case .standardOutput: nil
    case .file(let path): document.sheet.map { FilePath.numbered(path, $0) } ?? path
    case .folder(let folder): FilePath.joining(folder, document.fileName)
    }
  }

  /// Writes documents, each as a whole or not at all.
  ///
  /// Several sheets of one paper go to files of their own, such as `name-1.odt` and `name-2.odt`.
  func write(_ documents: [PaperDocument], _ context: CommandContext) throws {
    if case .standardOutput = kind, context.surroundings.isOutputShown(),
      let document = documents.first(where: { !$0.kind.isText })
    {
      throw CommandFailure.notShown(file: FilePath.lastComponent(of: document.fileName))
    }
    if case .folder(let folder) = kind, !documents.isEmpty { try FolderMaking.make(folder) }
    for document in documents {
      let path = path(of: document)
      try context.output(document.bytes, to: path)
      if let sheet = document.sheet, let path { context.surroundings.writeError("Blatt \(sheet): \(path)") }
    }
  }
}
