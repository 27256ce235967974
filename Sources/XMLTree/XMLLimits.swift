/// How much a document may demand before it is refused.
///
/// The defaults leave room above everything seen in 982 real office documents and stay far below what makes
/// libxml2 2.9 slow: it is quadratic in the attributes of one element and crashes on a million nested ones.
public struct XMLLimits: Hashable, Sendable {
  /// Nested elements, the root counted as 1.
  public var depth: Int
  /// Elements, comments and instructions in all.
  public var elements: Int
  /// Attributes and namespace declarations of one element.
  public var attributes: Int
  /// Pairs of attributes of the same element in all: libxml2 compares each attribute with every other.
  public var attributePairs: Int
  /// Distinct names of elements, attributes, instructions and namespaces.
  public var names: Int
  /// Namespace declarations in force at one place: libxml2 looks through them for every name.
  public var namespaces: Int
  /// Bytes of one tag, comment, CDATA section or processing instruction.
  public var markup: Int
  /// Bytes of the whole document.
  public var bytes: Int

  /// Sets every limit.
  public init(
    depth: Int = 200, elements: Int = 2_000_000, attributes: Int = 256, attributePairs: Int = 50_000_000,
    names: Int = 16_384, namespaces: Int = 1_024, markup: Int = 64 << 10, bytes: Int = 256 << 20
  ) {
    self.depth = depth
    self.elements = elements
    self.attributes = attributes
    self.attributePairs = attributePairs
    self.names = names
    self.namespaces = namespaces
    self.markup = markup
    self.bytes = bytes
  }

  /// For documents that come from outside.
  public static let document = XMLLimits()
}
