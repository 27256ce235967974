import OpenDocument
import XMLTree

/// A small flat document, put together from its parts.
struct Sample {
  var body: String
  var automaticStyles = ""
  var styles = ""
  var header = ""
  var footer = ""
  var masterAttributes = ""
  var meta = "<dc:title>Probe</dc:title>"
  var forms = ""

  init(_ body: String) {
    self.body = body
  }

  static let namespaces = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
    xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" \
    xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" \
    xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" \
    xmlns:officeooo="http://openoffice.org/2009/office" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
    """

  var bytes: [UInt8] {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document \(Self.namespaces) office:version="1.3" \
      office:mimetype="application/vnd.oasis.opendocument.text">
      <office:meta>\(meta)</office:meta>
      <office:font-face-decls><style:font-face style:name="Noto Sans" svg:font-family="'Noto Sans'"/></office:font-face-decls>
      <office:styles>
      <style:default-style style:family="paragraph"><style:text-properties style:font-name="Noto Sans" fo:language="de" fo:country="DE"/></style:default-style>
      <style:style style:name="Standard" style:family="paragraph"/>\(styles)
      </office:styles>
      <office:automatic-styles><style:page-layout style:name="L1"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="10mm" fo:margin-bottom="10mm" fo:margin-left="25mm" fo:margin-right="15mm"/></style:page-layout>\(automaticStyles)</office:automatic-styles>
      <office:master-styles><style:master-page style:name="Erste" style:page-layout-name="L1"\(masterAttributes)>\(header.isEmpty ? "" : "<style:header>\(header)</style:header>")\(footer.isEmpty ? "" : "<style:footer>\(footer)</style:footer>")</style:master-page></office:master-styles>
      <office:body><office:text>\(forms)
      \(body)
      </office:text></office:body>
      </office:document>
      """
    return Array(text.utf8)
  }
}

/// A placeholder as LibreOffice writes it; `<` and `&` in the expression are escaped here.
func mark(_ text: String) -> String {
  let escaped = text.map { character in
    switch character {
    case "&": "&amp;"
    case "<": "&lt;"
    default: String(character)
    }
  }.joined()
  return "<text:placeholder text:placeholder-type=\"text\">&lt;\(escaped)&gt;</text:placeholder>"
}

/// A paragraph.
func p(_ content: String, style: String? = nil) -> String {
  let attribute = style.map { " text:style-name=\"\($0)\"" } ?? ""
  return "<text:p\(attribute)>\(content)</text:p>"
}

/// A table with rows of cells; a cell that does not begin with a tag becomes a paragraph.
func table(_ name: String, _ rows: [[String]], header: [[String]] = []) -> String {
  let columns = (header + rows).map(\.count).max() ?? 1
  func cell(_ content: String) -> String {
    let isBlock = ["<text:p", "<table:", "<text:list"].contains {
      content.hasPrefix($0) && !content.hasPrefix("<text:placeholder")
    }
    return
      "<table:table-cell office:value-type=\"string\">\(isBlock ? content : p(content))</table:table-cell>"
  }
  func row(_ cells: [String]) -> String {
    "<table:table-row>\(cells.map(cell).joined())</table:table-row>"
  }
  let head =
    header.isEmpty ? "" : "<table:table-header-rows>\(header.map(row).joined())</table:table-header-rows>"
  return """
    <table:table table:name="\(name)"><table:table-column table:number-columns-repeated="\(columns)"/>\
    \(head)\(rows.map(row).joined())</table:table>
    """
}

/// Data to fill templates with.
let family = """
  <fall><nummer>7</nummer><name>Müller &amp; Söhne</name><leer/><ja>ja</ja><datum>2025-11-20</datum>
  <notiz>erste Zeile
  zweite Zeile

  vierte</notiz>
  <kinder><kind alter="3"><name>Ada</name><spiel>Ball</spiel><spiel>Puppe</spiel></kind>
  <kind alter="5"><name>Bela</name><kur>ja</kur></kind></kinder></fall>
  """

func data(_ xml: String = family) throws -> TemplateData {
  let document = try XMLDocument(parsing: Array(xml.utf8))
  return TemplateData(engine: XPathEngine(document), root: document.root)
}

/// What a document made from a sample shows.
func rendered(
  _ sample: Sample, _ xml: String = family, variant: TemplateVariant = .final, form: OutputForm = .package,
  metadata: DocumentMetadata = DocumentMetadata()
) throws -> String {
  let template = try Template(parsing: sample.bytes, name: "probe", variant: variant, form: form)
  return try DocumentDump(template.render(try data(xml), metadata: metadata)).text
}

/// What the body of a document made from a sample shows.
func rendered(body: String, _ xml: String = family) throws -> String {
  let sample = Sample(body)
  let template = try Template(parsing: sample.bytes, name: "probe", variant: .final, form: .flat)
  return try DocumentDump(template.render(try data(xml))).body
}
