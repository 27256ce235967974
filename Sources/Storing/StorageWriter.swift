/// Writes numbers, texts and lists one behind the other, to be read again by ``StorageReader``.
///
/// For what is prepared once and kept from one start of the program to the next; it is no format for exchange.
public struct StorageWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Begins with nothing.
  public init() {}

  /// A number in seven-bit groups, the lowest first; the sign is the lowest bit.
  public mutating func number(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number) << 1 ^ Int64(number) >> 63)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Yes or no.
  public mutating func flag(_ flag: Bool) {
    number(flag ? 1 : 0)
  }

  /// Bytes with their number in front.
  public mutating func data(_ data: [UInt8]) {
    number(data.count)
    bytes += data
  }

  /// A text in UTF-8.
  public mutating func text(_ text: String) {
    data(Array(text.utf8))
  }

  /// The number of elements, then each of them as `body` writes it.
  public mutating func list<Elements: Collection>(
    _ elements: Elements, _ body: (inout StorageWriter, Elements.Element) -> Void
  ) {
    number(elements.count)
    for element in elements { body(&self, element) }
  }
}
