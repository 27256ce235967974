internal import XMLTree

/// How much a record may demand before it is refused; the longest of the examples has 120 values in 6 KB.
enum RecordLimits {
  /// Bytes of the whole.
  static let bytes = 4 << 20

  /// Values, groups and rows in all; rules may compare every row with every other.
  static let values = 5_000

  /// Groups in groups; records need four.
  static let depth = 64

  /// The same for records written as XML.
  static let xml = XMLLimits(
    depth: depth, elements: values, attributes: 32, namespaces: 32, markup: 64 << 10, bytes: bytes)
}
