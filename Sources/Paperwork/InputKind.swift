/// What kind of file was handed over, told by its first bytes.
public enum InputKind: Hashable, Sendable {
  /// Values: JSON, or XML that is no document.
  case record
  /// A PDF.
  case pdf
  /// Anything else; the reader of documents knows what it is and says so.
  case document

  /// Looks at the beginning; a byte order mark and white space before it count for nothing.
  public init(of bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let head = content.prefix(1 << 16).drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(1 << 12)
    guard let first = head.first else {
      self = .record
      return
    }
    switch first {
    case UInt8(ascii: "{") where head.starts(with: "{\\rtf".utf8): self = .document
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = .record
    case UInt8(ascii: "%") where head.starts(with: "%PDF-".utf8): self = .pdf
    case UInt8(ascii: "<"):
      let text = String(decoding: head, as: UTF8.self).lowercased()
      let isOther = ["<office:document", "<html", "<!doctype html"].contains { text.contains($0) }
      self = isOther ? .document : .record
    default: self = .document
    }
  }
}
