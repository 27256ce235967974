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
}
