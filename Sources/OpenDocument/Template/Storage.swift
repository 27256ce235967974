/// Writes numbers, texts and lists one behind the other.
struct StorageWriter {
  private(set) var bytes: [UInt8] = []

  /// A number in seven-bit groups, the lowest first; the sign is the lowest bit.
  mutating func number(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number) << 1 ^ Int64(number) >> 63)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func flag(_ flag: Bool) {
    number(flag ? 1 : 0)
  }

  mutating func data(_ data: [UInt8]) {
    number(data.count)
    bytes += data
  }

  mutating func text(_ text: String) {
    data(Array(text.utf8))
  }

  mutating func list<Element>(_ elements: [Element], _ body: (inout StorageWriter, Element) -> Void) {
    number(elements.count)
    for element in elements { body(&self, element) }
  }
}

/// Reads what `StorageWriter` wrote; damaged bytes give empty values and a reader that is not complete.
struct StorageReader {
  private let bytes: [UInt8]
  private var index = 0
  private var hasFailed = false
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether everything was read and nothing was missing.
  var isComplete: Bool { !hasFailed && index == bytes.count }

  mutating func fail() {
    hasFailed = true
  }

  mutating func number() -> Int {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 64, !hasFailed {
      let byte = bytes[index]
      index += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: result >> 1) ^ -Int64(result & 1)) }
      shift += 7
    }
    fail()
    return 0
  }

  mutating func flag() -> Bool {
    number() == 1
  }

  mutating func data() -> [UInt8] {
    let count = number()
    guard count >= 0, count <= bytes.count - index, !hasFailed else {
      fail()
      return []
    }
    defer { index += count }
    return Array(bytes[index..<(index + count)])
  }

  mutating func text() -> String {
    String(decoding: data(), as: UTF8.self)
  }

  mutating func list<Element>(_ body: (inout StorageReader) -> Element) -> [Element] {
    let count = number()
    depth += 1
    defer { depth -= 1 }
    // Each element takes at least one byte, and no template is nested deeper.
    guard count >= 0, count <= bytes.count - index, depth <= 400, !hasFailed else {
      fail()
      return []
    }
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count where !hasFailed { result.append(body(&self)) }
    return result
  }
}
