/// Writes values one behind the other, each text once however often it occurs, to be read by ``SnapshotReader``.
public struct SnapshotWriter: Sendable {
  private var body: [UInt8] = []
  private var numbers: [String: Int] = [:]
  private var texts: [String] = []
  private var isComplete = true

  init() {}

  /// Everything: the version, the texts, then what refers to them; nil when something could not be written.
  func bytes(version: String) -> [UInt8]? {
    guard isComplete else { return nil }
    var whole = SnapshotWriter()
    whole.characters(version)
    whole.number(texts.count)
    for text in texts { whole.characters(text) }
    return whole.body + body
  }

  /// A value of any type that says how it is read.
  public mutating func write(_ value: some Snapshotted) {
    value.write(to: &self)
  }

  /// A number in seven-bit groups, the lowest first; the sign is the lowest bit.
  public mutating func number(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number) << 1 ^ Int64(number) >> 63)
    while rest >= 0x80 {
      body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    body.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Yes or no.
  public mutating func flag(_ flag: Bool) {
    body.append(flag ? 1 : 0)
  }

  /// A text.
  public mutating func text(_ text: String) {
    let number = numbers[text] ?? texts.count
    if number == texts.count {
      numbers[text] = number
      texts.append(text)
    }
    self.number(number)
  }

  /// Bytes without their number.
  public mutating func data(_ data: [UInt8]) {
    body += data
  }

  /// A property as reflection gives it: a value, or the values that a case carries.
  mutating func write(reflected value: Any) {
    if let value = value as? any Snapshotted {
      value.write(to: &self)
    } else if case let mirror = Mirror(reflecting: value), mirror.displayStyle == .tuple {
      for element in mirror.children { write(reflected: element.value) }
    } else {
      isComplete = false
    }
  }

  /// The number of a case; without one it cannot be written.
  mutating func write(_ number: Int?) {
    if let number { self.number(number) } else { isComplete = false }
  }

  private mutating func characters(_ text: String) {
    number(text.utf8.count)
    body += Array(text.utf8)
  }
}
