import OpenDocument
import XMLTree
import ZipArchive

/// Letter, note and table: a template filled by `OpenDocument` alone.
enum Writing {
  static func run(template path: String, out: String, count: Int, data: [String]) throws {
    let template = try Template(parsing: BenchFile.bytes(path), name: path)
    let sets = try data.map(values)
    let deflater = Deflater()
    try Bench.measure(count) { number in
      let bytes = try template.render(sets[number % sets.count], deflater: deflater)
      try BenchFile.write(bytes, to: out)
    }
  }

  /// Lines `v NAME VALUE`, `t TABLE COLUMN…`, `r CELL…`, parted by tabs, as the floor reads them.
  private static func values(_ path: String) throws -> TemplateData {
    let document = XMLDocument(root: "angaben")
    var (table, columns) = ("", [String]())
    for line in String(decoding: try BenchFile.bytes(path), as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch words[0] {
      case "v": document.root.append(words[1], text: words[2])
      case "t": (table, columns) = (words[1], Array(words[2...]))
      case "r":
        let row = document.root.append(table)
        for (column, value) in zip(columns, words[1...]) { row.append(column, text: value) }
      default: throw BenchFailure(what: "unknown line in \(path)")
      }
    }
    return TemplateData(engine: XPathEngine(document), root: document.root)
  }
}
