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
  let format: DocumentFormat

  /// Reads the place from the target; several sources and a folder that is there ask for a folder.
  ///
  /// - Parameters:
  ///   - target: the value of `--output`; nil and `-` are standard output.
  ///   - count: how many sources there are.
  ///   - format: the value of `--format`; where it is nil the ending counts.
  ///   - standard: what counts without either.
  init(target: String?, count: Int, format typed: String?, standard: DocumentFormat = .odt) throws {
    var format: DocumentFormat?
    if let typed {
      format = DocumentFormat(rawValue: typed)
      guard format != nil else { throw UsageFailure.badValue(of: "format", expected: DocumentFormat.names) }
    }
    guard let target, target != "-" else {
      guard count == 1 else { throw CommandFailure.needsFolder }
      (kind, self.format) = (.standardOutput, format ?? standard)
      return
    }
    let ending = FilePath.pathExtension(of: target)
    let isFolder =
      target.hasSuffix("/") || count > 1
      || (DirectoryListing.isFolder(target) && DocumentFormat(rawValue: ending) == nil)
    if isFolder {
      // A name that looks like a document is more likely one than a folder to be made.
      let looksLikeFile = DocumentFormat(rawValue: ending) != nil && !target.hasSuffix("/")
      guard !looksLikeFile || DirectoryListing.isFolder(target) else { throw CommandFailure.needsFolder }
      (kind, self.format) = (.folder(target), format ?? standard)
      return
    }
    guard let told = DocumentFormat(rawValue: ending) else {
      throw CommandFailure.unknownFormat(ending: ending, possible: DocumentFormat.endings)
    }
    guard format == nil || format == told else { throw CommandFailure.otherFormat }
    (kind, self.format) = (.file(target), told)
  }

  /// Refuses what cannot lie at this place, before any work is done for it.
  func check(_ documents: [MadeDocument]) throws {
    switch kind {
    case .standardOutput where documents.count > 1: throw CommandFailure.severalSheets
    case .standardOutput, .file: return
    case .folder:
      let names = documents.map { FilePath.stem(of: $0.fileName) }
      guard Set(names).count == names.count else { throw CommandFailure.sameName }
    }
  }

  /// Writes documents, each as a whole or not at all.
  ///
  /// Several sheets of one paper go to files of their own, such as `name-1.odt` and `name-2.odt`.
  func write(_ documents: [MadeDocument], _ context: CommandContext) throws {
    if case .folder(let folder) = kind, !documents.isEmpty { try FolderMaking.make(folder) }
    for document in documents {
      let path: String? =
        switch kind {
        case .standardOutput: nil
        case .file(let path): document.sheet.map { FilePath.numbered(path, $0) } ?? path
        case .folder(let folder): FilePath.joining(folder, document.fileName)
        }
      try context.output(document.bytes, to: path)
      if let sheet = document.sheet, let path { context.surroundings.writeError("Blatt \(sheet): \(path)") }
    }
  }
}

/// What a document is written as, by the ending of its file.
enum DocumentFormat: String {
  case odt, fodt, ods, fods, pdf

  /// The kinds as messages name them.
  static let names = "odt, fodt, ods, fods oder pdf"
  /// The endings as messages name them.
  static let endings = ".odt, .fodt, .ods, .fods oder .pdf"

  /// Whether it is a package, which can be protected with a password.
  var isPackage: Bool { self == .odt || self == .ods }

  /// Whether it is a spreadsheet, which exists for finished papers alone.
  var isSheet: Bool { paper.isSheet }

  /// The document that is made first.
  var paper: PaperWriter.Format { PaperWriter.Format(rawValue: rawValue) ?? .odt }
}
