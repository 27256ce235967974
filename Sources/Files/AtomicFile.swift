import Glibc

/// Writing a file so that there is either the old content or the new, never a part of it.
public enum AtomicFile {
  /// Writes bytes to a path: complete and on the disk, or not at all.
  ///
  /// The bytes go to a temporary file `.kiso-XXXXXX` in the same folder, which is synced, renamed over
  /// the target and the folder synced. On any failure, and on a signal if
  /// ``PrivateDirectory/removeAllOnSignals()`` was called, the temporary file is removed and an
  /// existing file stays as it was.
  ///
  /// - A symbolic link is written through: its target is replaced, or created if it is missing, and
  ///   the link stays.
  /// - A folder is refused. A pipe or device (`/dev/stdout`) cannot be replaced and is written to.
  /// - The file has exactly `permissions`, whatever the umask and an older file said, unless the file
  ///   system keeps no modes (FAT, some shares).
  ///
  /// - Parameters:
  ///   - bytes: the whole content.
  ///   - path: absolute or relative to the working directory.
  ///   - permissions: the file's mode bits, by default for its owner only.
  public static func write(
    _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o600
  ) throws(FileFailure) {
    var rest: [UInt8]? = bytes
    try write(to: path, permissions: permissions) {
      defer { rest = nil }
      return rest.map { .bytes($0) } ?? .end
    }
  }

  /// What comes next of something that is written piece by piece.
  public enum Piece {
    /// Some bytes.
    case bytes([UInt8])
    /// Nothing more: the file is whole.
    case end
    /// It cannot be made: an existing file stays as it was, and nothing is thrown.
    case abandon
  }

  /// Writes something that is too large for the memory, under the same promises.
  ///
  /// - Parameters:
  ///   - path: absolute or relative to the working directory.
  ///   - permissions: the file's mode bits, by default for its owner only.
  ///   - next: asked for one piece after another.
  public static func write(
    to path: String, permissions: UInt32 = 0o600, next: () -> Piece
  ) throws(FileFailure) {
    try checkPath(path)
    if case .success(let present) = status(of: path) {
      if present.isDirectory {
        throw FileFailure(code: .isDirectory, path: path, errno: EISDIR)
      }
      if !present.isRegularFile {
        return try writeThrough(to: path, next)
      }
    }
    let target = try resolvingLinks(path)
    if target.utf8.last == UInt8(ascii: "/") {
      throw FileFailure(code: .cannotCreate, path: path, errno: EISDIR)
    }
    try replace(target, permissions: permissions, reportedAs: path, next)
  }

  /// Writes all pieces; the system's number of the failure, 0 if there was none, nil if it was abandoned.
  private static func writeAll(_ next: () -> Piece, to descriptor: Int32) -> Int32? {
    while true {
      switch next() {
      case .bytes(let bytes):
        let reason = FileWriter.writeAll(bytes, to: descriptor)
        if reason != 0 { return reason }
      case .end: return 0
      case .abandon: return nil
      }
    }
  }

  private static func replace(
    _ target: String, permissions: UInt32, reportedAs path: String, _ next: () -> Piece
  ) throws(FileFailure) {
    let folder = FilePath.parent(of: target)
    let (number, temporary) = try makeTemporary(in: folder, reportedAs: path)
    let descriptor = Descriptor(number)
    let ticket = SignalCleanUp.register { _ = unlink(temporary) }
    var isInPlace = false
    defer {
      if !isInPlace { _ = unlink(temporary) }
      SignalCleanUp.withdraw(ticket)
    }

    guard var reason = writeAll(next, to: descriptor.number) else { return }
    // A memory stick or a share may know no modes; the file was made 0600 and is as closed as it gets.
    if reason == 0, fchmod(descriptor.number, permissions) != 0, ![EPERM, ENOTSUP].contains(Glibc.errno) {
      reason = Glibc.errno
    }
    if reason == 0, fsync(descriptor.number) != 0 { reason = Glibc.errno }
    let closing = descriptor.close()
    if reason == 0 { reason = closing }
    if reason == 0, rename(temporary, target) != 0 { reason = Glibc.errno }
    guard reason == 0 else { throw .writing(path, reason) }
    isInPlace = true
    syncFolder(folder)
  }

  private static func makeTemporary(
    in folder: String, reportedAs path: String
  ) throws(FileFailure) -> (descriptor: Int32, name: String) {
    // Ours in place of mkstemp(3), which cannot ask for close-on-exec.
    let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")
    var lastReason: Int32 = EEXIST
    for _ in 0..<16 {
      let random = String((0..<6).compactMap { _ in alphabet.randomElement() })
      let name = FilePath.joining(folder, ".kiso-" + random)
      switch Descriptor.open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600) {
      case .success(let number): return (number, name)
      case .failure(let reason): lastReason = reason.value
      }
      if lastReason != EEXIST { break }
    }
    var failure = FileFailure.writing(path, lastReason)
    // Not a byte was written yet, so whatever the reason is, it is about making the file.
    if failure.code == .inputOutput { failure.code = .cannotCreate }
    throw failure
  }

  /// The new name is what must survive a power cut; not every share can sync a folder, and the file
  /// itself is safe by then, so a refusal is no failure.
  private static func syncFolder(_ folder: String) {
    guard case .success(let number) = Descriptor.open(folder, O_RDONLY | O_DIRECTORY) else { return }
    let descriptor = Descriptor(number)
    _ = fsync(descriptor.number)
  }

  private static func writeThrough(to path: String, _ next: () -> Piece) throws(FileFailure) {
    let descriptor: Descriptor
    switch Descriptor.open(path, O_WRONLY) {
    case .success(let number): descriptor = Descriptor(number)
    case .failure(let reason): throw .writing(path, reason.value)
    }
    var reason = writeAll(next, to: descriptor.number) ?? 0
    let closing = descriptor.close()
    if reason == 0 { reason = closing }
    if reason != 0 { throw .writing(path, reason) }
  }

  /// Follows links at the last component, also to a target that does not exist yet.
  private static func resolvingLinks(_ path: String) throws(FileFailure) -> String {
    var current = path
    for _ in 0..<40 {
      guard case .success(let present) = status(of: current, followingLinks: false), present.isSymbolicLink
      else { return current }
      var space = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = space.withUnsafeMutableBytes { space in
        space.baseAddress.map { readlink(current, $0, space.count) } ?? 0
      }
      guard count > 0 else { throw .writing(path, Glibc.errno) }
      let target = String(decoding: space.prefix(count), as: UTF8.self)
      current = FilePath.joining(FilePath.parent(of: current), target)
    }
    throw FileFailure(code: .badPath, path: path, errno: ELOOP)
  }
}
