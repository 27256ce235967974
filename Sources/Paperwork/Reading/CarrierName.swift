/// The names that carriers have in a document: paths in letters, digits and points, which LibreOffice leaves alone.
///
/// `kinder[2]/anschrift/plz` is `kinder.2.anschrift.plz`; a box that stands for one answer adds it behind two points:
/// `kontaktart..sprechstunde`. An underscore and the letter behind it become a capital (`kontakt_zustande` is
/// `kontaktZustande`), and any other character `X` with two hexadecimal digits for each byte. Every path has one name
/// and every name one path.
struct CarrierName: Hashable, Sendable {
  /// The path of the field.
  let path: String
  /// The answer that a box stands for.
  let answer: String?

  init(path: String, answer: String? = nil) {
    (self.path, self.answer) = (path, answer)
  }

  /// The name as it stands in a document.
  var encoded: String {
    let steps = path.split(separator: "/").map { step in
      let parts = step.split(separator: "[")
      let id = Self.encode(parts[0], isAnswer: false)
      return parts.count > 1 ? id + "." + parts[1].dropLast() : id
    }
    return steps.joined(separator: ".") + (answer.map { ".." + Self.encode($0[...], isAnswer: true) } ?? "")
  }

  /// Reads a name; nil when it is none of ours.
  init?(_ name: String) {
    guard let (front, answer) = Self.split(name) else { return nil }
    var path = ""
    for step in front.split(separator: ".", omittingEmptySubsequences: false) {
      if let number = Self.number(step) {
        guard !path.isEmpty, path.last != "]" else { return nil }
        path += "[\(number)]"
      } else {
        guard let id = Self.decode(step) else { return nil }
        path += (path.isEmpty ? "" : "/") + id
      }
    }
    self.init(path: path, answer: answer)
    // Another spelling of the same path, such as a needless escape, was not written by us.
    guard encoded == name else { return nil }
  }

  /// The entry of a repeated group or field that a path belongs to, the innermost; nil when it is in none.
  static func entry(of path: String) -> String? {
    path.lastIndex(of: "]").map { String(path[...$0]) }
  }

  private static func split(_ name: String) -> (front: Substring, answer: String?)? {
    let bytes = Array(name.utf8)
    guard let dots = bytes.indices.dropLast().first(where: { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E }) else {
      return (name[...], nil)
    }
    let front = String(decoding: bytes[..<dots], as: UTF8.self)
    guard let answer = decode(String(decoding: bytes[(dots + 2)...], as: UTF8.self)[...]) else { return nil }
    return (front[...], answer)
  }

  private static func number(_ step: Substring) -> Int? {
    guard step.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(step), (1...9999).contains(number)
    else { return nil }
    return number
  }

  private static func encode(_ id: Substring, isAnswer: Bool) -> String {
    let bytes = Array(id.utf8)
    // A field that is called like a number must not be taken for one.
    let isNumber = !isAnswer && bytes.allSatisfy { (0x30...0x39).contains($0) }
    var result = ""
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "0")...UInt8(ascii: "9") where index > 0 || !isNumber:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "_")
      where index + 1 < bytes.count && Self.isPlain(bytes[index + 1]):
        index += 1
        result.unicodeScalars.append(Unicode.Scalar(bytes[index] - 32))
      default:
        let digits = String(byte, radix: 16)
        result += "X" + (digits.count < 2 ? "0" : "") + digits
      }
      index += 1
    }
    return result
  }

  /// Whether an underscore before the letter becomes a capital; X is taken.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) && byte != UInt8(ascii: "x")
  }

  private static func decode(_ step: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(step.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      case UInt8(ascii: "X"):
        guard rest.count >= 2, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return nil
        }
        bytes.append(code)
        rest = rest.dropFirst(2)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes += [UInt8(ascii: "_"), byte + 32]
      default: return nil
      }
    }
    return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
  }
}
