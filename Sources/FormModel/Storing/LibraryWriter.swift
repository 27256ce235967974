internal import Storing

/// Writes declarations, each text once however often it occurs: types are part of every form that uses them.
struct LibraryWriter {
  private var body = StorageWriter()
  private var numbers: [String: Int] = [:]
  private var texts: [String] = []

  /// Everything: the version, the texts, then what refers to them.
  func bytes(version: String) -> [UInt8] {
    var whole = StorageWriter()
    whole.text(version)
    whole.list(texts) { $0.text($1) }
    whole.data(body.bytes)
    return whole.bytes
  }

  mutating func number(_ number: Int) {
    body.number(number)
  }

  mutating func flag(_ flag: Bool) {
    body.flag(flag)
  }

  mutating func text(_ text: String) {
    let number = numbers[text] ?? texts.count
    if number == texts.count {
      numbers[text] = number
      texts.append(text)
    }
    body.number(number)
  }

  mutating func list<Elements: Collection>(
    _ elements: Elements, _ body: (inout LibraryWriter, Elements.Element) -> Void
  ) {
    number(elements.count)
    for element in elements { body(&self, element) }
  }

  mutating func optional<Value>(_ value: Value?, _ body: (inout LibraryWriter, Value) -> Void) {
    flag(value != nil)
    if let value { body(&self, value) }
  }

  mutating func text(_ text: String?) {
    optional(text) { $0.text($1) }
  }

  mutating func number(_ number: Int?) {
    optional(number) { $0.number($1) }
  }

  /// Texts without order, in the same order each time.
  mutating func set(_ texts: Set<String>) {
    list(texts.sorted()) { $0.text($1) }
  }

  /// A dictionary, in the order of its keys.
  mutating func table<Value>(_ table: [String: Value], _ body: (inout LibraryWriter, Value) -> Void) {
    list(table.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key)
      body(&writer, entry.value)
    }
  }
}
