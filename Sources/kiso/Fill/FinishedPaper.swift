import Casework
import Conversation
import Delivery
import Files
import Paperwork
import Printing
import Terminal

/// What becomes of a conversation's record: a document, a print, a file of values.
struct FinishedPaper {
  /// Where a paper goes.
  enum Target {
    /// The values alone; nil is standard output.
    case record(String?)
    /// A document in a file.
    case document(String)
    /// The printer that `PrintSettings` name, or the default one.
    case printer

    /// The file; nil for standard output and the printer.
    var path: String? {
      switch self {
      case .record(let path): path
      case .document(let path): path
      case .printer: nil
      }
    }
  }

  /// What was written.
  struct Written {
    /// The files, in their order; none for standard output and the printer.
    var paths: [String] = []
    /// The one among them that a correction or the next paper can begin from; nil when none holds the whole record.
    var record: String?
    /// Whether the whole record went somewhere, so that nothing has to be kept besides.
    var isKept: Bool
  }

  let context: CommandContext
  let library: FormLibrary
  let settings: UserSettings
  let asking: Asking
  /// The papers it was filled in among.
  let others: [Record]
  /// The archive, where what lies there can matter for it; nil without one.
  let archive: ArchivePapers?
  let strict: Set<String>
  /// The command line, for where LibreOffice is.
  let arguments: ParsedArguments

  /// Refuses an output that nothing can be written to, before anybody has typed a word.
  static func check(_ output: String?) throws(CommandFailure) {
    guard let output, output != "-", PaperFormat(path: output) == nil else { return }
    throw .unknownFormat(
      ending: FilePath.pathExtension(of: output), possible: PaperFormat.endings(PaperFormat.allCases))
  }

  /// Writes a record where the command line says, or where the user wants it.
  ///
  /// Gives what was written; nil when nobody answered any more. What cannot be written is said, and
  /// asked again while somebody is there.
  func write(_ record: Record, isDraft: Bool, output: String?) throws -> Written? {
    let evaluated = try evaluate(record)
    while true {
      guard let target = try target(for: evaluated, isDraft: isDraft, output: output) else { return nil }
      do {
        return try write(evaluated, to: target)
      } catch  where output == nil && context.surroundings.isAttended() {
        // Somebody is there: say it and ask for another place.
        asking.console.say(FailureReport(error).lines.map { .text($0, .error, indent: 2) })
      }
    }
  }

  /// Writes the whole record beside what was written of it, under a name that is free; gives its path.
  ///
  /// Where that cannot be done somebody who is there names another place; nil when nobody answers any more.
  func keep(_ record: Record, beside written: Written) throws -> String? {
    let evaluated = try evaluate(record)
    // Sheets of one paper have a number in their names, its record has none.
    let paper = written.paths.first.map { path in
      let stem = FilePath.stem(of: path)
      let isSheet = evaluated.sheets > 1 && stem.hasSuffix("-1")
      return FilePath.joining(FilePath.parent(of: path), isSheet ? String(stem.dropLast(2)) : stem)
    }
    var path: String? = free((paper ?? proposedStem(for: evaluated)) + ".json")
    while let place = path {
      do {
        return try write(evaluated, to: .record(place)).record
      } catch  where context.surroundings.isAttended() {
        asking.console.say(FailureReport(error).lines.map { .text($0, .error, indent: 2) })
        path = try file(for: evaluated, ending: "json")
      }
    }
    return nil
  }

