/// What LibreOffice is to make of a document.
public enum OfficeFormat: String, Hashable, Sendable, CaseIterable {
  /// PDF/A-2b, tagged for screen readers, with form fields as plain text: for print and archive.
  case pdfArchive
  /// OpenDocument text.
  case odt
  /// Office Open XML text, for offices that have nothing else.
  case docx

  /// The file extension of the output, without a dot.
  public var fileExtension: String {
    switch self {
    case .pdfArchive: "pdf"
    case .odt: "odt"
    case .docx: "docx"
    }
  }

  /// The argument of `--convert-to`.
  ///
  /// PDF/A-2b is version 2. PDFUACompliance asks for what PDF/UA (ISO 14289-1) needs beyond tags.
  var filter: String {
    switch self {
    case .pdfArchive:
      "pdf:writer_pdf_Export:{"
        + #""SelectPdfVersion":{"type":"long","value":"2"},"#
        + #""PDFUACompliance":{"type":"boolean","value":"true"},"#
        + #""UseTaggedPDF":{"type":"boolean","value":"true"},"#
        + #""ExportFormFields":{"type":"boolean","value":"false"}}"#
    case .odt: "odt:writer8"
    case .docx: "docx:MS Word 2007 XML"
    }
  }

  /// An output with what LibreOffice leaves open.
  func finished(_ output: [UInt8]) -> [UInt8] {
    switch self {
    case .pdfArchive: RowHeaders.marked(in: output)
    case .odt, .docx: output
    }
  }

  /// Whether an output is whole: it begins as its format begins and has the mark of its end.
  ///
  /// A disk that fills up leaves files that begin well.
  public func isSound(_ output: [UInt8]) -> Bool {
    switch self {
    case .pdfArchive: output.starts(with: "%PDF-".utf8) && output.suffix(1024).contains("%%EOF".utf8)
    case .odt, .docx: output.isZip && output.suffix(1024).contains([0x50, 0x4B, 5, 6])
    }
  }
}

extension [UInt8] {
  /// Begins with the signature of a ZIP entry (APPNOTE 4.3.7).
  var isZip: Bool { starts(with: [0x50, 0x4B, 3, 4]) }
}

extension ArraySlice<UInt8> {
  func contains(_ mark: some Collection<UInt8>) -> Bool {
    guard count >= mark.count else { return false }
    return (startIndex...(endIndex - mark.count)).contains { self[$0...].starts(with: mark) }
  }
}
