/// Why a byte sequence was not accepted as XML.
///
/// Carries a stable code and a position, never a piece of the content: libxml2's own messages quote the
/// document, so they are not passed on.
public struct XMLFailure: Error, Hashable, Sendable {
  /// The stable codes; they appear in messages, logs and tests and never change.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// Nothing but white space.
    case empty = "XML-LEER"
    /// Not UTF-8, or declared as something else.
    case encoding = "XML-KODIERUNG"
    /// Not well-formed.
    case malformed = "XML-FEHLERHAFT"
    /// Ends before its last element is closed.
    case truncated = "XML-ABGESCHNITTEN"
    /// A document type declaration, which may carry entities.
    case doctype = "XML-DOCTYPE"
    /// More nested elements than allowed.
    case depth = "XML-TIEFE"
    /// More elements, comments and instructions than allowed.
    case elements = "XML-ELEMENTE"
    /// More attributes on one element than allowed.
    case attributes = "XML-ATTRIBUTE"
    /// More namespace declarations in force at one place than allowed.
    case namespaces = "XML-NAMENSRAEUME"
    /// More distinct names than allowed.
    case names = "XML-NAMEN"
    /// One tag, comment or instruction longer than allowed.
    case markup = "XML-MARKUP"
    /// More bytes than allowed.
    case size = "XML-GROESSE"
  }

  /// What kind of failure it is.
  public let code: Code
  /// The line it was noticed in, 1-based; 0 when it concerns the whole.
  public let line: Int
  /// The column in bytes, 1-based; 0 when unknown.
  public let column: Int

  /// Makes a failure at a place.
  public init(_ code: Code, line: Int = 0, column: Int = 0) {
    self.code = code
    self.line = line
    self.column = column
  }
}
