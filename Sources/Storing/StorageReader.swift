/// Reads what ``StorageWriter`` wrote; damaged bytes give empty values and a reader that is not complete.
public struct StorageReader: Sendable {
  private let bytes: [UInt8]
  private var index = 0
  /// Whether something was missing or made no sense.
  public private(set) var hasFailed = false
  private var depth = 0

  /// Begins at the first byte.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether everything was read and nothing was missing.
  public var isComplete: Bool { !hasFailed && index == bytes.count }

  /// Notes that something read makes no sense; nothing after it is read.
  public mutating func fail() {
    hasFailed = true
  }

  /// A number.
  public mutating func number() -> Int {
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

  /// Yes or no.
  public mutating func flag() -> Bool {
    number() == 1
  }

  /// Bytes.
  public mutating func data() -> [UInt8] {
    Array(bytes[next()])
  }

  /// A text.
  public mutating func text() -> String {
    let range = next()
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  /// A list whose elements `body` reads.
  public mutating func list<Element>(_ body: (inout StorageReader) -> Element) -> [Element] {
    let count = count()
    depth += 1
    defer { depth -= 1 }
    // Nothing that is kept is nested deeper.
    guard depth <= 400 else {
      fail()
      return []
    }
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count where !hasFailed { result.append(body(&self)) }
    return result
  }

  /// The number of elements of a list; 0 when there cannot be as many, since each takes at least one byte.
  public mutating func count() -> Int {
    let count = number()
    guard count >= 0, count <= bytes.count - index, !hasFailed else {
      fail()
      return 0
    }
    return count
  }

  /// Where the next bytes lie; nowhere when they are not all there.
  private mutating func next() -> Range<Int> {
    let count = number()
    guard count >= 0, count <= bytes.count - index, !hasFailed else {
      fail()
      return 0..<0
    }
    defer { index += count }
    return index..<(index + count)
  }
}
