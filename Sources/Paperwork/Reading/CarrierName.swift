/// The names that carriers have in a document: paths in letters, digits and points, which LibreOffice leaves alone.
///
/// `kinder[2]/anschrift/plz` is `kinder.2.anschrift.plz`; a box that stands for one answer adds it behind two points:
/// `kontaktart..sprechstunde`. An underscore and the letter behind it become a capital (`kontakt_zustande` is
/// `kontaktZustande`), and any other character `X` with two hexadecimal digits for each byte. Every path has one name
/// and every name one path.
package struct CarrierName: Hashable, Sendable {
  /// The path of the field.
  package let path: String
  /// The answer that a box stands for.
  package let answer: String?

  package init(path: String, answer: String? = nil) {
    (self.path, self.answer) = (path, answer)
  }

  /// The name as it stands in a document.
  package var encoded: String {
    var name: [UInt8] = []
    name.reserveCapacity(path.utf8.count + 16)
    for step in path.utf8.split(separator: UInt8(ascii: "/")) {
      if !name.isEmpty { name.append(Self.point) }
      let parts = step.split(separator: UInt8(ascii: "["))
      Self.encode(parts[0], isAnswer: false, to: &name)
      if parts.count > 1 {
        name.append(Self.point)
        name += parts[1].dropLast()
      }
    }
    if let answer {
      name += [Self.point, Self.point]
      Self.encode(answer.utf8[...], isAnswer: true, to: &name)
    }
    return String(decoding: name, as: UTF8.self)
  }

  private static let point = UInt8(ascii: ".")

  /// Reads a name; nil when it is not one that kiso writes.
  package init?(_ name: String) {
    let bytes = Array(name.utf8)
    let dots = bytes.indices.dropLast().first { bytes[$0] == Self.point && bytes[$0 + 1] == Self.point }
    var answer: String?
    if let dots {
      var decoded: [UInt8] = []
      guard Self.decode(bytes[(dots + 2)...], to: &decoded), let text = String(validating: decoded, as: UTF8.self)
      else {
        return nil
      }
      answer = text
    }
    var path: [UInt8] = []
    for step in bytes[..<(dots ?? bytes.count)].split(separator: Self.point, omittingEmptySubsequences: false) {
      if Self.isNumber(step) {
        guard let last = path.last, last != UInt8(ascii: "]") else { return nil }
        path.append(UInt8(ascii: "["))
        path += step
        path.append(UInt8(ascii: "]"))
      } else {
        if !path.isEmpty { path.append(UInt8(ascii: "/")) }
        guard Self.decode(step, to: &path) else { return nil }
      }
    }
    guard let text = String(validating: path, as: UTF8.self) else { return nil }
    self.init(path: text, answer: answer)
    // Another spelling of the same path, such as a needless escape, was not written by us.
    guard encoded == name else { return nil }
  }

  /// The instance of a repeated group or field that a path belongs to, the innermost; nil when it is in none.
  static func instance(of path: String) -> String? {
    path.lastIndex(of: "]").map { String(path[...$0]) }
  }

  /// Whether a step is the number of an instance, from 1 to 9999.
  private static func isNumber(_ step: ArraySlice<UInt8>) -> Bool {
    (1...4).contains(step.count) && step.first != UInt8(ascii: "0") && step.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func encode(_ id: Substring.UTF8View, isAnswer: Bool, to name: inout [UInt8]) {
    // A field that is called like a number must not be taken for one.
    let isNumber = !isAnswer && id.allSatisfy { (0x30...0x39).contains($0) }
    var index = id.startIndex
    while index != id.endIndex {
      let byte = id[index]
      let next = id.index(after: index)
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): name.append(byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where index != id.startIndex || !isNumber: name.append(byte)
      case UInt8(ascii: "_") where next != id.endIndex && Self.isPlain(id[next]):
        name.append(id[next] - 32)
        index = next
      default:
        name.append(UInt8(ascii: "X"))
        name += [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
      }
      index = id.index(after: index)
    }
  }

  /// Whether an underscore before the letter becomes a capital; X is taken.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) && byte != UInt8(ascii: "x")
  }

  /// Appends what an encoded id means; false when it is not one.
  private static func decode(_ step: ArraySlice<UInt8>, to path: inout [UInt8]) -> Bool {
    var rest = step
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): path.append(byte)
      case UInt8(ascii: "X"):
        guard rest.count >= 2, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return false
        }
        path.append(code)
        rest = rest.dropFirst(2)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): path += [UInt8(ascii: "_"), byte + 32]
      default: return false
      }
    }
    return !step.isEmpty
  }
}
