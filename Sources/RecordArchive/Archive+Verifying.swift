internal import FormModel
internal import Glibc

/// What was looked at, and what is wrong.
public struct VerificationReport: Hashable, Sendable {
  /// Something that is not as it should be.
  public enum Problem: Hashable, Sendable {
    /// A page, 1-based, whose checksum does not fit.
    case page(Int)
    /// The file is longer or shorter than its pages.
    case length
    /// SQLite finds its structure broken.
    case structure
    /// The tables are not those of an archive.
    case schema
    /// An entry whose key is missing.
    case keyMissing(EntryID)
    /// An entry whose card does not open, or says something else than the clear columns.
    case card(EntryID)
    /// A part that is missing, does not open, or is not named by its card.
    case part(EntryID, number: Int)
    /// The entries are not those that the seal counts: some were taken away or put back.
    case seal
    /// The deletion log is not the same in both files, or its chain is broken.
    case log
    /// Something that the log names as deleted is still there.
    case undeleted(EntryID)
    /// Something is still sealed with what people have who left, because sealing it anew was cut short.
    case unsettled
    /// A file of an interrupted replacement of the keyring lies about.
    case leftover
  }

  /// How many pages were read.
  public var pages = 0
  /// How many entries were opened.
  public var entries = 0
  /// How many parts were opened.
  public var parts = 0
  /// How many lines of the deletion log were checked.
  public var deletions = 0
  /// What is wrong; empty when all is well.
  public var problems: [Problem] = []
}

/// Looking at every byte.
extension Archive {
  /// Reads everything there is and says what is wrong.
  ///
  /// Every page, every card, every part, the sum over all of them, the deletion log in both files. What is so damaged
  /// that it cannot even be opened is a failure already when the archive is opened.
  public func verify() throws(ArchiveFailure) -> VerificationReport {
    var report = VerificationReport()
    try database.run("BEGIN")
    defer { try? database.run("COMMIT") }
    try checkPages(&report)
    // With a broken page the rest would say the same in many ways.
    guard report.problems.isEmpty else { return report }
    let found = try database.statement("PRAGMA integrity_check")
    if try !found.step() || found.text(0) != "ok" { report.problems.append(.structure) }
    found.reset()
    try checkSchema(&report)
    guard report.problems.isEmpty else { return report }
    try checkEntries(&report)
    try checkParts(&report)
    try checkLog(&report)
    if keyring.circles.isUnsettled { report.problems.append(.unsettled) }
    if access(place.keys + ".neu", F_OK) == 0 { report.problems.append(.leftover) }
    return report
  }

  private func checkPages(_ report: inout VerificationReport) throws(ArchiveFailure) {
    let count = try database.pageCount()
    var status = stat()
    if stat(place.data, &status) != 0 || Int(status.st_size) != count * CheckedPages.pageSize {
      report.problems.append(.length)
    }
    for number in 1...max(1, count) {
      do throws(ArchiveFailure) {
        _ = try database.page(number)
      } catch {
        guard error.code == .damaged else { throw error }
        report.problems.append(.page(number))
      }
    }
    report.pages = count
  }

  private func checkSchema(_ report: inout VerificationReport) throws(ArchiveFailure) {
    let rows = try database.statement("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    defer { rows.reset() }
    var found: [String] = []
    while try rows.step() { found.append(rows.text(0)) }
    // Their order is another one after the file was written anew.
    if found.sorted() != Schema.statements.sorted() { report.problems.append(.schema) }
  }

  private func checkEntries(_ report: inout VerificationReport) throws(ArchiveFailure) {
    var seal = StoreSeal(clock: .first)
    let rows = try database.statement("SELECT \(try cardColumns()) FROM entry")
    defer { rows.reset() }
    while try rows.step() {
      guard let id = EntryID(bytes: rows.blob(0)) else { throw ArchiveFailure(.damaged, path: place.data) }
      seal.entries += 1
      seal.sum.add(id, UInt64(bitPattern: Int64(rows.int(1))), rows.blob(6))
      if let entry = open(rows, id) {
        report.entries += 1
        let isSame =
          entry.kind == rows.text(2) && entry.rule == rows.text(3) && entry.due == rows.day(4)
          && entry.card.review == rows.day(5)
        if !isSame { report.problems.append(.card(id)) }
      } else {
        report.problems.append(keyring.keys.contains(id) ? .card(id) : .keyMissing(id))
      }
    }
    let row = try database.statement("SELECT seal FROM archive")
    defer { row.reset() }
    guard try row.step(), let stored = StoreSeal(row.blob(0), keyring: keyring),
      stored.entries == seal.entries, stored.sum == seal.sum
    else { return report.problems.append(.seal) }
  }

  private func checkParts(_ report: inout VerificationReport) throws(ArchiveFailure) {
    let index = try currentIndex()
    var missing: [EntryID: Set<UInt32>] = [:]
    for entry in index.entries.values { missing[entry.id] = Set(entry.card.parts.map(\.number)) }
    let rows = try database.statement("SELECT id, number FROM part ORDER BY row")
    defer { rows.reset() }
    while try rows.step() {
      guard let id = EntryID(bytes: rows.blob(0)) else { throw ArchiveFailure(.damaged, path: place.data) }
      let number = rows.int(1)
      // The parts of an entry that does not open were reported with it.
      guard let entry = index.entries[id] else {
        if !index.unreadable.contains(id) { report.problems.append(.part(id, number: number)) }
        continue
      }
      guard let part = entry.card.parts.first(where: { $0.number == number }) else {
        report.problems.append(.part(id, number: number))
        continue
      }
      missing[id]?.remove(part.number)
      do throws(ArchiveFailure) {
        var content = try content(of: part, in: entry)
        content.wipe()
        report.parts += 1
      } catch {
        guard error.code == .damaged else { throw error }
        report.problems.append(.part(id, number: number))
      }
    }
    for (id, numbers) in missing.sorted(by: { $0.key < $1.key }) {
      for number in numbers.sorted() { report.problems.append(.part(id, number: Int(number))) }
    }
  }

  private func checkLog(_ report: inout VerificationReport) throws(ArchiveFailure) {
    let log = keyring.log
    let stored = try storedLog()
    if stored != log { report.problems.append(.log) }
    report.deletions = log.records.count
    let index = try currentIndex()
    for record in log.records
    where keyring.keys.contains(record.id) || index.entries[record.id] != nil || index.unreadable.contains(record.id) {
      report.problems.append(.undeleted(record.id))
    }
  }

  /// The deletion log as the data have it, computed again; nil when its chain is broken.
  func storedLog() throws(ArchiveFailure) -> DeletionLog? {
    try Self.storedLog(in: database)
  }

  static func storedLog(in database: Database) throws(ArchiveFailure) -> DeletionLog? {
    let rows = try database.statement("SELECT number, record, chain FROM deletion ORDER BY number")
    defer { rows.reset() }
    var log = DeletionLog()
    while try rows.step() {
      let bytes = rows.blob(1)
      if bytes.isEmpty, log.records.isEmpty {
        log = DeletionLog(anchorNumber: UInt64(max(0, rows.int(0))), anchor: rows.blob(2))
        continue
      }
      guard let record = DeletionRecord(bytes), record.number == UInt64(max(0, rows.int(0))), log.append(record),
        log.head == rows.blob(2)
      else { return nil }
    }
    return log
  }
}