  private func evaluate(_ record: Record, sheet: Int? = nil) throws(PaperworkFailure) -> EvaluatedRecord {
    guard let form = library.form(of: record) else {
      throw PaperworkFailure.unknownForm(name: record.form, nearest: nil)
    }
    return try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try EvaluatedRecord(
        record, form: form, library: library,
        among: OtherPapers(papers(with: record), library: library, day: context.day),
        day: context.day, strict: strict, sheet: sheet)
    }
  }

  /// The paper among those it was filled in among and what is stored.
  func papers(with record: Record) -> any CaseSource {
    // The paper itself is there as well, so that its earlier edition in the archive is no other paper.
    let known = KnownPapers(others + [record], library: library)
    return archive.map { JoinedPapers([known, $0], library: library) } ?? known
  }

  /// What is to be said of a record among all papers.
  func findings(_ record: Record) throws(PaperworkFailure) -> [Finding] { try evaluate(record).findings }

  // MARK: Where to

  private func target(for paper: EvaluatedRecord, isDraft: Bool, output: String?) throws -> Target? {
    if let output {
      if output == "-" { return .record(nil) }
      let isRecord = PaperFormat(path: output)?.isRecord ?? false
      if isDraft, !isRecord {
        asking.console.say([
          .text("Mit Fehlern wird kein Dokument daraus; gesichert werden die Angaben.", .warning, indent: 2)
        ])
        return .record(free(FilePath.joining(FilePath.parent(of: output), FilePath.stem(of: output) + ".json")))
      }
      return isRecord ? .record(output) : .document(output)
    }
    if isDraft { return try file(for: paper, ending: "json").map { .record($0) } }
    guard let list = library.lists["ausgabeart"] else {
      return try file(for: paper, ending: "odt").map { .document($0) }
    }
    let choices = Choices(list)
    let wanted = settings[.output] ?? "odt"
    guard
      let choice = asking.choice(
        "Ausgabe", among: choices, proposal: choices.options.first { $0.id == wanted })
    else { return nil }
    switch choice.id {
    case "drucken": return .printer
    case "angaben": return try file(for: paper, ending: "json").map { .record($0) }
    default: return try file(for: paper, ending: choice.id).map { .document($0) }
    }
  }

  /// A file name from the user; one that is there is replaced only when that is wanted.
  private func file(for paper: EvaluatedRecord, ending: String) throws -> String? {
    let proposal = free(proposedStem(for: paper) + "." + ending)
    while true {
      guard let path = asking.line("Datei", proposal: proposal, hint: "Namen von Personen gehören nicht in Dateinamen")
      else { return nil }
      guard FileRemoval.exists(context.surroundings.expanded(path)) else { return context.surroundings.expanded(path) }
      guard let replaces = asking.confirms("›\(path)‹ gibt es schon. Ersetzen?", otherwise: false) else { return nil }
      if replaces { return context.surroundings.expanded(path) }
    }
  }

  /// The name that is proposed, without its ending: form and day, and nothing of a person.
  private func proposedStem(for paper: EvaluatedRecord) -> String {
    let folder = settings[.folder] ?? ""
    let name = "\(paper.form.id)-\(paper.referenceDay.iso)"
    return folder.isEmpty ? name : FilePath.joining(context.surroundings.expanded(folder), name)
  }

  /// The path, with a number where the name is taken.
  private func free(_ path: String) -> String {
    guard FileRemoval.exists(path) else { return path }
    return (2...999).lazy.map { FilePath.numbered(path, $0) }.first { !FileRemoval.exists($0) } ?? path
  }

  // MARK: Writing

  private func write(_ paper: EvaluatedRecord, to target: Target) throws -> Written {
    switch target {
    case .record, .document:
      let path = target.path
      let place = try OutputPlace(
        target: path, count: 1, format: nil, standard: .json, possible: PaperFormat.allCases)
      var documents = try self.documents(of: paper, as: place.format)
      if place.format == .pdf { documents = try context.pdfs(of: documents, arguments) }
      try place.write(documents, context)
      let paths = path.map { path in documents.map { $0.sheet.map { FilePath.numbered(path, $0) } ?? path } } ?? []
      let isKept = place.format.holdsAll(of: paper)
      return Written(paths: paths, record: isKept ? paths.first : nil, isKept: isKept)
    case .printer:
      let printer = try Printer(PrintSettings(printer: settings[.printer]), context)
      try printer.print(try context.pdfs(of: try documents(of: paper, as: .pdf), arguments), context)
      return Written(isKept: false)
    }
  }

  private func documents(of paper: EvaluatedRecord, as format: PaperFormat) throws -> [PaperDocument] {
    try context.maker().documents(of: paper, named: paper.form.id, library, as: format) {
      (sheet) throws(PaperworkFailure) in try evaluate(paper.given, sheet: sheet)
    }
  }
}
