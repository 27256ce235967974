@testable import Paperwork

extension LabelledPaper {
  /// Reads a document under the title of a note, with a table whose cells have paragraphs.
  init(table rows: [[[String]]], lineBreaks: Bool = false) throws {
    func cell(_ lines: [String]) -> String {
      let text = lines.map { $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
      let inner =
        lineBreaks
        ? "<text:p>\(text.joined(separator: "<text:line-break/>"))</text:p>"
        : text.map { "<text:p>\($0)</text:p>" }.joined()
      return "<table:table-cell office:value-type=\"string\">\(inner)</table:table-cell>"
    }
    let table = rows.map { "<table:table-row>\($0.map(cell).joined())</table:table-row>" }.joined()
    let names = ["office", "text", "table"].map {
      " xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }.joined()
    let document =
      "<office:document\(names) office:version=\"1.3\" office:mimetype=\"application/vnd.oasis.opendocument.text\">"
      + "<office:body><office:text><text:h>Gesprächsnotiz</text:h><table:table>\(table)</table:table></office:text>"
      + "</office:body></office:document>"
    var reader = PaperReader(
      catalogue: Catalogue(home: Repository.root), day: Repository.day, library: try Repository.library())
    reader.labels = .title
    self.init(try reader.read(Array(document.utf8)).paper)
  }
}
