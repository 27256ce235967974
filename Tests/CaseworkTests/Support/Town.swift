import Foundation
@testable import FormModel

/// The shipped declarations, and papers held against them.
enum Town {
  /// Everything that Bochum declares.
  static func library() throws -> FormLibrary { try shipped.get() }

  private static let shipped = Result { try FormLibrary(files: try declarations(), schema: try schema()) }

  /// The shipped declarations as files.
  static func declarations() throws -> [SourceFile] {
    var paths: [String] = []
    for folder in ["", "bochum/", "bochum/lists/"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: forms.path() + "/" + folder)
      paths += names.filter { $0.hasSuffix(".xml") }.sorted().map { folder + $0 }
    }
    return try paths.map { try file($0) }
  }

  /// The vocabulary of declarations.
  static func schema() throws -> SourceFile { try file("form.rng") }

  private static let forms = URL(filePath: #filePath).appending(path: "../../../../Forms").standardizedFileURL

  private static func file(_ path: String) throws -> SourceFile {
    SourceFile(name: path, bytes: Array(try Data(contentsOf: forms.appending(path: path))))
  }

  /// A day of a test.
  static func day(_ iso: String) throws -> Day {
    guard let day = Day(iso: iso) else { throw NoSuch(what: iso) }
    return day
  }

  /// A paper of a form.
  static func record(_ form: String, _ root: RecordGroup) throws -> Record {
    guard let definition = try library().forms[form] else { throw NoSuch(what: form) }
    return Record(form: form, version: definition.version, root: root)
  }

  /// A paper held against its form, among others.
  static func evaluated(_ record: Record, among others: [Record] = [], on day: Day) throws -> EvaluatedRecord {
    let library = try library()
    guard let form = library.forms[record.form] else { throw NoSuch(what: record.form) }
    return try EvaluatedRecord(record, form: form, library: library, others: others, day: day)
  }

  /// The same among papers that are evaluated once for many.
  static func evaluated(_ record: Record, among others: [EvaluatedRecord], on day: Day) throws -> EvaluatedRecord {
    let library = try library()
    guard let form = library.forms[record.form] else { throw NoSuch(what: record.form) }
    return try EvaluatedRecord(
      record, form: form, library: library,
      among: OtherPapers(others, strays: [], caseNumber: nil, library: library, day: day), day: day)
  }
}

/// Something that a test expects to be there.
struct NoSuch: Error { let what: String }
