public import Paperwork
public import Printing

extension LibreOffice {
  /// The same documents as PDFs, in one call; one that is a PDF stays as it is.
  ///
  /// `progress` gets the number that are done. A failure names its document as ``PaperDocument/label`` does.
  public func pdfs(
    of documents: [PaperDocument], progress: (Int) -> Void = { _ in }
  ) throws(PrintingFailure) -> [PaperDocument] {
    let open = documents.indices.filter { documents[$0].kind != .pdf }
    // Numbered, since two sources may have one name; a failure is given its source's name back.
    let inputs = open.enumerated().map { number, index in
      OfficeDocument.bytes(documents[index].bytes, name: "\(number).\(documents[index].kind.fileExtension)")
    }
    var results = documents
    do {
      for (index, output) in zip(open, try convert(inputs, to: .pdfArchive, progress: progress)) {
        results[index].bytes = output
        results[index].kind = .pdf
      }
    } catch {
      var failure = error
      if let number = inputs.firstIndex(where: { $0.name == error.source }) {
        failure.source = documents[open[number]].label
      }
      throw failure
    }
    return results
  }
}
