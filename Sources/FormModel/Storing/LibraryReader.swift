internal import Storing

/// Reads what `LibraryWriter` wrote; damaged bytes give empty values and a reader that is not complete.
struct LibraryReader {
  private var body: StorageReader
  private let texts: [String]
  private var depth = 0

  /// Nil when the bytes are of another version or damaged from the start.
  init?(_ bytes: [UInt8], version: String) {
    var whole = StorageReader(bytes)
    guard whole.text() == version else { return nil }
    texts = whole.list { $0.text() }
    body = StorageReader(whole.data())
    guard whole.isComplete else { return nil }
  }

  /// Whether everything was read and nothing was missing.
  var isComplete: Bool { body.isComplete }

  /// Notes that something read makes no sense.
  mutating func fail() { body.fail() }

  mutating func number() -> Int { body.number() }

  mutating func flag() -> Bool { body.flag() }

  mutating func text() -> String {
    let number = body.number()
    guard texts.indices.contains(number) else {
      body.fail()
      return ""
    }
    return texts[number]
  }

  /// One of the values that a stored name can stand for.
  mutating func value<Value: RawRepresentable>(otherwise: Value) -> Value where Value.RawValue == String {
    if let value = Value(rawValue: text()) { return value }
    body.fail()
    return otherwise
  }

  mutating func list<Element>(_ read: (inout LibraryReader) -> Element) -> [Element] {
    let count = body.count()
    depth += 1
    defer { depth -= 1 }
    // No declaration is nested deeper; damaged bytes must not use up the stack.
    guard depth <= 100 else {
      body.fail()
      return []
    }
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count where !body.hasFailed { result.append(read(&self)) }
    return result
  }

  mutating func optional<Value>(_ read: (inout LibraryReader) -> Value) -> Value? {
    flag() ? read(&self) : nil
  }

  mutating func optionalText() -> String? {
    flag() ? text() : nil
  }

  mutating func optionalNumber() -> Int? {
    flag() ? number() : nil
  }

  mutating func set() -> Set<String> {
    Set(list { $0.text() })
  }

  mutating func table<Value>(_ read: (inout LibraryReader) -> Value) -> [String: Value] {
    Dictionary(list { ($0.text(), read(&$0)) }) { first, _ in first }
  }
}
