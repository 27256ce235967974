/// Writes records as JSON in the shape of the examples: numbers and booleans typed, repeated items as arrays.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private var indent = 0

  static func write(_ record: Record, form: FormDefinition) -> [UInt8] {
    var writer = JSONWriter()
    writer.open("{")
    writer.member("form", first: true)
    writer.string(record.form)
    writer.member("version")
    writer.string(record.version)
    if let id = record.id {
      writer.member("id")
      writer.string(id)
    }
    for (name, value) in record.writtenEdition {
      writer.member(name)
      writer.string(value)
    }
    let unconfirmed = record.writtenUnconfirmed
    if !unconfirmed.isEmpty {
      writer.member("unconfirmed")
      writer.array(unconfirmed.map { .value($0) }) { writer, path in
        if case .value(let text) = path { writer.string(text) }
      }
    }
    writer.members(of: record.root, items: form.items, first: false)
    writer.close("}")
    writer.bytes.append(0x0A)
    return writer.bytes
  }

  private mutating func members(of group: RecordGroup, items: [ItemDefinition], first: Bool) {
    var first = first
    for item in items {
      let contents = group[item.id]
      guard !contents.isEmpty else { continue }
      member(item.id, first: first)
      first = false
      switch item {
      case .field(let field) where field.repeats: array(contents) { $0.value($1, field: field) }
      case .field(let field): contents.first.map { value($0, field: field) }
      case .group(let definition) where definition.repeats:
        array(contents) { $0.object($1, items: definition.items) }
      case .group(let definition): contents.first.map { object($0, items: definition.items) }
      }
    }
  }

  private mutating func object(_ content: RecordContent, items: [ItemDefinition]) {
    guard case .group(let group) = content else { return status(content) }
    open("{")
    members(of: group, items: items, first: true)
    close("}")
  }

  private mutating func value(_ content: RecordContent, field: FieldDefinition) {
    guard case .value(let text) = content else { return status(content) }
    guard let literal = field.kind.literal(text) else { return string(text) }
    bytes.append(contentsOf: literal.utf8)
  }

  private mutating func status(_ content: RecordContent) {
    guard case .status(let status) = content else { return string("") }
    bytes.append(contentsOf: "{ \"status\": ".utf8)
    string(status.rawValue)
    bytes.append(contentsOf: " }".utf8)
  }

  private mutating func array(
    _ contents: [RecordContent], _ each: (inout JSONWriter, RecordContent) -> Void
  ) {
    open("[")
    for (index, content) in contents.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newline()
      each(&self, content)
    }
    close("]")
  }

  private mutating func member(_ name: String, first: Bool = false) {
    if !first { bytes.append(UInt8(ascii: ",")) }
    newline()
    string(name)
    bytes.append(contentsOf: ": ".utf8)
  }

  private mutating func open(_ bracket: Character) {
    bytes.append(contentsOf: String(bracket).utf8)
    indent += 2
  }

  private mutating func close(_ bracket: Character) {
    indent -= 2
    newline()
    bytes.append(contentsOf: String(bracket).utf8)
  }

  private mutating func newline() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
  }

  private mutating func string(_ text: String) {
    JSONText.append(text, to: &bytes)
  }
}

/// A string as JSON writes it.
public enum JSONText {
  /// Appends `text` in quotes, control characters and quotes escaped.
  public static func append(_ text: String, to bytes: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20: bytes += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
