/// Where something is declared, for messages to authors.
public struct SourcePlace: Hashable, Sendable {
  /// The file as it was named to the reader.
  public var file: String
  /// The line, 1-based.
  public var line: Int

  /// A line of a file, 1-based; 0 where no line is known.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
