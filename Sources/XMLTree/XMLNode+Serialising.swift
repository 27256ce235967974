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
    // U+FFFE and U+FFFF are no characters of XML 1.0 either.
    if string.utf8.contains(0xEF), string.unicodeScalars.contains(where: { $0.value & 0x1F_FFFE == 0xFFFE }) {
      string.unicodeScalars.removeAll { $0.value == 0xFFFE || $0.value == 0xFFFF }
    }
    string.withUTF8 { buffer in
      bytes.reserveCapacity(bytes.count + buffer.count)
      for byte in buffer {
        switch byte {
        case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\"") where quote: bytes.append(contentsOf: "&quot;".utf8)
        case 0x09 where quote: bytes.append(contentsOf: "&#9;".utf8)
        case 0x0A where quote: bytes.append(contentsOf: "&#10;".utf8)
        case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
        case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20: break
        default: bytes.append(byte)
        }
      }
    }
  }
}
