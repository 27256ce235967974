import OpenDocument
import Testing
import XMLTree

@Suite("The text of tables")
struct DocumentTableTests {
  private func cell(_ text: String, _ attributes: String = "") -> String {
    "<table:table-cell \(attributes)>\(text.isEmpty ? "" : "<text:p>\(text)</text:p>")</table:table-cell>"
  }

  private func row(_ cells: String..., times: Int = 1) -> String {
    "<table:table-row table:number-rows-repeated=\"\(times)\">\(cells.joined())</table:table-row>"
  }

  private func table(_ rows: String...) -> String {
    "<table:table><table:table-column table:number-columns-repeated=\"16384\"/>\(rows.joined())</table:table>"
  }

  @Test("A row is a line with tabs, in header rows and groups as well; covered cells are empty")
  func rows() throws {
    let body = table(
      "<table:table-header-rows>\(row(cell("Name"), cell("Tag")))</table:table-header-rows>",
      "<table:table-rows>\(row(cell("Kim"), cell("")))</table:table-rows>",
      row(
        cell("breit"), "<table:covered-table-cell><text:p>weg</text:p></table:covered-table-cell>", cell("x"))
    )
    #expect(
      try documentText(body).blocks == [
        .row(["Name", "Tag"]), .row(["Kim", ""]), .row(["breit", "", "x"]),
      ])
    #expect(try documentText(body).string == "Name\tTag\nKim\t\nbreit\t\tx")
  }

  @Test(
    "The paragraphs, lists, line breaks, frames and tables of a cell are one text with a separator of choice")
  func cells() throws {
    let inner = table(row(cell("i"), cell("")), row(cell("j"), cell("k")))
    let body = table(
      row(
        cell("a</text:p><text:p/><text:p>b<text:line-break/>c<text:tab/>d"),
        "<table:table-cell><text:list><text:list-item><text:p>e</text:p></text:list-item></text:list>\(inner)"
          + "<text:p>f<draw:frame><draw:text-box><text:p>g</text:p></draw:text-box></draw:frame></text:p></table:table-cell>",
        cell("<text:text-input>x\ty\nz</text:text-input>")))
    #expect(try documentText(body).blocks == [.row(["a b c d", "e i j k f g", "x y z"])])
    let separated = try documentText(body, options: .init(cellSeparator: " / "))
    #expect(separated.lines == ["a / b / c / d\te / i / j / k / f / g\tx / y / z"])
    #expect(try separated.fingerprint == documentText(body).fingerprint)
  }

  @Test("Repeated cells and rows are repeated when they are filled and stay one when they are empty")
  func repeats() throws {
    let body = table(
      row(
        cell("", "table:number-columns-repeated=\"2\""), cell("a", "table:number-columns-repeated=\"3\""),
        times: 2),
      row(cell("", "table:number-columns-repeated=\"16384\""), times: 1_048_573))
    #expect(try documentText(body).lines == ["\t\ta\ta\ta", "\t\ta\ta\ta", ""])
    #expect(try documentText(body).fingerprint == documentText(table(row(cell("a a a a a a")))).fingerprint)
  }

  @Test("A million repeated rows or blanks do not explode, wherever they stand")
  func bombs() throws {
    let million = "table:number-columns-repeated=\"1000000\""
    let nested = (0..<30).reduce(cell("a", million)) { inner, _ in
      "<table:table-cell \(million)>\(table(row(inner, times: 1_000_000)))</table:table-cell>"
    }
    let blanks = String(repeating: "<text:s text:c=\"2000000000\"/>", count: 100)
    let note =
      "<text:note><text:note-body>\(String(repeating: "<text:p/>", count: 9_000))</text:note-body></text:note>"
    for body in [
      table(row(cell("abc"), times: 1_000_000)), table(row(cell("a", million), times: 1_000_000)),
      table(row(nested, times: 1_000_000)), "<text:p>\(blanks)</text:p>",
      table(row(cell("", million), cell("a"), cell("", million), cell("b"), times: 1_000_000)),
      table(row(cell("a\(note)"), times: 1_000_000)),
      table(row(cell("a", "table:number-columns-repeated=\"99999999999999999999\""))),
    ] {
      let text = try documentText(body)
      #expect(text.string.utf8.count <= DocumentText.mostRepeated * 2 + 100)
      #expect(text.blocks.count <= DocumentText.mostRepeated)
    }
  }

  @Test("The body of a spreadsheet gives rows")
  func spreadsheet() throws {
    let source = ReadingPackage.content(
      table(row(cell("1"), cell("2"))) + table(row(cell("3"))), outer: "spreadsheet")
    #expect(try DocumentText(of: XMLDocument(parsing: Array(source.utf8))).lines == ["1\t2", "3"])
  }
}
