import Paperwork
import Printing
import Terminal

/// Documents become PDFs in one call of LibreOffice, with its progress where a person looks on.
struct OfficeWork {
  private let office: LibreOffice
  private let surroundings: Surroundings

  /// Looks for LibreOffice: `--soffice`, `KISO_SOFFICE`, then the usual places.
  init(_ arguments: ParsedArguments, _ context: CommandContext) throws(PrintingFailure) {
    surroundings = context.surroundings
    office = try LibreOffice.find(
      given: arguments.value("soffice"), environmentValue: surroundings.environment("KISO_SOFFICE"),
      searchPath: surroundings.environment("PATH"))
  }

  /// The same documents as PDFs; one that is a PDF stays as it is.
  static func pdfs(
    of documents: [MadeDocument], _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(PrintingFailure) -> [MadeDocument] {
    let open = documents.indices.filter { documents[$0].fileExtension != "pdf" }
    if open.isEmpty { return documents }
    let outputs = try OfficeWork(arguments, context).convert(open.map { documents[$0] })
    var results = documents
    for (index, output) in zip(open, outputs) {
      results[index].bytes = output
      results[index].fileExtension = "pdf"
    }
    return results
  }

  private func convert(_ documents: [MadeDocument]) throws(PrintingFailure) -> [[UInt8]] {
    // Numbered, since two sources may have one name; a failure is given its source's name back.
    let inputs = documents.enumerated().map { index, document in
      OfficeDocument.bytes(document.bytes, name: "\(index).\(document.fileExtension)")
    }
    var progress = surroundings.progress("PDF", documents.count)
    progress.report(0)
    do {
      return try office.convert(inputs, to: .pdfArchive) { progress.report($0) }
    } catch {
      var failure = error
      if let index = inputs.firstIndex(where: { $0.name == error.source }) {
        failure.source = documents[index].label
      }
      throw failure
    }
  }
}
