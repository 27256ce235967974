/// Writes the text of a value as ODF text.
package enum ValueWriter {
  /// A character that XML forbids.
  struct Forbidden: Error {
    let scalar: Unicode.Scalar

    /// The code point, as in `U+0007`.
    var name: String {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }

  /// What stands at a position of a text.
  private enum Unit {
    case blanks(Int)
    case tab
    case lineEnd(length: Int)
    case other
  }

  /// Appends a value inside a paragraph: tabs, blanks that a reader would drop and line ends become elements.
  ///
  /// What a reader makes of it is noted in the log, if there is one.
  static func append(_ value: String, to output: inout [UInt8], _ log: inout PageLog?) throws(Forbidden) {
    var value = value
    let isDone = value.withUTF8 { bytes in
      guard appendSimple(bytes, to: &output) else { return false }
      log?.add(.text(Array(bytes)))
      return true
    }
    if !isDone { try line(Array(value.utf8)[...], to: &output, &log) }
  }

  /// The lines of a value; `\n`, `\r\n`, `\r`, U+2028 and U+2029 end one.
  static func lines(of value: String) -> [String] {
    guard value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0xE2 }) else { return [value] }
    let bytes = Array(value.utf8)[...]
    var result: [String] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if let length = lineEnd(bytes, at: index) {
        result.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += length
        start = index
      } else {
        index += 1
      }
    }
    return result + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  /// Appends a value where only text may stand: each tab and line end becomes a blank.
  static func appendPlain(_ value: String, to output: inout [UInt8]) throws(Forbidden) {
    var value = value
    if value.withUTF8({ appendSimple($0, to: &output) }) { return }
    let bytes = Array(value.utf8)
    var index = 0
    while index < bytes.count {
      if let length = lineEnd(bytes[...], at: index) {
        output.append(0x20)
        index += length
      } else {
        if bytes[index] == 0x09 {
          output.append(0x20)
        } else {
          try escape(bytes[...], at: index, to: &output)
        }
        index += 1
      }
    }
  }

  private static func line(
    _ bytes: ArraySlice<UInt8>, to output: inout [UInt8], _ log: inout PageLog?
  ) throws(Forbidden) {
    var index = bytes.startIndex
    var isAtEdge = true
    let isLogged = log != nil
    var text: [UInt8] = []
    func note(_ tag: TextTag, _ log: inout PageLog?, count: Int = 1) {
      if !text.isEmpty { log?.add(.text(text)) }
      text = []
      log?.add(.open(tag, [KeptAttribute(name: "c", space: .text, value: String(count))]))
      log?.add(.close)
    }
    while index < bytes.endIndex {
      switch unit(bytes, at: index) {
      case .blanks(let count):
        let end = index + count
        let isBeforeEdge = end == bytes.endIndex || isBreak(bytes, at: end)
        var needed = count
        if !isAtEdge, !isBeforeEdge {
          output.append(0x20)
          text.append(0x20)
          needed -= 1
        }
        if needed == 1 {
          output.append(contentsOf: "<text:s/>".utf8)
        } else if needed > 1 {
          output.append(contentsOf: "<text:s text:c=\"\(needed)\"/>".utf8)
        }
        if needed > 0 { note(.blanks, &log, count: needed) }
        index = end
        isAtEdge = false
      case .tab:
        output.append(contentsOf: "<text:tab/>".utf8)
        note(.tab, &log)
        index += 1
        isAtEdge = true
      case .lineEnd(let length):
        output.append(contentsOf: "<text:line-break/>".utf8)
        note(.lineBreak, &log)
        index += length
        isAtEdge = true
      case .other:
        let end = bytes[index...].firstIndex(where: isSpecial) ?? bytes.endIndex
        if end > index {
          output += bytes[index..<end]
          if isLogged { text += bytes[index..<end] }
          index = end
        } else {
          try escape(bytes, at: index, to: &output)
          if isLogged { text.append(bytes[index]) }
          index += 1
        }
        isAtEdge = false
      }
    }
    if !text.isEmpty { log?.add(.text(text)) }
  }

  /// Appends a value that, as most do, needs no elements: single blanks between words; false, and nothing, where it
  /// needs some or is forbidden.
  private static func appendSimple(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Bool {
    let before = output.count
    var done = 0
    var isAfterBlank = true
    for (index, byte) in bytes.enumerated() {
      let isBlank = byte == 0x20
      if isBlank && isAfterBlank || isSpecial(byte) && !isBlank && !isSimple(bytes, at: index) {
        output.removeLast(output.count - before)
        return false
      }
      isAfterBlank = isBlank
      guard let entity = entity(byte) else { continue }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done..<index]))
      output.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
      done = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done...]))
    if isAfterBlank { output.removeLast(output.count - before) }
    return !isAfterBlank
  }

  /// Whether a byte that needs a closer look is text all the same.
  private static func isSimple(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    entity(bytes[index]) != nil
      || bytes[index] >= 0x80 && lineEnd(bytes, at: index) == nil
        && forbidden(bytes, at: index) == nil
  }

  /// Whether a byte needs a closer look; most do not.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == 0xE2 || byte == 0xEF
  }

  private static func unit(_ bytes: ArraySlice<UInt8>, at index: Int) -> Unit {
    switch bytes[index] {
    case 0x20:
      var end = index
      while end < bytes.endIndex, bytes[end] == 0x20 { end += 1 }
      return .blanks(end - index)
    case 0x09: return .tab
    default: return lineEnd(bytes, at: index).map { .lineEnd(length: $0) } ?? .other
    }
  }

  private static func isBreak(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    bytes[index] == 0x09 || lineEnd(bytes, at: index) != nil
  }

  /// The length of the line end at a position, if one is there.
  private static func lineEnd<Bytes: RandomAccessCollection>(
    _ bytes: Bytes, at index: Int
  ) -> Int? where Bytes.Element == UInt8, Bytes.Index == Int {
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D: return index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xE2 where index + 2 < bytes.endIndex && bytes[index + 1] == 0x80:
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : nil
    default: return nil
    }
  }

  private static func escape(
    _ bytes: ArraySlice<UInt8>, at index: Int, to output: inout [UInt8]
  ) throws(Forbidden) {
    if let scalar = forbidden(bytes, at: index) { throw Forbidden(scalar: scalar) }
    guard let entity = entity(bytes[index]) else { return output.append(bytes[index]) }
    output.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
  }

  /// What stands for a character that markup is made of.
  private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: nil
    }
  }

  /// The same text with U+FFFD for each character that XML forbids.
  package static func replacingForbidden(_ text: String) -> String {
    func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
  }

  /// The character at a position, if XML forbids it.
  private static func forbidden<Bytes: RandomAccessCollection>(
    _ bytes: Bytes, at index: Int
  ) -> Unicode.Scalar? where Bytes.Element == UInt8, Bytes.Index == Int {
    switch bytes[index] {
    case 0x00..<0x20: return Unicode.Scalar(bytes[index])
    case 0xEF where index + 2 < bytes.endIndex && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
      return bytes[index + 2] == 0xBE ? "\u{FFFE}" : "\u{FFFF}"
    default: return nil
    }
  }
}
