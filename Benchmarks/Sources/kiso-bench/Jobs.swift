import Paperwork

/// Whole papers: read, checked, written and read back with the declarations of a town.
struct Jobs {
  private let catalogue: Catalogue
  private let library: FormLibrary
  private let reader: PaperReader
  private let checker: PaperChecker
  private static let day = Day(iso: "2025-11-20") ?? .first

  init(home: String) throws {
    catalogue = Catalogue(home: home)
    library = try catalogue.library()
    reader = PaperReader(catalogue: catalogue, day: Self.day, library: library)
    checker = PaperChecker(catalogue: catalogue, day: Self.day)
  }

  /// The whole job: from the bytes of a record to the bytes of the document.
  func write(out: String, count: Int, records paths: [String]) throws {
    let sources = try paths.map(BenchFile.bytes)
    let id = try reader.read(sources[0]).paper.record.form
    guard let form = library.forms[id] else { throw BenchFailure(what: "no form \(id)") }
    let writer = try PaperWriter(
      form, template: catalogue.template(for: id), library: library,
      pictures: catalogue.pictures(for: library.profile))
    try Bench.measure(count) { number in
      let paper = try evaluated(sources[number % sources.count])
      try BenchFile.write(writer.document(for: paper), to: out)
    }
  }

  /// Reading a record is not part of it: a record against all rules of its form.
  func check(count: Int, records paths: [String]) throws {
    let papers = try paths.map { path in
      let read = try reader.read(BenchFile.bytes(path))
      return PaperChecker.Paper(name: path, paper: read.paper, library: library)
    }
    var findings = 0
    try Bench.measure(count) { number in
      findings += try checker.evaluate(papers[number % papers.count]).findings.count
    }
    guard findings >= 0 else { throw BenchFailure(what: "no findings") }
  }

  /// Reading a finished document back, and checking what was read.
  func read(count: Int, document: String, companions: [String]) throws {
    let source = try BenchFile.bytes(document)
    let others = try companions.map { path in
      let read = try reader.read(BenchFile.bytes(path))
      return PaperChecker.Paper(name: path, paper: read.paper, library: library)
    }
    try Bench.measure(count) { _ in
      let (paper, library) = try reader.read(source)
      let all = PaperChecker.Paper(name: document, paper: paper, library: library)
      guard try checker.evaluate(all, among: others).strongest != .error else {
        throw BenchFailure(what: "what was read back has errors")
      }
    }
  }

  /// The text of a document, whatever wrote it.
  static func text(count: Int, document: String) throws {
    let source = try BenchFile.bytes(document)
    var length = 0
    try Bench.measure(count) { _ in length += try PlainText(of: source).text.utf8.count }
    guard length > 0 else { throw BenchFailure(what: "no text") }
  }

  private func evaluated(_ source: [UInt8]) throws -> EvaluatedRecord {
    let (paper, library) = try reader.read(source)
    return try checker.evaluate(PaperChecker.Paper(name: "", paper: paper, library: library))
  }
}
