internal import FormModel

/// Writes JSON, indented by two blanks, members in the order they are given.
struct JSONLines {
  private(set) var bytes: [UInt8] = []
  private var indent = 0
  private var isFirst = true

  mutating func object(_ body: (inout JSONLines) -> Void) {
    nest("{", "}", body)
  }

  mutating func array<Element>(_ elements: [Element], _ body: (inout JSONLines, Element) -> Void) {
    nest("[", "]") { writer in
      for element in elements {
        writer.next()
        body(&writer, element)
      }
    }
  }

  mutating func member(_ name: String, _ value: String) {
    member(name) { $0.string(value) }
  }

  mutating func member(_ name: String, _ body: (inout JSONLines) -> Void) {
    next()
    string(name)
    bytes += Array(": ".utf8)
    body(&self)
  }

  mutating func string(_ text: String) {
    JSONText.append(text, to: &bytes)
  }

  mutating func number(_ number: Int) {
    bytes += Array(String(number).utf8)
  }

  mutating func boolean(_ value: Bool) {
    bytes += Array((value ? "true" : "false").utf8)
  }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONLines) -> Void) {
    bytes += Array(open.utf8)
    indent += 2
    isFirst = true
    body(&self)
    indent -= 2
    if !isFirst { newline() }
    isFirst = false
    bytes += Array(close.utf8)
  }

  private mutating func next() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    newline()
  }

  private mutating func newline() {
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: indent)
  }
}
