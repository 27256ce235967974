@testable import FormModel
import Paperwork

/// The shipped declarations, and papers held against them.
enum Town {
  /// The folder with `Forms`.
  static let root = (1...4).reduce(Substring(#filePath)) { path, _ in path[..<(path.lastIndex(of: "/") ?? path.endIndex)] }

  /// Everything that Bochum declares.
  static func library() throws -> FormLibrary { try shipped.get() }

  private static let shipped = Result { try Catalogue(home: String(root)).library() }

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
    return try EvaluatedRecord(record, form: form, library: library, papers: others, day: day)
  }
}

/// Something that a test expects to be there.
struct NoSuch: Error { let what: String }
