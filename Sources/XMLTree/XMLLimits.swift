/// How much a document may demand before it is refused.
///
/// The defaults leave room above everything seen in 982 real office documents and stay far below what makes
/// libxml2 2.9 slow: it is quadratic in the attributes of one element and crashes on a million nested ones.
public struct XMLLimits: Hashable, Sendable {
  /// Nested elements, the root counted as 1.
  public var depth: Int
  /// Elements in all.
  public var elements: Int
  /// Attributes and namespace declarations of one element.
  public var attributes: Int
  /// Bytes of one tag, comment, CDATA section or processing instruction.
  public var markup: Int
  /// Bytes of the whole document.
  public var bytes: Int

  /// Sets every limit.
  public init(
    depth: Int = 200, elements: Int = 2_000_000, attributes: Int = 256, markup: Int = 64 << 10,
    bytes: Int = 256 << 20
  ) {
    self.depth = depth
    self.elements = elements
    self.attributes = attributes
    self.markup = markup
    self.bytes = bytes
  }

  /// For documents that come from outside.
  public static let document = XMLLimits()
}
