internal import FormModel

/// Reads what ``ByteWriter`` wrote; what does not fit is `Malformed`, never a trap.
struct ByteReader {
  /// The bytes are not what they should be.
  struct Malformed: Error {}

  private let bytes: UnsafeRawBufferPointer
  private(set) var offset = 0

  /// Reads bytes that stay where they are as long as the reader is used.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func take(_ count: Int) throws(Malformed) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= bytes.count - offset else { throw Malformed() }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)])
  }

  mutating func raw(_ count: Int) throws(Malformed) -> [UInt8] { Array(try take(count)) }

  mutating func byte() throws(Malformed) -> UInt8 { try take(1)[0] }

  mutating func flag() throws(Malformed) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw Malformed()
    }
  }

  mutating func number() throws(Malformed) -> UInt32 {
    UInt32(littleEndian: try take(4).loadUnaligned(as: UInt32.self))
  }

  mutating func wideNumber() throws(Malformed) -> UInt64 {
    UInt64(littleEndian: try take(8).loadUnaligned(as: UInt64.self))
  }

  mutating func day() throws(Malformed) -> Day? {
    let ordinal = Int(Int32(bitPattern: try number()))
    if ordinal == Int(Int32.min) { return nil }
    guard let day = Day(ordinal: ordinal) else { throw Malformed() }
    return day
  }

  mutating func blob() throws(Malformed) -> [UInt8] { try raw(Int(try number())) }

  mutating func text() throws(Malformed) -> String {
    let bytes = try take(Int(try number()))
    var text = String(decoding: bytes, as: UTF8.self)
    // What is no UTF-8 comes out as something else. Five times as fast as to validate it first.
    let isSame = text.withUTF8 { $0.count == bytes.count && bytes.elementsEqual($0) }
    guard isSame else { throw Malformed() }
    return text
  }

  mutating func list<Element>(
    _ read: (inout ByteReader) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    let count = Int(try number())
    // Every element takes at least a byte, so a mad number does not reserve a mad amount of memory.
    guard count <= bytes.count - offset else { throw Malformed() }
    var values: [Element] = []
    values.reserveCapacity(min(count, 1_024))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}
