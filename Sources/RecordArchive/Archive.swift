public import FormModel
internal import Files
internal import Glibc
internal import Secrets

/// An open archive: completed papers, sealed, found again, and deleted on their day.
///
/// A value of this class is for one thread. Several processes may use one archive at the same time; each change is
/// one transaction. How the two files are laid out and written is described in Documentation/Archive.md.
public final class Archive {
  /// Where its files lie.
  public let place: ArchivePlace
  /// The declarations by which dates are computed.
  public let library: FormLibrary
  let database: Database
  /// The key pair of the person it was opened by, which stays the same when the keyring is replaced.
  var person: KeyPair
  var keyring: Keyring
  /// The entries as they were last read, and the state of the file then.
  var index: (content: EntryIndex, version: Int)?
  /// Dates that were computed already.
  var knownDates: [DateQuestion: [RetentionDate]] = [:]
  /// What applies to kinds of data.
  var knownRules: [[String]: (classes: [String], events: Set<String>)] = [:]
  /// What changes that are made together have done so far; nil between them.
  var ongoing: Changes?
  /// What this device remembers of the archive already.
  var remembered: LastSeen?
  /// Spare ids in the order in which they are tried.
  var spareIDs: [EntryID] = []

  init(place: ArchivePlace, library: FormLibrary, database: Database, keyring: Keyring, person: KeyPair) {
    self.place = place
    self.library = library
    self.database = database
    self.keyring = keyring
    self.person = person
  }

  /// Makes a new archive with one person's access, and opens it.
  ///
  /// Both files are made, for their owner only; neither may be there. Folders are not made.
  ///
  /// - Parameters:
  ///   - place: where the files are to lie; not on a share.
  ///   - first: the access of the first person.
  ///   - library: the declarations with the retention schedule.
  ///   - today: the day by the clock.
  public static func create(
    at place: ArchivePlace, for first: NewAccess, library: FormLibrary, today: Day
  ) throws(ArchiveFailure) -> Archive {
    guard Sodium.isReady else { throw ArchiveFailure(.noRandomness) }
    try first.check()
    for path in [place.data, place.keys] {
      try LocalFileSystem.check(path)
      guard access(path, F_OK) != 0 else { throw ArchiveFailure(.exists, path: path) }
    }
    guard let keyring = Keyring(archive: Sodium.random(16), first: first, today: today) else {
      throw ArchiveFailure(.noRandomness)
    }
    // The data are made under another name, so that a crash leaves no half archive under the right one.
    let draft = place.data + ".neu"
    _ = unlink(draft)
    do {
      try makeTables(draft, keyring: keyring, today: today)
      try writeKeyring(keyring, to: place.keys)
    } catch {
      _ = unlink(draft)
      throw error
    }
    guard rename(draft, place.data) == 0 else {
      let reason = errno
      _ = unlink(draft)
      _ = unlink(place.keys)
      throw ArchiveFailure(reason == ENOSPC ? .full : .readOnly, path: place.data)
    }
    return try open(place, with: first.credential, as: first.label, library: library)
  }

  static func makeTables(_ path: String, keyring: Keyring, today: Day) throws(ArchiveFailure) {
    let database = try Database(path, .new)
    try database.run("PRAGMA auto_vacuum = \(Schema.shrinking)")
    try database.run("PRAGMA application_id = \(Schema.application)")
    try database.run("PRAGMA user_version = \(Schema.version)")
    try database.run("BEGIN IMMEDIATE")
    for statement in Schema.statements { try database.run(statement) }
    try database.run(
      "INSERT INTO archive VALUES (1, ?, ?, ?)",
      [
        .blob(keyring.archive), .int(Int(keyring.generation)),
        .blob(StoreSeal(clock: today).sealed(with: keyring)),
      ])
    try database.run("COMMIT")
  }

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - place: where its files lie.
  ///   - credential: a passphrase or the content of an access file.
  ///   - label: whose access it is; nil to try everyone's, which takes as long for each.
  ///   - library: the declarations with the retention schedule.
  ///   - patience: how long another process's write is waited for, in milliseconds.
  public static func open(
    _ place: ArchivePlace, with credential: Credential, as label: String? = nil, library: FormLibrary,
    patience: Int = 30_000
  ) throws(ArchiveFailure) -> Archive {
    guard Sodium.isReady else { throw ArchiveFailure(.noRandomness) }
    let database = try openDatabase(place.data, patience: patience)
    let file = try keyringFile(place.keys)
    let (archive, generation) = try identity(of: database)
    guard archive == file.archive else { throw ArchiveFailure(.mixedUp, path: place.keys) }
    let (keyring, person) = try file.unlock(credential, label: label, path: place.keys)
    guard file.generation >= generation else { throw ArchiveFailure(.keysOlder, path: place.keys) }
    let result = Archive(place: place, library: library, database: database, keyring: keyring, person: person)
    try result.finishWhatWasCutShort()
    return result
  }

  /// Reports that a file is missing, mixed up or not from kiso, before anybody is asked for a passphrase.
  public static func checkPresence(of place: ArchivePlace) throws(ArchiveFailure) {
    let (archive, _) = try identity(of: try openDatabase(place.data))
    guard try keyringFile(place.keys).archive == archive else { throw ArchiveFailure(.mixedUp, path: place.keys) }
  }

  /// The random id of an archive as 32 hexadecimal digits.
  public static func identifier(of place: ArchivePlace) throws(ArchiveFailure) -> String {
    KeyText.hexadecimal(try identity(of: try openDatabase(place.data)).archive)
  }

  /// Opens the data file and checks that it is an archive of kiso.
  static func openDatabase(_ path: String, patience: Int = 30_000) throws(ArchiveFailure) -> Database {
    guard access(path, F_OK) == 0 else { throw ArchiveFailure(.missing, path: path) }
    try LocalFileSystem.check(path)
    return try Database(path, patience: Int32(clamping: patience))
  }

  /// The archive id and the generation of the keyring that the data name.
  static func identity(of database: Database) throws(ArchiveFailure) -> (archive: [UInt8], generation: UInt64) {
    let row = try database.statement("SELECT id, keyring FROM archive")
    defer { row.reset() }
    guard try row.step() else { throw ArchiveFailure(.damaged, path: database.path) }
    return (row.blob(0), UInt64(max(0, row.int(1))))
  }

  /// Reads the outside of a keyring.
  static func keyringFile(_ path: String) throws(ArchiveFailure) -> KeyringFile {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReader.bytes(at: path, limit: 1 << 30)
    } catch {
      throw error.code == .noSuchFile ? ArchiveFailure(.keysMissing, path: path) : ArchiveFailure(error)
    }
    return try KeyringFile(bytes, path: path)
  }

  /// Replaces the keyring and erases the old one.
  static func writeKeyring(_ keyring: Keyring, to path: String) throws(ArchiveFailure) {
    do throws(FileFailure) {
      try ErasingReplacement.replace(path, with: KeyringFile.bytes(of: keyring))
    } catch {
      throw ArchiveFailure(error)
    }
  }
}
