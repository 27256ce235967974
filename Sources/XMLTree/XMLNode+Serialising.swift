internal import CLibXML2

extension XMLDocument {
  /// The document as UTF-8, with declaration, without added white space.
  ///
  /// The same tree gives the same bytes.
  public func serialised() -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + root.serialised()
  }
}

extension XMLNode {
  /// The node and everything below it as UTF-8, without declaration and added white space.
  public func serialised() -> [UInt8] {
    guard let buffer = xmlBufferCreate() else { return [] }
    defer { xmlBufferFree(buffer) }
    guard xmlNodeDump(buffer, document.pointer, pointer, 0, 0) >= 0, let content = xmlBufferContent(buffer)
    else { return [] }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
  }
}

/// Escaping for XML that is written as bytes.
public enum XMLEscape {
  /// Appends text content: `&`, `<` and `>` become references; characters XML 1.0 does not allow are left out.
  public static func append(text: String, to bytes: inout [UInt8]) {
    append(text, to: &bytes, quote: false)
  }

  /// Appends an attribute value for double quotes; tabs and line ends become references.
  public static func append(attribute: String, to bytes: inout [UInt8]) {
    append(attribute, to: &bytes, quote: true)
  }

  private static func append(_ string: String, to bytes: inout [UInt8], quote: Bool) {
    var string = string
    string.withUTF8 { buffer in
      var done = 0
      for (index, byte) in buffer.enumerated() {
        guard let written = replacement(byte, quote: quote) ?? nonCharacter(buffer, at: index) else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[done..<index]))
        bytes.append(contentsOf: UnsafeBufferPointer(start: written.utf8Start, count: written.utf8CodeUnitCount))
        done = index + (byte == 0xEF ? 3 : 1)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[done...]))
    }
  }

  /// What is written for a byte; nil for the byte itself.
  private static func replacement(_ byte: UInt8, quote: Bool) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): quote ? "&quot;" : nil
    case 0x09: quote ? "&#9;" : nil
    case 0x0A: quote ? "&#10;" : nil
    case 0x0D: "&#13;"
    case 0x00..<0x20: ""
    default: nil
    }
  }

  /// Nothing, where U+FFFE or U+FFFF begins, which are no characters of XML 1.0 either; nil anywhere else.
  private static func nonCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> StaticString? {
    bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? "" : nil
  }
}
