import Glibc

/// A lock that one process at a time holds, given back when the value goes or the process ends, however it ends.
///
/// An empty file stands for it; its content means nothing. It keeps two of our own programs apart and is no
/// protection against others.
public struct FileLock: ~Copyable {
  private let descriptor: Descriptor

  /// Takes the lock of a file, which is made when it is not there; nil when another process holds it.
  public init?(_ path: String) throws(FileFailure) {
    try checkPath(path)
    let opened: Descriptor
    switch Descriptor.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0o600) {
    case .success(let number): opened = Descriptor(number)
    case .failure(let reason): throw .writing(path, reason.value)
    }
    guard flock(opened.number, LOCK_EX | LOCK_NB) == 0 else {
      let reason = Glibc.errno
      if reason == EWOULDBLOCK { return nil }
      throw .writing(path, reason)
    }
    descriptor = opened
  }

  /// Whether another process holds the lock of a file.
  public static func isHeld(_ path: String) -> Bool {
    guard case .success(let number) = Descriptor.open(path, O_RDONLY | O_NOFOLLOW) else { return false }
    let descriptor = Descriptor(number)
    return flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 && Glibc.errno == EWOULDBLOCK
  }
}
