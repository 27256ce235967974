public import Files
public import FormModel

/// The folder in which drafts lie, each in a file of its own that says nothing of a person by its name.
public struct DraftFolder: Hashable, Sendable {
  /// One draft in the folder.
  public struct Listed: Hashable, Sendable {
    /// The name of its file without the ending, such as `gespraechsnotiz-20251120-1402-k3m9xz`.
    public var name: String
    /// What it is; nil when the file is no draft that this version can read.
    public var head: Draft.Head?
    /// Whether somebody has it open right now.
    public var isOpen: Bool
  }

  /// The largest draft that is read, in bytes.
  static let limit = 16 << 20

  /// The folder's path; it is made when the first draft is saved.
  public let path: String

  /// The folder at a path.
  public init(_ path: String) {
    self.path = path
  }

  /// All drafts, the one saved last first.
  public func drafts() throws(FileFailure) -> [Listed] {
    let files: [String]
    do throws(FileFailure) {
      files = try DirectoryListing.files(in: path, withExtension: "json")
    } catch {
      if error.code == .noSuchFile { return [] }
      throw error
    }
    let drafts = files.map { file in
      let name = FilePath.stem(of: file)
      let bytes = try? FileReader.bytes(at: file, limit: Self.limit)
      return Listed(name: name, head: bytes.flatMap { Draft.head(of: $0) }, isOpen: FileLock.isHeld(lock(of: name)))
    }
    return drafts.enumerated().sorted { left, right in
      switch (left.element.head?.saved, right.element.head?.saved) {
      case (let one?, let two?) where one != two: one > two
      case (nil, _?): false
      case (_?, nil): true
      default: left.offset > right.offset
      }
    }.map(\.element)
  }

  /// The bytes of a draft.
  public func bytes(of name: String) throws(FileFailure) -> [UInt8] {
    try FileReader.bytes(at: file(of: name), limit: Self.limit)
  }

  /// Removes a draft; false when somebody has it open.
  public func remove(_ name: String) throws(FileFailure) -> Bool {
    let lock = lock(of: name)
    guard let held = try FileLock(lock) else { return false }
    defer { withExtendedLifetime(held) {} }
    try FileRemoval.remove(file(of: name))
    try? FileRemoval.remove(lock)
    return true
  }

  /// Opens a draft; nil when somebody else has it open.
  public func open(_ name: String) throws(FileFailure) -> OpenDraft? {
    guard let held = try FileLock(lock(of: name)) else { return nil }
    return OpenDraft(file: file(of: name), lockFile: lock(of: name), lock: held)
  }

  /// A name for a new draft: form, day, time and six random letters.
  public func newName(form: String, began: Moment) -> String {
    let time = began.time.map { String($0.canonical.filter { $0 != ":" }) } ?? "0000"
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    let random = String((0..<6).compactMap { _ in letters.randomElement() })
    return "\(form)-\(began.day.iso.filter { $0 != "-" })-\(time)-\(random)"
  }

  private func file(of name: String) -> String { FilePath.joining(path, name + ".json") }
  private func lock(of name: String) -> String { FilePath.joining(path, "." + name + ".lock") }

  /// Makes the folder, for its owner only.
  public func make() throws(FileFailure) { try FolderMaking.make(path) }
}

/// A draft that this process has open; others leave it alone until the value goes.
public struct OpenDraft: ~Copyable {
  private let file: String
  private let lockFile: String
  private let lock: FileLock

  init(file: String, lockFile: String, lock: consuming FileLock) {
    self.file = file
    self.lockFile = lockFile
    self.lock = lock
  }

  /// Writes the draft: completely, or not at all, for its owner only.
  public func save(_ bytes: [UInt8]) throws(FileFailure) {
    try AtomicFile.write(bytes, to: file)
  }

  /// Removes the draft.
  public consuming func remove() throws(FileFailure) {
    try FileRemoval.remove(file)
    try? FileRemoval.remove(lockFile)
  }

  /// Leaves the draft for later; a lock file without a draft would be of no use.
  public consuming func close() {
    if !FileRemoval.exists(file) { try? FileRemoval.remove(lockFile) }
  }
}
