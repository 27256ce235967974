internal import CLinux
import Glibc

/// Replacing a file whose old content must not be found again.
///
/// The new content is written and synced beside the old as `PATH.neu`; the two names change places in one step, so
/// that there is always a whole file under the name; then what is now under `.neu` is overwritten with zeros, synced
/// and removed. On SSDs and file systems that copy on write, the zeros may go elsewhere; no program can help that.
///
/// The caller must hold a lock that keeps others from replacing the same file meanwhile.
public enum ErasingReplacement {
  /// Replaces a file, or creates it; with mode 0600.
  ///
  /// On a failure the old file is whole under its name. A failure may also mean that the new content is in place and
  /// the old could not be overwritten; ``clean(_:)`` then tries again.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
    try checkPath(path)
    try clean(path)
    let new = path + ending
    try write(bytes, to: new, reportedAs: path)
    let folder = FilePath.parent(of: path)
    guard case .success = status(of: path) else {
      guard rename(new, path) == 0 else { throw giveUp(new, path, Glibc.errno) }
      return try sync(folder, path)
    }
    let refusal = clinux_exchange(new, path)
    if refusal == 0 {
      try sync(folder, path)
      return try erase(new, reportedAs: path)
    }
    guard [EINVAL, ENOSYS, ENOTSUP].contains(refusal) else { throw giveUp(new, path, refusal) }
    try replaceWithoutExchange(path, new: new, folder: folder)
  }

  /// Erases what a replacement that was cut short left beside a file.
  public static func clean(_ path: String) throws(FileFailure) {
    guard case .success = status(of: path + ending, followingLinks: false) else { return }
    try erase(path + ending, reportedAs: path)
  }

  private static let ending = ".neu"

  /// The old file is held open, so that it can still be overwritten when its name is gone.
  private static func replaceWithoutExchange(_ path: String, new: String, folder: String) throws(FileFailure) {
    let old: Descriptor
    switch Descriptor.open(path, O_WRONLY) {
    case .success(let number): old = Descriptor(number)
    case .failure(let reason): throw giveUp(new, path, reason.value)
    }
    guard rename(new, path) == 0 else { throw giveUp(new, path, Glibc.errno) }
    try sync(folder, path)
    try overwrite(old.number, reportedAs: path)
  }

  private static func write(_ bytes: [UInt8], to new: String, reportedAs path: String) throws(FileFailure) {
    let descriptor: Descriptor
    switch Descriptor.open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600) {
    case .success(let number): descriptor = Descriptor(number)
    case .failure(let reason):
      var failure = FileFailure.writing(path, reason.value)
      if failure.code == .inputOutput { failure.code = .cannotCreate }
      throw failure
    }
    var reason = FileWriter.writeAll(bytes, to: descriptor.number)
    if reason == 0, fsync(descriptor.number) != 0 { reason = Glibc.errno }
    let closing = descriptor.close()
    if reason == 0 { reason = closing }
    if reason != 0 { throw giveUp(new, path, reason) }
  }

  private static func giveUp(_ new: String, _ path: String, _ reason: Int32) -> FileFailure {
    try? erase(new, reportedAs: path)
    return .writing(path, reason)
  }

  private static func erase(_ name: String, reportedAs path: String) throws(FileFailure) {
    switch Descriptor.open(name, O_WRONLY | O_NOFOLLOW) {
    case .success(let number):
      let descriptor = Descriptor(number)
      try overwrite(descriptor.number, reportedAs: path)
    case .failure(let reason): throw .writing(path, reason.value)
    }
    guard unlink(name) == 0 else { throw .writing(path, Glibc.errno) }
  }

  private static func overwrite(_ descriptor: Int32, reportedAs path: String) throws(FileFailure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.isRegularFile else { throw .writing(path, Glibc.errno) }
    let zeros = [UInt8](repeating: 0, count: 1 << 16)
    var left = Int(status.st_size)
    while left > 0 {
      let reason = FileWriter.writeAll(left < zeros.count ? Array(zeros.prefix(left)) : zeros, to: descriptor)
      guard reason == 0 else { throw .writing(path, reason) }
      left -= min(left, zeros.count)
    }
    guard fsync(descriptor) == 0 else { throw .writing(path, Glibc.errno) }
  }

  /// The exchange of names is what must survive a power cut.
  private static func sync(_ folder: String, _ path: String) throws(FileFailure) {
    switch Descriptor.open(folder, O_RDONLY | O_DIRECTORY) {
    case .success(let number):
      let descriptor = Descriptor(number)
      // Some file systems cannot sync a folder and say so; the others must.
      guard fsync(descriptor.number) == 0 || [EINVAL, ENOTSUP].contains(Glibc.errno) else {
        throw .writing(path, Glibc.errno)
      }
    case .failure(let reason): throw .writing(path, reason.value)
    }
  }
}
