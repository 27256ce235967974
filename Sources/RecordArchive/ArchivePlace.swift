internal import Files

/// Where an archive lies: its two files.
public struct ArchivePlace: Hashable, Sendable {
  /// The data file.
  public let data: String
  /// The path of the keyring, `NAME.schluessel`.
  public let keys: String

  /// The two files of an archive; the keyring lies beside the data unless it is named.
  public init(data: String, keys: String? = nil) {
    self.data = data
    let stem = FilePath.joining(FilePath.parent(of: data), FilePath.stem(of: data))
    self.keys = keys ?? stem + ".schluessel"
  }
}
