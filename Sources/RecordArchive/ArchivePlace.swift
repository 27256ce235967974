internal import Files

/// Where an archive lies: its two files, and what a device remembers of them.
public struct ArchivePlace: Hashable, Sendable {
  /// The data file.
  public let data: String
  /// The path of the keyring, `NAME.schluessel`.
  public let keys: String
  /// A folder where this device remembers how far the archive has come, apart from its files; nil to remember nothing.
  public let memory: String?

  /// The two files of an archive; the keyring lies beside the data unless it is named.
  public init(data: String, keys: String? = nil, memory: String? = nil) {
    self.data = data
    self.memory = memory
    let stem = FilePath.joining(FilePath.parent(of: data), FilePath.stem(of: data))
    self.keys = keys ?? stem + ".schluessel"
  }
}
