import Files
import Conversation
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

  let context: CommandContext
  let library: FormLibrary
  let settings: UserSettings
  let asking: Asking
  let others: [Record]
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
  /// Gives the paths that were written; nil when nobody answered any more. What cannot be written is said, and
  /// asked again while somebody is there.
  func write(_ record: Record, isDraft: Bool, output: String?) throws -> [String]? {
    let evaluated = try evaluate(record)
    var output = output
    while true {
      guard let target = try target(for: evaluated, isDraft: isDraft, output: output) else { return nil }
      do {
        var paths = try write(evaluated, to: target)
        if case .record = target {
        } else if evaluated.shown != evaluated.record, output == nil {
          guard let path = try keepHidden(evaluated) else { return paths }
          paths.append(path)
        }
        return paths
      } catch  where output == nil && context.surroundings.isAttended() {
        // Somebody is there: say it and ask for another place.
        asking.console.say(FailureReport(error).lines.map { .text($0, .error, indent: 2) })
      } catch {
        output = nil
        throw error
      }
    }
  }

  private func evaluate(_ record: Record, sheet: Int? = nil) throws(PaperworkFailure) -> EvaluatedRecord {
    guard let form = library.forms[record.form] else {
      throw PaperworkFailure.unknownForm(name: record.form, nearest: nil)
    }
    return try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try EvaluatedRecord(
        record, form: form, library: library, others: others, day: context.day, strict: strict, sheet: sheet)
    }
  }

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
    let folder = settings[.folder] ?? ""
    let name = "\(paper.form.id)-\(paper.referenceDay.iso).\(ending)"
    let proposal = free(folder.isEmpty ? name : FilePath.joining(expanded(folder), name))
    while true {
      guard let path = asking.line("Datei", proposal: proposal, hint: "Namen von Personen gehören nicht in Dateinamen")
      else { return nil }
      guard FileRemoval.exists(expanded(path)) else { return expanded(path) }
      guard let replaces = asking.confirms("›\(path)‹ gibt es schon. Ersetzen?", otherwise: false) else { return nil }
      if replaces { return expanded(path) }
    }
  }

  private func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = context.surroundings.environment("HOME") else { return path }
    return FilePath.joining(home, String(path.dropFirst(2)))
  }

  /// The path, with a number where the name is taken.
  private func free(_ path: String) -> String {
    guard FileRemoval.exists(path) else { return path }
    return (2...999).lazy.map { FilePath.numbered(path, $0) }.first { !FileRemoval.exists($0) } ?? path
  }

  // MARK: Writing

  private func write(_ paper: EvaluatedRecord, to target: Target) throws -> [String] {
    switch target {
    case .record, .document:
      let path = target.path
      let place = try OutputPlace(
        target: path, count: 1, format: nil, standard: .json, possible: PaperFormat.allCases)
      var documents = try self.documents(of: paper, as: place.format)
      if place.format == .pdf { documents = try context.pdfs(of: documents, arguments) }
      try place.write(documents, context)
      return path.map { path in documents.map { $0.sheet.map { FilePath.numbered(path, $0) } ?? path } } ?? []
    case .printer:
      let printer = try Printer(PrintSettings(printer: settings[.printer]), context)
      try printer.print(try context.pdfs(of: try documents(of: paper, as: .pdf), arguments), context)
      return []
    }
  }

  private func documents(of paper: EvaluatedRecord, as format: PaperFormat) throws -> [PaperDocument] {
    try context.maker().documents(of: paper, named: paper.form.id, library, as: format) {
      (sheet) throws(PaperworkFailure) in try evaluate(paper.given, sheet: sheet)
    }
  }

  /// A document carries only what its page shows; what is hidden there would be lost.
  private func keepHidden(_ paper: EvaluatedRecord) throws -> String? {
    let question = "Das Dokument verdeckt Angaben (geschützte Anschrift). Auch die vollständigen Angaben speichern?"
    guard asking.confirms(question, otherwise: true) == true, let path = try file(for: paper, ending: "json") else {
      return nil
    }
    return try write(paper, to: .record(path)).first
  }
}
