/// The tables of the data file.
enum Schema {
  /// „KISO“ as SQLite keeps it in byte 68 of the file.
  static let application = 0x4B49_534F
  /// 1 held cards of format 1 only, 2 kept nothing beside its cases, 3 knew no circles of people, 4 no cards of format 3;
  /// what is older is changed when it is opened, and programs of then refuse it.
  static let version = 5

  /// How SQLite keeps its free pages, so that the file can shrink in steps: `auto_vacuum = INCREMENTAL`.
  static let shrinking = 2

  /// The statements that make the tables, in the order in which SQLite lists them.
  static let statements = [
    """
    CREATE TABLE archive (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), id BLOB NOT NULL, \
    keyring INTEGER NOT NULL, seal BLOB NOT NULL) STRICT
    """,
    """
    CREATE TABLE entry (id BLOB PRIMARY KEY, version INTEGER NOT NULL, kind TEXT NOT NULL, rule TEXT NOT NULL, \
    due INTEGER, review INTEGER, card BLOB NOT NULL, circle INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX entry_due ON entry (due, review, kind, rule)",
    """
    CREATE TABLE part (row INTEGER PRIMARY KEY, id BLOB NOT NULL, number INTEGER NOT NULL, box BLOB NOT NULL, \
    circle INTEGER NOT NULL DEFAULT 0, UNIQUE (id, number)) STRICT
    """,
    "CREATE TABLE deletion (number INTEGER PRIMARY KEY, record BLOB NOT NULL, chain BLOB NOT NULL) STRICT", kept,
  ]

  /// What was worked out of all that is stored of a case; new in version 3.
  static let kept = "CREATE TABLE kept (row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, box BLOB NOT NULL) STRICT"

  /// Under which circle of people a row is sealed.
  ///
  /// New in version 4; what is older is sealed under circle 0.
  static let circles = ["entry", "part"].map { "ALTER TABLE \($0) ADD COLUMN circle INTEGER NOT NULL DEFAULT 0" }

  /// That column as a query names it in a file of some version.
  static func circle(in version: Int) -> String { version >= 4 ? "circle" : "0" }
}
