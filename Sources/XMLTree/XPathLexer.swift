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
enum XPathLexer {
  static func tokens(of source: String) throws(XPathFailure) -> [XPathToken] {
    let characters = Array(source)
    var tokens: [XPathToken] = []
    var index = 0
    while index < characters.count {
      let start = index
      let character = characters[index]
      if character.isWhitespace {
        index += 1
        continue
      }
      let kind: XPathToken.Kind
      if character == "\"" || character == "'" {
        guard let end = characters[(index + 1)...].firstIndex(of: character) else {
          throw XPathFailure(.syntax, expression: source, position: start, found: String(character))
        }
        tokens.append(
          XPathToken(kind: .literal, text: String(characters[(index + 1)..<end]), position: start))
        index = end + 1
        continue
      } else if isDigit(character) || (character == "." && isDigit(at: index + 1, characters)) {
        while index < characters.count, isDigit(characters[index]) || characters[index] == "." { index += 1 }
        kind = .number
      } else if isNameStart(character) {
        index = endOfName(characters, from: index)
        let word = String(characters[start..<index])
        kind =
          ["or", "and", "div", "mod"].contains(word) && operatorExpected(after: tokens.last)
          ? .operation : .name
      } else if character == "$" {
        index = endOfName(characters, from: index + 1)
        kind = .variable
      } else if character == "*" {
        index += 1
        kind = operatorExpected(after: tokens.last) ? .operation : .name
      } else {
        let two = index + 1 < characters.count ? String(characters[index...(index + 1)]) : ""
        let text = ["!=", "<=", ">=", "::", "..", "//"].contains(two) ? two : String(character)
        index += text.count
        if ["=", "!=", "<", "<=", ">", ">=", "+", "-", "|"].contains(text) {
          kind = .operation
        } else if ["(", ")", "[", "]", ".", "..", "@", ",", "::", "/", "//"].contains(text) {
          kind = .symbol
        } else {
          throw XPathFailure(.syntax, expression: source, position: start, found: text)
        }
      }
      tokens.append(XPathToken(kind: kind, text: String(characters[start..<index]), position: start))
    }
    return tokens
  }

  /// A star or a word such as `div` is an operator exactly when something stands before it that it can join.
  private static func operatorExpected(after token: XPathToken?) -> Bool {
    guard let token else { return false }
    switch token.kind {
    case .operation: return false
    case .symbol: return [")", "]", ".", ".."].contains(token.text)
    case .name, .literal, .number, .variable: return true
    }
  }

  private static func endOfName(_ characters: [Character], from start: Int) -> Int {
    var index = start
    while index < characters.count {
      let character = characters[index]
      let isColon =
        character == ":" && index + 1 < characters.count && isNameStart(characters[index + 1])
        && characters[index - 1] != ":"
      guard isNameStart(character) || isDigit(character) || character == "-" || character == "." || isColon
      else { break }
      index += 1
    }
    return index
  }

  private static func isNameStart(_ character: Character) -> Bool {
    character.isLetter || character == "_"
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }

  private static func isDigit(at index: Int, _ characters: [Character]) -> Bool {
    index < characters.count && isDigit(characters[index])
  }
}
