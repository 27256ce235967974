internal import CSQLite
internal import FormModel

/// A compiled statement; values go in bound, never as text in the SQL.
final class Statement {
  /// What can be bound.
  enum Value {
    case null
    case int(Int)
    case text(String)
    case blob([UInt8])

    static func day(_ day: Day?) -> Value { day.map { .int($0.ordinal) } ?? .null }
    static func id(_ id: EntryID) -> Value { .blob(id.bytes) }
  }

  private let pointer: OpaquePointer
  private unowned let database: Database

  init(_ pointer: OpaquePointer, of database: Database) {
    self.pointer = pointer
    self.database = database
  }

  deinit {
    sqlite3_finalize(pointer)
  }

  func reset() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  func bind(_ values: [Value]) throws(ArchiveFailure) {
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let result =
        switch value {
        case .null: sqlite3_bind_null(pointer, place)
        case .int(let number): sqlite3_bind_int64(pointer, place, Int64(number))
        case .text(let text): csqlite_bind_text(pointer, place, text, UInt64(text.utf8.count))
        case .blob(let bytes):
          bytes.withUnsafeBytes { csqlite_bind_blob(pointer, place, $0.baseAddress, UInt64($0.count)) }
        }
      guard result == SQLITE_OK else { throw database.failure(result) }
    }
  }

  /// Goes on to the next row; false when there is none.
  func step() throws(ArchiveFailure) -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let result:
      sqlite3_reset(pointer)
      throw database.failure(result)
    }
  }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(pointer, column)) }

  func day(_ column: Int32) -> Day? { isNull(column) ? nil : Day(ordinal: int(column)) }

  func text(_ column: Int32) -> String {
    withBlob(column) { String(decoding: $0, as: UTF8.self) }
  }

  func blob(_ column: Int32) -> [UInt8] { withBlob(column) { Array($0) } }

  /// Lends the bytes of a column until the next step.
  func withBlob<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = sqlite3_column_blob(pointer, column)
    return body(
      UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(pointer, column))))
  }
}
