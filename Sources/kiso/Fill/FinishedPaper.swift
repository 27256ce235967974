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
    /// The printer.
    case printer
  }

  let context: CommandContext
  let catalogue: Catalogue
  let library: FormLibrary
  let settings: UserSettings
  let asking: Asking
  let others: [Record]
  let strict: Set<String>
  /// The command line, for where LibreOffice is.
  let arguments: ParsedArguments

  /// Refuses an output that nothing can be written to, before anybody has typed a word.
  static func check(_ output: String?) throws(CommandFailure) {
    guard let output, output != "-" else { return }
    let ending = FilePath.pathExtension(of: output)
    guard ["json", "xml"].contains(ending) || DocumentFormat(rawValue: ending) != nil else {
      throw .unknownFormat(ending: ending, possible: DocumentFormat.endings + ", .json oder .xml")
    }
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

  private func evaluate(_ record: Record, sheet: Int? = nil) throws -> EvaluatedRecord {
    guard let form = library.forms[record.form] else {
      throw PaperworkFailure.unknownForm(name: record.form, nearest: nil)
    }
    do {
      return try EvaluatedRecord(
        record, form: form, library: library, others: others, day: context.day, strict: strict, sheet: sheet)
    } catch {
      throw PaperworkFailure.declarations(error)
    }
  }

  // MARK: Where to

  private func target(for paper: EvaluatedRecord, isDraft: Bool, output: String?) throws -> Target? {
    if let output {
      if output == "-" { return .record(nil) }
      let isRecord = ["json", "xml"].contains(FilePath.pathExtension(of: output))
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
    case .record(let path):
      try context.output(try RecordFormat(target: path).bytes(paper.given, library), to: path)
      return [path].compactMap { $0 }
    case .document(let path):
      let place = try OutputPlace(target: path, count: 1, format: nil)
      var documents = try self.documents(of: paper, format: place.format.paper)
      if place.format == .pdf { documents = try OfficeWork.pdfs(of: documents, arguments, context) }
      try place.write(documents, context)
      return documents.map { document in document.sheet.map { FilePath.numbered(path, $0) } ?? path }
    case .printer:
      var wanted = PrintSettings()
      wanted.printer = settings[.printer]
      let work = try PrintWork(wanted, context)
      _ = try work.checkPrinter()
      try work.print(try OfficeWork.pdfs(of: try documents(of: paper, format: .odt), arguments, context))
      return []
    }
  }

  private func documents(of paper: EvaluatedRecord, format: PaperWriter.Format) throws -> [MadeDocument] {
    let writer = try PaperWriter(
      paper.form, template: try catalogue.template(for: paper.form.id, isSheet: format.isSheet), library: library,
      format: format, cache: catalogue.cache)
    return try (0..<paper.sheets).map { sheet in
      let isOne = paper.sheets == 1
      let bytes = try writer.document(for: isOne ? paper : try evaluate(paper.given, sheet: sheet))
      return MadeDocument(
        source: paper.form.id, sheet: isOne ? nil : sheet + 1, bytes: bytes, fileExtension: format.rawValue,
        isOurs: true)
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
