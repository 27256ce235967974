internal import XMLTree

/// Writes XML, indented by two blanks.
struct MarkupWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var indent = 0

  /// Writes an element with what `body` puts inside; an empty one without.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ body: ((inout MarkupWriter) -> Void)? = nil
  ) {
    open(name, attributes)
    guard let body else {
      bytes += Array("/>\n".utf8)
      return
    }
    bytes += Array(">\n".utf8)
    indent += 2
    body(&self)
    indent -= 2
    bytes += repeatElement(0x20, count: indent)
    bytes += Array("</\(name)>\n".utf8)
  }

  /// Writes an element with a text inside.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    XMLEscape.append(text: text, to: &bytes)
    bytes += Array("</\(name)>\n".utf8)
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    bytes += repeatElement(0x20, count: indent)
    bytes += Array("<\(name)".utf8)
    for (key, value) in attributes {
      guard let value else { continue }
      bytes += Array(" \(key)=\"".utf8)
      XMLEscape.append(attribute: value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
