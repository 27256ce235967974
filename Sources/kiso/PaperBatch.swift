import Paperwork
import Terminal

/// The papers of one call on their way from values to documents, all or none.
///
/// Every finding of every paper is told first. If one has errors, nothing is made of any, except of those whose
/// form is never held up.
struct PaperBatch {
  /// The documents, in the order of their sources.
  private(set) var documents: [MadeDocument] = []
  /// The worst of what happened.
  private(set) var status = ExitStatus.done
  /// The sources that stand in the way.
  private(set) var refused: [String] = []

  private let catalogue: Catalogue
  private let checker: PaperChecker
  private let format: PaperWriter.Format
  private let context: CommandContext
  /// Whether messages must say which source they are about.
  private let namesSources: Bool
  private var writers: [String: PaperWriter] = [:]

  /// Begins with nothing; `count` sources are to come, and `password` opens those that are protected.
  init(
    count: Int, format: PaperWriter.Format, password: PaperPassword?, _ arguments: ParsedArguments,
    _ context: CommandContext
  ) throws {
    self.format = format
    self.context = context
    namesSources = count > 1
    catalogue = try context.catalogue()
    checker = PaperChecker(
      catalogue: catalogue, day: context.day, strict: arguments.has("strict-anonymity") ? ["anonymity"] : [],
      password: password)
  }

  /// Makes blank papers for a pen.
  mutating func makeBlank(_ forms: [String]) throws {
    for name in forms {
      let library = try catalogue.library(form: name)
      guard let form = library.forms[name] else { continue }
      let bytes = try writer(for: form, library, .blank).blank(day: context.day)
      documents.append(
        MadeDocument(source: name, bytes: bytes, fileExtension: format.rawValue, isOurs: true))
    }
  }

  /// Makes papers to be completed on a screen: of forms what a new paper begins with, of records what was begun.
  ///
  /// What is wrong in them is told and stops nothing: it is there to be mended.
  mutating func makeFillable(_ sources: [String], areForms: Bool, companions: [String]) throws {
    let companions = try companions.map { try checker.read(try context.input($0), name: $0).paper.record }
    for source in sources {
      let library: FormLibrary
      let record: Record
      var findings: [Finding] = []
      if areForms {
        library = try catalogue.library(form: source)
        guard let form = library.forms[source] else { continue }
        record = try Filling(form: form, library: library, day: context.day).finish().record
      } else {
        let paper = try checker.read(try context.input(source), name: source)
        (record, library, findings) = (paper.paper.record, paper.library, paper.paper.findings)
      }
      let paper = try FillablePaper(
        record, catalogue: catalogue, library: library, others: companions, day: context.day, format: format)
      findings += paper.findings
      context.report(findings, of: namesSources ? source : nil)
      status = status.or(context.status(of: findings))
      let sheets = try paper.documents()
      for (index, bytes) in sheets.enumerated() {
        documents.append(
          MadeDocument(
            source: source, sheet: sheets.count == 1 ? nil : index + 1, bytes: bytes,
            fileExtension: format.rawValue, isOurs: true))
      }
    }
  }

  /// Makes the papers of sources, each seen among the others and their companions.
  ///
  /// With `takingFinished`, documents and PDFs are taken as they are; without, it is the record inside that counts.
  mutating func make(_ sources: [String], companions: [String], takingFinished: Bool) throws {
    let companions = try companions.map { try checker.read(try context.input($0), name: $0) }
    var items: [Item] = []
    for source in sources {
      do {
        items.append(try read(source, takingFinished: takingFinished))
      } catch {
        guard namesSources else { throw error }
        let report = FailureReport(error)
        for line in report.lines { context.surroundings.writeError("\(source): \(line)") }
        refuse(source, report.status)
      }
    }
    let papers = items.enumerated().compactMap { item in item.element.paper.map { (item.offset, $0) } }
    for (index, paper) in papers {
      items[index].others = papers.filter { $0.0 != index }.map(\.1) + companions
      try evaluate(&items[index], paper)
    }
    for item in items where refused.isEmpty || item.evaluated?.form.isBlocking == false { try make(item) }
  }

  /// Says which papers stood in the way of the others, and which were made all the same.
  ///
  /// - Parameter done: what would have happened to them: „gedruckt“, „erzeugt“.
  func reportRefused(_ done: String) {
    guard namesSources, !refused.isEmpty else { return }
    let made = documents.map(\.label).joined(separator: ", ")
    let all = made.isEmpty ? "Nichts \(done)" : "Nur \(done), weil nichts es aufhält: \(made)"
    context.surroundings.writeError("\(all). Fehler in: \(refused.joined(separator: ", "))")
  }

  private mutating func evaluate(_ item: inout Item, _ paper: PaperChecker.Paper) throws {
    let evaluated = try checker.evaluate(paper, among: item.others)
    let findings = paper.paper.findings + evaluated.findings
    context.report(findings, of: namesSources ? item.source : nil)
    if findings.contains(where: { $0.strength == .error }) {
      refuse(item.source, .errors)
    } else {
      item.evaluated = evaluated
      status = status.or(context.status(of: findings))
    }
  }

  private mutating func refuse(_ source: String, _ status: ExitStatus) {
    refused.append(source)
    self.status = self.status.or(status)
  }

  private func read(_ source: String, takingFinished: Bool) throws -> Item {
    let bytes = try context.input(source)
    guard takingFinished, InputKind(of: bytes) != .record else {
      return Item(source: source, paper: try checker.read(bytes, name: source))
    }
    return Item(source: source, finished: try MadeDocument(finished: bytes, source: source))
  }

  private mutating func make(_ item: Item) throws {
    if let finished = item.finished { documents.append(finished) }
    guard let paper = item.paper, let first = item.evaluated else { return }
    let writer = try writer(for: first.form, paper.library, first.isPublication ? .published : .final)
    for sheet in 0..<first.sheets {
      let isOne = first.sheets == 1
      let shown = isOne ? first : try checker.evaluate(paper, among: item.others, sheet: sheet)
      documents.append(
        MadeDocument(
          source: item.source, sheet: isOne ? nil : sheet + 1, bytes: try writer.document(for: shown),
          fileExtension: format.rawValue, isOurs: true))
    }
  }

  /// Templates are compiled once, however many papers are made of them.
  private mutating func writer(
    for form: FormDefinition, _ library: FormLibrary, _ output: PaperWriter.Output
  ) throws -> PaperWriter {
    let key = form.id + " " + output.rawValue
    if let known = writers[key] { return known }
    let writer = try PaperWriter(
      form, template: try catalogue.template(for: form.id, isSheet: format.isSheet), library: library, output: output,
      format: format, pictures: try catalogue.pictures(for: library.profile), cache: catalogue.cache)
    writers[key] = writer
    return writer
  }

  /// One source and what became of it so far.
  private struct Item {
    let source: String
    var finished: MadeDocument?
    var paper: PaperChecker.Paper?
    var others: [PaperChecker.Paper] = []
    /// Nil while it is not known to be without errors.
    var evaluated: EvaluatedRecord?

    init(source: String, finished: MadeDocument? = nil, paper: PaperChecker.Paper? = nil) {
      self.source = source
      self.finished = finished
      self.paper = paper
    }
  }
}
