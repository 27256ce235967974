public import Secrets

/// A file that opens an archive in place of a passphrase: 32 random bytes as text in one line.
public enum AccessFile {
  private static let mark = Array("KISO-ZUGANG-1 ".utf8)

  /// Writes a new one, for its owner only; a file that is there is not replaced.
  public static func make(at path: String) throws(ArchiveFailure) -> Secret {
    try KeyFile.make(at: path, mark: mark)
  }

  /// Reads one.
  ///
  /// Throws `denied` when the file is something else.
  public static func read(_ path: String) throws(ArchiveFailure) -> Secret {
    guard let key = try KeyFile.read(path, mark: mark) else { throw ArchiveFailure(.denied, path: path) }
    return key
  }
}
