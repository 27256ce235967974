/// How large files are.
public enum FileSize {
  /// The bytes of a file.
  public static func of(_ path: String) throws(FileFailure) -> Int {
    switch status(of: path) {
    case .success(let status): return Int(status.st_size)
    case .failure(let reason): throw .reading(path, reason.value)
    }
  }
}
