import Glibc

/// Removing single files.
public enum FileRemoval {
  /// Removes a file; one that is not there is no failure.
  public static func remove(_ path: String) throws(FileFailure) {
    try checkPath(path)
    guard unlink(path) != 0, errno != ENOENT else { return }
    throw .writing(path, errno)
  }

  /// Whether something stands at a path.
  public static func exists(_ path: String) -> Bool {
    if case .success = status(of: path, followingLinks: false) { return true }
    return false
  }
}
