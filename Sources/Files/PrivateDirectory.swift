import Glibc

/// A folder for this process and its user alone, removed with all it holds when the value goes.
///
/// Its name is `kiso-<process>-<random>` and says nothing of a person. It is removed in `deinit`, and
/// on SIGINT, SIGTERM and SIGHUP once ``removeAllOnSignals()`` was called. What is left by a process
/// that was killed (`kill -9`, power cut) is swept when the next one is made under the same base.
public struct PrivateDirectory: ~Copyable {
  /// The folder's absolute or base-relative path.
  public let path: String
  /// Open as long as the folder is used: its lock tells a sweeping process that we still live.
  private let lock: Descriptor
  private let ticket: SignalCleanUp.Ticket

  /// Makes a new folder with mode 0700.
  ///
  /// - Parameter base: where to make it; `nil` for `$TMPDIR`, or `/tmp` if that is unset or not absolute.
  public init(under base: String? = nil) throws(FileFailure) {
    let base = base ?? Self.systemBase
    try checkPath(base)
    StaleDirectories.sweep(in: base)
    var template = Array(FilePath.joining(base, "\(StaleDirectories.prefix)\(getpid())-XXXXXX").utf8CString)
    // mkdtemp makes the folder 0700; no umask can widen that.
    guard mkdtemp(&template) != nil else {
      throw FileFailure(code: .cannotCreate, path: base, errno: Glibc.errno)
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let number: Int32
    switch Descriptor.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) {
    case .success(let opened): number = opened
    case .failure(let reason):
      _ = rmdir(path)
      throw FileFailure(code: .cannotCreate, path: base, errno: reason.value)
    }
    _ = flock(number, LOCK_EX | LOCK_NB)
    self.path = path
    lock = Descriptor(number)
    ticket = SignalCleanUp.register { TreeRemoval.remove(path) }
  }

  deinit {
    TreeRemoval.remove(path)
    SignalCleanUp.withdraw(ticket)
  }

  /// The path of something inside.
  public func path(of name: String) -> String {
    FilePath.joining(path, name)
  }

  /// Makes a folder inside, mode 0700, and returns its path.
  public func makeFolder(_ name: String) throws(FileFailure) -> String {
    let folder = path(of: name)
    try checkPath(folder)
    guard mkdir(folder, 0o700) == 0 else {
      throw FileFailure(code: .cannotCreate, path: folder, errno: Glibc.errno)
    }
    return folder
  }

  /// Writes a new file inside, mode 0600, and returns its path.
  ///
  /// Not synced: what is to be gone soon need not reach the disk at all.
  public func write(_ bytes: [UInt8], as name: String) throws(FileFailure) -> String {
    let file = path(of: name)
    try checkPath(file)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    let descriptor: Descriptor
    switch Descriptor.open(file, flags, 0o600) {
    case .success(let number): descriptor = Descriptor(number)
    case .failure(let reason): throw .writing(file, reason.value)
    }
    var reason = FileWriter.writeAll(bytes, to: descriptor.number)
    let closing = descriptor.close()
    if reason == 0 { reason = closing }
    guard reason == 0 else { throw .writing(file, reason) }
    return file
  }

  /// From now on SIGINT, SIGTERM, SIGHUP and a plain `exit` remove every private directory.
  ///
  /// Call it once, early in `main`: it changes the signal handlers of the whole process, so no library
  /// does it by itself. See ``SignalCleanUp`` for how. Temporary files of ``AtomicFile`` go as well.
  public static func removeAllOnSignals() {
    SignalCleanUp.install()
  }

  /// Removes what processes that were killed left in the usual place, `$TMPDIR` or `/tmp`.
  ///
  /// Making a private directory does it as well; a program calls it at its start, so that nothing of a document
  /// waits for the next one that needs a directory.
  public static func sweepLeftovers() {
    StaleDirectories.sweep(in: systemBase)
  }

  private static var systemBase: String {
    guard let value = getenv("TMPDIR") else { return "/tmp" }
    let base = String(cString: value)
    return base.utf8.first == UInt8(ascii: "/") ? base : "/tmp"
  }
}
