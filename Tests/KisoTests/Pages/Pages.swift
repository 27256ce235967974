import Dispatch
import Files
import Paperwork
import Synchronization

/// Every paper as a document and as a PDF: the examples with all their sheets, and the blank forms.
///
/// Made once for all tests, by the command itself; all PDFs in one start of LibreOffice.
enum Pages {
  /// One document.
  struct Page: Sendable, CustomStringConvertible {
    /// The example's name without ending and with the number of its sheet, or `blanko-` and the form's name.
    let name: String
    /// What `kiso render` made.
    let document: [UInt8]
    /// What it said meanwhile.
    let errors: String
    var description: String { name }
    var isBlank: Bool { name.hasPrefix("blanko-") }
  }

  /// All of them; no other program is needed for this.
  static let all: [Page] = (try? made()) ?? []

  /// Their names.
  static let names = all.map(\.name)

  /// Those of one example, sheet by sheet.
  static func of(_ example: String) -> [Page] {
    all.filter { $0.name == stem(example) || $0.name.wholeMatch(of: /(.*)-[0-9]/)?.1 ?? "" == stem(example) }
  }

  static func named(_ name: String) -> Page? { all.first { $0.name == name } }

  /// The PDF of each, by name; empty where there is no LibreOffice.
  static let pdfs: [String: [UInt8]] = (try? printed()) ?? [:]

  /// On all cores: it is done while the tests are planned, when nothing else runs.
  private static func made() throws -> [Page] {
    let examples = Repository.examples
    let forms = try Catalogue(home: Repository.root).formIDs()
    let results = Mutex<[Int: [Page]]>([:])
    DispatchQueue.concurrentPerform(iterations: examples.count + forms.count) { number in
      let pages = try? number < examples.count ? made(of: examples[number]) : blank(forms[number - examples.count])
      results.withLock { $0[number] = pages }
    }
    return results.withLock { results in results.sorted { $0.key < $1.key }.flatMap(\.value) }
  }

  private static func made(of example: String) throws -> [Page] {
    let scratch = try Scratch()
    let target = scratch.path(stem(example) + ".odt")
    let others = try Repository.companions(of: example).flatMap { ["--with", Repository.path("Examples/\($0)")] }
    let run = try Kiso.runOnDay(["render", Repository.path("Examples/\(example)"), "-o", target] + others)
    return try scratch.names.map { Page(name: stem($0), document: try scratch.bytes($0), errors: run.errors) }
  }

  private static func blank(_ form: String) throws -> [Page] {
    let run = try Kiso.runOnDay(["render", "--blank", form])
    return [Page(name: "blanko-" + form, document: run.bytes, errors: run.errors)]
  }

  private static func printed() throws -> [String: [UInt8]] {
    let scratch = try Scratch()
    let files = try all.map { try scratch.write($0.document, $0.name + ".odt") }
    let run = try Kiso.run(
      ["print", "--as-of", Repository.day.iso] + files + ["-o", scratch.path("pdf")], seconds: 600)
    // What is told of a paper stops no page, and two sheets of one paper lie side by side here.
    guard run.status <= 1 else { return [:] }
    var pdfs: [String: [UInt8]] = [:]
    for page in all { pdfs[page.name] = try scratch.bytes("pdf/\(page.name).pdf") }
    return pdfs
  }
}

/// What poppler says of a PDF.
enum Poppler {
  /// Title, author, page size and the like.
  static func info(_ pdf: [UInt8]) throws -> String { try run(["pdfinfo"], pdf) }

  /// The tree of tags.
  static func structure(_ pdf: [UInt8]) throws -> String { try run(["pdfinfo", "-struct"], pdf) }

  /// The texts in the order of the tags; it takes many seconds for a long paper.
  static func taggedText(_ pdf: [UInt8]) throws -> String {
    // The numbers of lists are no text of the document.
    let tree = try run(["pdfinfo", "-struct-text"], pdf)
      .replacing(#/(?m)^( *LI \(block\)\n(?: *[^" \n].*\n)*?) *"\d+"\n/#) { $0.1 }
    return tree.matches(of: /(?m)^ *"(.*)"$/).map { String($0.1) }.joined()
  }

  /// A line for each font, with what is said of it.
  static func fonts(_ pdf: [UInt8]) throws -> [Substring] {
    try run(["pdffonts"], pdf).split(separator: "\n").dropFirst(2).map { $0 }
  }

  /// The text of each page, as it is laid out.
  static func pages(_ pdf: [UInt8]) throws -> [String] {
    let text = try run(["pdftotext", "-layout"], pdf, ["-"])
    return text.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The text in the order of reading, as far as it can be told from the page.
  static func text(_ pdf: [UInt8]) throws -> String { try run(["pdftotext"], pdf, ["-"]) }

  private static func run(_ words: [String], _ pdf: [UInt8], _ more: [String] = []) throws -> String {
    let scratch = try Scratch()
    return try Program.run(words + [scratch.write(pdf, "x.pdf")] + more).output
  }
}
