import Glibc

/// An open file descriptor that closes itself.
///
/// It exists so that no early exit leaks a descriptor. A close that must be checked, because a share
/// may report the full disk only then, is `close()`.
struct Descriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    _ = Glibc.close(number)
  }

  /// Closes now and returns the system's number of the failure, 0 if there was none.
  consuming func close() -> Int32 {
    let result = Glibc.close(number) == 0 ? 0 : Glibc.errno
    discard self
    // The descriptor is gone even after EINTR (Linux), so trying again could close someone else's.
    return result == EINTR ? 0 : result
  }
}

extension Descriptor {
  /// Opens a path, always close-on-exec; on failure gives the system's number.
  static func open(_ path: String, _ flags: Int32, _ permissions: mode_t = 0) -> Result<Int32, SystemNumber> {
    while true {
      let number = Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY, permissions)
      if number >= 0 { return .success(number) }
      let reason = Glibc.errno
      if reason != EINTR { return .failure(SystemNumber(reason)) }
    }
  }
}

/// The system's `errno` of one failed call.
struct SystemNumber: Error {
  let value: Int32

  init(_ value: Int32) {
    self.value = value
  }
}

/// The status of a path: of a link's target, or of the link itself.
func status(of path: String, followingLinks: Bool = true) -> Result<stat, SystemNumber> {
  var status = stat()
  let result = followingLinks ? stat(path, &status) : lstat(path, &status)
  return result == 0 ? .success(status) : .failure(SystemNumber(Glibc.errno))
}

extension stat {
  var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isSymbolicLink: Bool { st_mode & S_IFMT == S_IFLNK }
}

/// Refuses what the system would silently cut short or read as "here".
func checkPath(_ path: String) throws(FileFailure) {
  // A Swift string may hold a zero byte; C would end the path there and open another file.
  if path.isEmpty || path.utf8.contains(0) {
    throw FileFailure(code: .badPath, path: path)
  }
}
