import Files
import Paperwork
import Terminal

/// `kiso render --html`: pages in which a browser fills in a form.
struct BrowserPages {
  private let sources: [String]
  private let target: String?
  private let maker: BrowserPage
  private let context: CommandContext

  /// Options that say how documents are made, which a page is not.
  private static let foreign = [
    "format", "final", "blank", "fillable", "language", "with", "password", "password-fd", "archive", "soffice",
    "watch",
  ]

  init(_ arguments: ParsedArguments, _ context: CommandContext) throws {
    if let other = Self.foreign.first(where: arguments.has) {
      throw UsageFailure(.givenTwice, "‚--html‘ und ‚--\(other)‘ schließen einander aus.")
    }
    sources = arguments.values("ANGABEN")
    target = arguments.value("output")
    maker = BrowserPage(
      catalogue: try context.catalogue(), day: arguments.has("as-of") ? context.day : nil,
      strict: arguments.has("strict-anonymity") ? ["anonymity"] : [])
    self.context = context
  }

  func run() throws -> ExitStatus {
    let folder = try folder()
    try context.checkInputs(sources.filter(isRecord))
    var pages: [PaperDocument] = []
    var findings: [Finding] = []
    for source in sources {
      guard isRecord(source) else {
        pages.append(try maker.page(ofForm: source))
        continue
      }
      let reader = PaperReader(catalogue: try context.catalogue(), day: context.day)
      let paper = try reader.read(try context.input(source)).paper
      context.report(paper.findings, of: sources.count > 1 ? source : nil)
      findings += paper.findings
      // What the page begins with would be less than what was given.
      guard !paper.isLess else { return .errors }
      pages.append(try maker.page(of: paper.record, named: source))
    }
    guard Set(pages.map(\.fileName)).count == pages.count else { throw CommandFailure.sameName }
    if let folder { try FolderMaking.make(folder) }
    for page in pages { try write(page, in: folder) }
    return context.status(of: findings)
  }

  /// A source is a record where it looks like a file, and the name of a form otherwise.
  private func isRecord(_ source: String) -> Bool { source == "-" || source.contains("/") || source.contains(".") }

  /// The folder that pages go to; nil for one file, or standard output.
  private func folder() throws -> String? {
    guard let target, target != "-" else {
      guard sources.count == 1 else { throw CommandFailure.needsFolder }
      return nil
    }
    let ending = FilePath.pathExtension(of: target)
    if target.hasSuffix("/") || sources.count > 1 || DirectoryListing.isFolder(target) {
      guard ending.isEmpty || target.hasSuffix("/") || DirectoryListing.isFolder(target) else {
        throw CommandFailure.needsFolder
      }
      return target
    }
    guard ["html", "htm"].contains(ending) else {
      throw CommandFailure.unknownFormat(ending: ending, possible: ".html")
    }
    return nil
  }

  private func write(_ page: PaperDocument, in folder: String?) throws {
    if let folder { return try context.output(page.bytes, to: FilePath.joining(folder, page.fileName)) }
    let path = target == "-" ? nil : target
    guard path != nil || !context.surroundings.isOutputShown() else {
      throw CommandFailure.notShown(file: page.fileName)
    }
    try context.output(page.bytes, to: path)
  }
}
