/// Why a text was not read by its labels.
///
/// It carries a stable code, never a piece of the text.
public struct LabelFailure: Error, Hashable, Sendable {
  /// The kinds of refusal; a raw value never changes once published.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// Nothing but white space.
    case empty = "TEXT-LEER"
    /// Not UTF-8, or with a zero byte in it.
    case encoding = "TEXT-KODIERUNG"
    /// Longer than ``LabelFailure/limit``.
    case size = "TEXT-ZU-GROSS"
    /// A document or picture, not a text.
    case kind = "TEXT-KEIN-TEXT"
    /// No title of a form stands near the top, and none was given.
    case unknownForm = "TEXT-FORMULAR"
  }

  /// The kind of failure, stable across versions.
  public let code: Code

  /// Describes a refusal.
  public init(_ code: Code) { self.code = code }

  /// The longest text that is read, in bytes; a scanned page has three thousand.
  public static let limit = 512 << 10
}
