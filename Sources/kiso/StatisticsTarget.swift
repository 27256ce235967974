import Files
import Paperwork
import Terminal

/// Where figures go: a record, or a paper made of it.
struct StatisticsTarget {
  /// What is written.
  enum Format {
    case record(RecordFormat)
    case document(DocumentFormat)
  }

  private let path: String?

  /// A target as given; nil and `-` are standard output, which gets JSON.
  init(_ path: String?) {
    self.path = path
  }

  /// What is written, by the ending.
  func format() throws(CommandFailure) -> Format {
    guard let path, path != "-" else { return .record(.json) }
    let ending = FilePath.pathExtension(of: path)
    if let document = DocumentFormat(rawValue: ending) { return .document(document) }
    guard let record = try? RecordFormat(target: path) else {
      throw .unknownFormat(ending: ending, possible: ".json, .xml, " + DocumentFormat.endings)
    }
    return .record(record)
  }

  /// Writes the figures.
  func write(
    _ result: EvaluatedRecord, as format: Format, _ catalogue: Catalogue, _ library: FormLibrary,
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws {
    switch format {
    case .record(let record): try context.output(record.bytes(result.given, library), to: path)
    case .document(let kind):
      let paper = kind.paper
      let writer = try PaperWriter(
        result.form, template: try catalogue.template(for: result.form.id, isSheet: paper.isSheet), library: library,
        output: result.isPublication ? .published : .final, format: paper, cache: catalogue.cache)
      let document = MadeDocument(
        source: path ?? "-", bytes: try writer.document(for: result), fileExtension: paper.rawValue, isOurs: true)
      let made = kind == .pdf ? try OfficeWork.pdfs(of: [document], arguments, context) : [document]
      for document in made { try context.output(document.bytes, to: path) }
    }
  }
}
