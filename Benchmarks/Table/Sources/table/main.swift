// Writes one document with a table of N rows and six columns, to see that time and memory grow with the output
// and with nothing else: `table N`. Prints the milliseconds of rendering and the size of the document.
import Glibc
import OpenDocument
import XMLTree

guard CommandLine.arguments.count == 2, let rows = Int(CommandLine.arguments[1]), rows > 0 else {
  print("usage: table ROWS")
  exit(64)
}

let names = ["bezirk", "monat", "anzahl", "anteil", "ort", "bemerkung"]
let cells = names.map { name in
  "<table:table-cell><text:p><text:placeholder text:placeholder-type=\"text\">&lt;\(name)&gt;</text:placeholder></text:p></table:table-cell>"
}
let mark = { (text: String) in
  "<text:p><text:placeholder text:placeholder-type=\"text\">&lt;\(text)&gt;</text:placeholder></text:p>"
}
let source = """
  <?xml version="1.0" encoding="UTF-8"?>
  <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3" \
  office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>\
  <table:table table:name="Zahlen"><table:table-column table:number-columns-repeated="6"/>\
  <table:table-row><table:table-cell table:number-columns-spanned="6">\(mark("für zeile"))</table:table-cell></table:table-row>\
  <table:table-row>\(cells.joined())</table:table-row>\
  <table:table-row><table:table-cell table:number-columns-spanned="6">\(mark("ende"))</table:table-cell></table:table-row>\
  </table:table></office:text></office:body></office:document>
  """

do {
  let template = try Template(parsing: Array(source.utf8), name: "table")
  let document = XMLDocument(root: "zahlen")
  for number in 1...rows {
    let row = document.root.append("zeile")
    for name in names { row.append(name).appendText("\(name) \(number) & mehr") }
  }
  let data = TemplateData(engine: XPathEngine(document), root: document.root)
  let clock = ContinuousClock()
  var bytes: [UInt8] = []
  let time = try clock.measure { bytes = try template.render(data) }
  let milliseconds = Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
  print("\(rows) rows: \((milliseconds * 10).rounded() / 10) ms, \(bytes.count) bytes")
} catch {
  print(error)
  exit(1)
}
