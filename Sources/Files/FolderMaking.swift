import Glibc

/// Makes folders that only their owner may enter.
public enum FolderMaking {
  /// Makes a folder and those above it that are missing, each 0700; one that is there stays as it is.
  public static func make(_ path: String) throws(FileFailure) {
    guard !path.isEmpty, mkdir(path, 0o700) != 0 else { return }
    let reason = errno
    if reason == EEXIST { return }
    guard reason == ENOENT, path != "/" else {
      throw FileFailure(code: .cannotCreate, path: path, errno: reason)
    }
    try make(FilePath.parent(of: path))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw FileFailure(code: .cannotCreate, path: path, errno: errno)
    }
  }

  /// Makes one folder, 0700, that must not be there yet.
  public static func makeNew(_ path: String) throws(FileFailure) {
    guard mkdir(path, 0o700) != 0 else { return }
    throw FileFailure(code: .cannotCreate, path: path, errno: errno)
  }

  /// Removes a folder if it is empty.
  public static func removeEmpty(_ path: String) { rmdir(path) }
}
