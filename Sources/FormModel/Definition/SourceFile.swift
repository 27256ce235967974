/// A declaration as it was read: forms, types, lists, profile and retention all arrive this way.
public struct SourceFile: Hashable, Sendable {
  /// The name for messages, usually the path below the folder of forms.
  public var name: String
  /// The bytes of the file, unchanged.
  public var bytes: [UInt8]
  /// Whether it holds a version that was kept for the papers made with it.
  public var isKept = false
  /// What it is a layer over: each file with that below it, the whole declaration last; empty for one that is whole.
  public var bases: [SourceFile] = []
  /// Whether a town has it from one that it extends.
  public var isInherited = false
  /// Why what it says it extends is not among ``bases``; nil where nothing is missing.
  public var lack: AuthorMistake?

  /// It and everything it is a layer over.
  public var parts: [SourceFile] { [self] + bases }

  /// Makes a file from its content.
  public init(name: String, bytes: [UInt8], isKept: Bool = false) {
    self.name = name
    self.bytes = bytes
    self.isKept = isKept
  }
}

/// All mistakes of an author at once.
public struct AuthorMistakes: Error, Hashable, Sendable {
  /// The mistakes, at least one, in the order of files and lines.
  public let mistakes: [AuthorMistake]

  /// Collects mistakes.
  public init(_ mistakes: [AuthorMistake]) {
    self.mistakes = Array(Set(mistakes)).sorted {
      ($0.place.file, $0.place.line, $0.message) < ($1.place.file, $1.place.line, $1.message)
    }
  }
}
