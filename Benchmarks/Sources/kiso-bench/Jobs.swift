import Paperwork

/// Whole papers: read, checked, written and read back with the declarations of a town.
struct Jobs {
  private let catalogue: Catalogue
  private let library: FormLibrary
  private let reader: PaperReader
  private static let day = Day(iso: "2025-11-20") ?? .first

  init(home: String) throws {
    catalogue = Catalogue(home: home)
    library = try catalogue.library()
    reader = PaperReader(catalogue: catalogue, day: Self.day, library: library)
  }

  /// The whole job: from the bytes of a record to the bytes of the document.
  func write(out: String, count: Int, records paths: [String]) throws {
    let sources = try paths.map(BenchFile.bytes)
    let maker = PaperMaker(catalogue: catalogue, day: Self.day)
    try Bench.measure(count) { number in
      let record = try reader.read(sources[number % sources.count]).paper.record
      let paper = try evaluated(record)
      for document in try maker.documents(of: paper, named: "x", library, as: .odt, sheet: { _ in paper }) {
        try BenchFile.write(document.bytes, to: out)
      }
    }
  }

  /// A record against all rules of its form; reading it is no part of this.
  func check(count: Int, records paths: [String]) throws {
    let records = try paths.map { try reader.read(BenchFile.bytes($0)).paper.record }
    var findings = 0
    try Bench.measure(count) { number in
      findings += try evaluated(records[number % records.count]).findings.count
    }
    guard findings >= 0 else { throw BenchFailure(what: "no findings") }
  }

  /// Reading a finished document back, and checking what was read.
  func read(count: Int, document: String, companions: [String]) throws {
    let source = try BenchFile.bytes(document)
    let others = try companions.map { try reader.read(BenchFile.bytes($0)).paper.record }
    try Bench.measure(count) { _ in
      let record = try reader.read(source).paper.record
      guard try evaluated(record, among: others).strongest != .error else {
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

  private func form(of record: Record) throws -> FormDefinition {
    guard let form = library.forms[record.form] else { throw BenchFailure(what: "no form \(record.form)") }
    return form
  }

  private func evaluated(_ record: Record, among others: [Record] = []) throws -> EvaluatedRecord {
    try EvaluatedRecord(record, form: form(of: record), library: library, others: others, day: Self.day)
  }
}
