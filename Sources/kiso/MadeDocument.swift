import Files
import Paperwork
import Printing

/// A document on its way to a file or a printer.
struct MadeDocument {
  /// What it was made from, as given on the command line: a path, or a form's name.
  var source: String
  /// The number of its sheet, from 1; nil if it is the only one.
  var sheet: Int?
  /// The content.
  var bytes: [UInt8]
  /// The ending that fits: `odt`, `ott`, `fodt` or `pdf`.
  var fileExtension: String
  /// Whether the page is made of one of our templates, whose measures must be kept on paper.
  var isOurs: Bool

  /// The name of its file in a folder of many.
  var fileName: String {
    let stem = source == "-" ? "eingabe" : FilePath.stem(of: source)
    return stem + (sheet.map { "-\($0)" } ?? "") + "." + fileExtension
  }

  /// The path or name as given, with the sheet where there are several.
  var label: String { source + (sheet.map { " (Blatt \($0))" } ?? "") }
}

extension MadeDocument {
  /// The same document, readable with the password alone; unchanged without one.
  func protected(
    with password: PaperPassword?, random: inout any RandomNumberGenerator
  ) throws -> MadeDocument {
    guard let password else { return self }
    var result = self
    result.bytes = try password.protect(bytes, random: &random)
    return result
  }

  /// A document or PDF that came as it is; anything else is refused.
  init(finished bytes: [UInt8], source: String) throws {
    if InputKind(of: bytes) == .pdf {
      self.init(source: source, bytes: bytes, fileExtension: "pdf", isOurs: false)
      guard OfficeFormat.pdfArchive.isSound(bytes) else { throw CommandFailure.brokenPDF }
    } else {
      let document = try PrintableDocument(bytes)
      self.init(source: source, bytes: bytes, fileExtension: document.fileExtension, isOurs: false)
    }
  }
}
