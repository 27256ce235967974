/// Where something is declared, for messages to authors.
public struct SourcePlace: Hashable, Sendable {
  /// The file as it was named to the reader.
  public var file: String
  /// The line, 1-based.
  public var line: Int

  /// Names a place.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
