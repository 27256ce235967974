/// A word of an XPath expression with the position of its first character.
struct XPathToken: Hashable {
  enum Kind: Hashable {
    /// A name, possibly with a prefix, or `*` as a node test.
    case name
    case literal, number, variable
    /// Brackets, slashes, dots, `@`, `::`, commas.
    case symbol
    /// `or and div mod * = != < <= > >= + - |`.
    case operation
  }

  let kind: Kind
  let text: String
  let position: Int
}

/// Cuts an expression into tokens by the rules of XPath 1.0, section 3.7.
///
/// It works on bytes: making `Character`s of a text costs more than everything else that is done with it.
struct XPathLexer {
  private let source: String
  private let bytes: [UInt8]
  private let isASCII: Bool
  private var tokens: [XPathToken] = []
  private var index = 0

  static func tokens(of source: String) throws(XPathFailure) -> [XPathToken] {
    var lexer = XPathLexer(source)
    while try lexer.next() {}
    return lexer.tokens
  }

  private init(_ source: String) {
    self.source = source
    bytes = Array(source.utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// Reads one token; false at the end.
  private mutating func next() throws(XPathFailure) -> Bool {
    guard index < bytes.count else { return false }
    let start = index
    let byte = bytes[index]
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: index += 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let end = bytes[(index + 1)...].firstIndex(of: byte) else { throw failure(at: start) }
      index = end + 1
      append(.literal, (start + 1)..<end, at: start)
    case _ where Self.isDigit(byte) || (byte == UInt8(ascii: ".") && isDigit(at: index + 1)):
      while isDigit(at: index) || (index < bytes.count && bytes[index] == UInt8(ascii: ".")) { index += 1 }
      append(.number, start..<index, at: start)
    case _ where lengthOfLetter(at: index) > 0:
      index = endOfName(from: index)
      let isOperator = Self.words.contains(text(start..<index)) && operatorExpected
      append(isOperator ? .operation : .name, start..<index, at: start)
    case UInt8(ascii: "$"):
      index = endOfName(from: index + 1)
      append(.variable, start..<index, at: start)
    case UInt8(ascii: "*"):
      index += 1
      append(operatorExpected ? .operation : .name, start..<index, at: start)
    default: try sign()
    }
    return true
  }

  private mutating func sign() throws(XPathFailure) {
    let start = index
    let two = text(start..<min(start + 2, bytes.count))
    let length = Self.pairs.contains(two) ? 2 : 1
    let sign = length == 2 ? two : text(start..<(start + 1))
    if Self.operations.contains(sign) {
      append(.operation, start..<(start + length), at: start)
    } else if Self.symbols.contains(sign) {
      append(.symbol, start..<(start + length), at: start)
    } else {
      throw failure(at: start)
    }
    index += length
  }

  private static let words: Set<String> = ["or", "and", "div", "mod"]
  private static let pairs: Set<String> = ["!=", "<=", ">=", "::", "..", "//"]
  private static let operations: Set<String> = ["=", "!=", "<", "<=", ">", ">=", "+", "-", "|"]
  private static let symbols: Set<String> = ["(", ")", "[", "]", ".", "..", "@", ",", "::", "/", "//"]

  private mutating func append(_ kind: XPathToken.Kind, _ range: Range<Int>, at start: Int) {
    tokens.append(XPathToken(kind: kind, text: text(range), position: position(of: start)))
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The number of characters in front of a byte.
  private func position(of offset: Int) -> Int {
    isASCII ? offset : text(0..<offset).count
  }

  private func failure(at offset: Int) -> XPathFailure {
    let found = String(decoding: bytes[offset...], as: UTF8.self).prefix(1)
    return XPathFailure(.syntax, expression: source, position: position(of: offset), found: String(found))
  }

  /// A star or a word such as `div` is an operator exactly when something stands before it that it can join.
  private var operatorExpected: Bool {
    guard let token = tokens.last else { return false }
    switch token.kind {
    case .operation: return false
    case .symbol: return [")", "]", ".", ".."].contains(token.text)
    case .name, .literal, .number, .variable: return true
    }
  }

  private func endOfName(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      let letter = lengthOfLetter(at: index, inside: true)
      if letter > 0 {
        index += letter
      } else if Self.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
        index += 1
      } else if byte == UInt8(ascii: ":"), lengthOfLetter(at: index + 1) > 0, bytes[index - 1] != byte {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// The number of bytes of the letter or underscore at a position, 0 when there is none.
  ///
  /// Inside a name a letter may be followed by marks of its own, as in a decomposed „ü“.
  private func lengthOfLetter(at index: Int, inside: Bool = false) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      return 1
    case ..<0x80: return 0
    default:
      let rest = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
      guard let scalar = rest.unicodeScalars.first else { return 0 }
      let isMark = inside && scalar.properties.canonicalCombiningClass != .notReordered
      return scalar.properties.isAlphabetic || isMark ? String(scalar).utf8.count : 0
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func isDigit(at index: Int) -> Bool {
    index < bytes.count && Self.isDigit(bytes[index])
  }
}
