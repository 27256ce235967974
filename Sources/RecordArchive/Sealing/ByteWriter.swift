internal import FormModel

/// Puts values one after another, each so that it can be read back without guessing.
///
/// Numbers little-endian, texts and blobs with their length in front, days as their ordinal.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  init(reserving count: Int = 256) {
    bytes.reserveCapacity(count)
  }

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func number(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

  mutating func number(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

  mutating func day(_ day: Day?) {
    // No day has this number: the first is -719 162.
    number(UInt32(bitPattern: Int32(truncatingIfNeeded: day?.ordinal ?? Int(Int32.min))))
  }

  mutating func raw(_ value: some Sequence<UInt8>) { bytes.append(contentsOf: value) }

  mutating func blob(_ value: [UInt8]) {
    number(UInt32(truncatingIfNeeded: value.count))
    bytes.append(contentsOf: value)
  }

  mutating func text(_ value: String) {
    let count = value.utf8.count
    number(UInt32(truncatingIfNeeded: count))
    bytes.append(contentsOf: value.utf8)
  }

  mutating func list<Element>(_ values: [Element], _ write: (inout ByteWriter, Element) -> Void) {
    number(UInt32(truncatingIfNeeded: values.count))
    for value in values { write(&self, value) }
  }
}
