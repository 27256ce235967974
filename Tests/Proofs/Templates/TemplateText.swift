/// A sketch as a flat document, as LibreOffice would save it.
struct TemplateText {
  private static let namespaces = [
    "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "svg": "svg-compatible",
    "fo": "xsl-fo-compatible",
  ].sorted { $0.key < $1.key }.map { "xmlns:\($0.key)=\"urn:oasis:names:tc:opendocument:xmlns:\($0.value):1.0\"" }

  /// The bytes of the document; unimportant text says that it is German, as papers do.
  static func bytes(_ sketch: TemplateSketch) -> [UInt8] {
    let header = sketch.header.isEmpty ? "" : "<style:header>\(sketch.header.map(node).joined())</style:header>"
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document \(namespaces.joined(separator: " ")) office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
      <office:styles><style:style style:name="Standard" style:family="paragraph"/></office:styles>
      <office:automatic-styles><style:page-layout style:name="Seite"/>\
      <style:style style:name="Fett" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
      <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Seite">\(header)</style:master-page></office:master-styles>
      <office:body><office:text>\(sketch.body.map(node).joined())</office:text></office:body></office:document>
      """
    return Array(text.utf8)
  }

  private static func node(_ node: TemplateSketch.Node) -> String {
    switch node {
    case .paragraph(let inlines):
      return "<text:p text:style-name=\"Standard\">\(inlines.map(inline).joined(separator: " "))</text:p>"
    case .list(let items):
      return
        "<text:list>\(items.map { "<text:list-item>\($0.map(Self.node).joined())</text:list-item>" }.joined())</text:list>"
    case .section(let name, let nodes):
      return "<text:section text:name=\"\(name)\">\(nodes.map(Self.node).joined())</text:section>"
    case .table(let name, let columns, let rows):
      let lines = rows.map { "<table:table-row>\($0.map(cell).joined())</table:table-row>" }
      return "<table:table table:name=\"\(name)\"><table:table-column table:number-columns-repeated=\"\(columns)\"/>"
        + lines.joined() + "</table:table>"
    }
  }

  private static func cell(_ cell: TemplateSketch.Cell) -> String {
    if cell.isCovered { return "<table:covered-table-cell/>" }
    let spans =
      (cell.columns > 1 ? " table:number-columns-spanned=\"\(cell.columns)\"" : "")
      + (cell.rows > 1 ? " table:number-rows-spanned=\"\(cell.rows)\"" : "")
    return "<table:table-cell\(spans)>\(cell.nodes.map(node).joined())</table:table-cell>"
  }

  private static func inline(_ inline: TemplateSketch.Inline) -> String {
    switch inline {
    case .token(let text): return text
    case .span(let inlines):
      return "<text:span text:style-name=\"Fett\">\(inlines.map(Self.inline).joined(separator: " "))</text:span>"
    case .frame(let name, let nodes):
      return "<draw:frame draw:name=\"\(name)\" text:anchor-type=\"paragraph\" svg:width=\"5cm\"><draw:text-box>"
        + nodes.map(node).joined() + "</draw:text-box></draw:frame>"
    case .value, .begin, .otherwise, .end:
      let mark = TemplateSketch.text(inline) ?? ""
      return "<text:placeholder text:placeholder-type=\"text\">&lt;\(mark)&gt;</text:placeholder>"
    }
  }
}
