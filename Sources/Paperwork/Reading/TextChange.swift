/// A piece of fixed text that is not what was issued.
public struct TextChange: Hashable, Sendable {
  /// Where it stands, in words.
  public var place: String
  /// What stood there; empty for text that was added.
  public var issued: String
  /// What stands there now; empty for text that is gone.
  public var found: String
  /// The paths of the fields whose meaning it concerns.
  public var paths: [String]
}
