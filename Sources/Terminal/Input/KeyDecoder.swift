/// Turns the bytes of a terminal into keys.
///
/// UTF-8 is decoded by its lead byte, so that no character waits for the next one. Escape sequences are those of
/// ECMA-48 and xterm; pasted text comes between `ESC [ 200 ~` and `ESC [ 201 ~` (bracketed paste). Bytes may arrive
/// in pieces of any size.
public struct KeyDecoder: Sendable {
  /// The most bytes of one paste that are kept.
  public static let pasteLimit = 1 << 20

  private enum State: Hashable, Sendable {
    case ground
    case character(missing: Int)
    case escape
    case sequence
    case single
    case paste
  }

  private var state = State.ground
  private var bytes: [UInt8] = []
  private var isOversized = false
  private var keys: [Key] = []

  /// A decoder at the beginning of its input.
  public init() {}

  /// Whether a sequence has begun that only more bytes or a pause can end.
  public var isWaiting: Bool { state == .escape || state == .sequence || state == .single }

  /// Takes bytes and returns the keys that are complete.
  public mutating func feed(_ input: some Sequence<UInt8>) -> [Key] {
    for byte in input { take(byte) }
    defer { keys = [] }
    return joined(keys)
  }

  /// Ends what a pause ends: an escape alone is the escape key.
  public mutating func pause() -> [Key] {
    guard isWaiting else { return [] }
    let key = state == .escape ? Key.escape : .other
    state = .ground
    bytes = []
    return [key]
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .character(let missing): continuation(byte, missing)
    case .escape: escape(byte)
    case .sequence: sequence(byte)
    case .single:
      state = .ground
      keys.append(Self.singles[byte] ?? .other)
    case .paste: paste(byte)
    }
  }

  private mutating func ground(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0x0D, 0x0A: keys.append(.enter)
    case 0x09: keys.append(.tab)
    case 0x08, 0x7F: keys.append(.backspace)
    case 0..<0x20: keys.append(.control(Character(Unicode.Scalar(byte + 0x60))))
    case 0x20..<0x7F: keys.append(.text(String(Unicode.Scalar(byte))))
    case 0xC2..<0xE0: begin(byte, missing: 1)
    case 0xE0..<0xF0: begin(byte, missing: 2)
    case 0xF0..<0xF5: begin(byte, missing: 3)
    default: keys.append(.malformed)
    }
  }

  private mutating func begin(_ byte: UInt8, missing: Int) {
    bytes = [byte]
    state = .character(missing: missing)
  }

  private mutating func continuation(_ byte: UInt8, _ missing: Int) {
    guard byte & 0xC0 == 0x80 else {
      // The character broke off; what comes now begins again.
      state = .ground
      bytes = []
      keys.append(.malformed)
      return ground(byte)
    }
    bytes.append(byte)
    guard missing == 1 else {
      state = .character(missing: missing - 1)
      return
    }
    // Overlong forms and surrogates have the right length and are none all the same.
    keys.append(String(validating: bytes, as: UTF8.self).map { Key.text($0) } ?? .malformed)
    state = .ground
    bytes = []
  }

  private mutating func escape(_ byte: UInt8) {
    state = .ground
    switch byte {
    case UInt8(ascii: "["):
      state = .sequence
      bytes = []
    case UInt8(ascii: "O"): state = .single
    case 0x1B: state = .escape
    case 0x0D, 0x0A: keys.append(.newline)
    case 0x08, 0x7F: keys.append(.control("w"))
    case UInt8(ascii: "b"): keys.append(.wordLeft)
    case UInt8(ascii: "f"): keys.append(.wordRight)
    default: keys.append(.other)
    }
  }

  /// Parameters and intermediate bytes run to a final byte (ECMA-48 § 5.4); no known sequence is long.
  private mutating func sequence(_ byte: UInt8) {
    guard (0x40...0x7E).contains(byte) else {
      if !(0x20...0x3F).contains(byte) || bytes.count > 32 {
        state = .ground
        bytes = []
        keys.append(.other)
      } else {
        bytes.append(byte)
      }
      return
    }
    let parameters = String(decoding: bytes, as: UTF8.self)
    bytes = []
    state = .ground
    if byte == UInt8(ascii: "~"), parameters == "200" {
      state = .paste
      isOversized = false
      return
    }
    keys.append(Self.key(final: byte, parameters))
  }

  private static func key(final byte: UInt8, _ parameters: String) -> Key {
    if byte == UInt8(ascii: "~") { return tildes[parameters] ?? .other }
    if parameters.hasSuffix(";5") || parameters.hasSuffix(";3") {
      if byte == UInt8(ascii: "C") { return .wordRight }
      if byte == UInt8(ascii: "D") { return .wordLeft }
    }
    return singles[byte] ?? .other
  }

  private static let singles: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter,
  ]

  private static let tildes: [String: Key] = ["1": .home, "7": .home, "4": .end, "8": .end, "3": .delete]

  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  private mutating func paste(_ byte: UInt8) {
    bytes.append(byte)
    guard byte == 0x7E, bytes.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) else {
      if bytes.count > Self.pasteLimit + Self.pasteEnd.count {
        // Only the end is still of interest.
        isOversized = true
        bytes.removeFirst(bytes.count - Self.pasteEnd.count)
      }
      return
    }
    let text = bytes.dropLast(Self.pasteEnd.count)
    keys.append(isOversized ? .oversizedPaste : .paste(Self.lines(text)))
    bytes = []
    state = .ground
  }

  /// Terminals send line ends of pasted text as carriage returns; what is no UTF-8 becomes U+FFFD.
  private static func lines(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x0A, result.last == 0x0D { result.removeLast() }
      result.append(byte)
    }
    return String(decoding: result.map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
  }

  /// Characters that came at once are inserted at once.
  private func joined(_ keys: [Key]) -> [Key] {
    var result: [Key] = []
    for key in keys {
      if case .text(let new) = key, case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + new)
      } else {
        result.append(key)
      }
    }
    return result
  }
}
