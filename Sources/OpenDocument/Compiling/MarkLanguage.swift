/// German words in expressions of marks, put into those of XPath.
///
/// Only what the grammar takes for a function, an operator or an attribute is translated, never a field or a text.
struct MarkLanguage {
  private let functions: [String: String]

  /// The German words for functions of XPath itself.
  static let core = [
    "nicht": "not", "anzahl": "count", "summe": "sum", "verkettet": "concat", "beginnt-mit": "starts-with",
    "enthält": "contains", "stelle": "position", "letzte": "last", "länge": "string-length", "aufgerundet": "ceiling",
    "abgerundet": "floor", "gerundet": "round", "wahr": "true", "falsch": "false",
  ]

  private static let operators = ["und": "and", "oder": "or"]
  private static let attributes = [
    "kurz": "short", "knapp": "brief", "text": "label", "kennung": "id", "gewählt": "selected", "letzte": "last",
  ]

  /// A language with words for more functions, from the German one to that of expressions.
  init(_ functions: [String: String]) {
    self.functions = Self.core.merging(functions) { own, _ in own }
  }

  /// The expression in the words of XPath.
  func translated(_ expression: String) -> String {
    let characters = Array(expression)
    var result = ""
    // What the grammar asks for an operator: that an operand stands before it (XPath 1.0, 3.7).
    var isBehindOperand = false
    var isBehindAt = false
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character == "'" || character == "\"" {
        let end = characters[(index + 1)...].firstIndex(of: character) ?? characters.count - 1
        result += String(characters[index...max(index, end)])
        (index, isBehindOperand, isBehindAt) = (end + 1, true, false)
      } else if Self.startsName(character) {
        var end = index
        while end < characters.count, Self.continuesName(characters[end]) { end += 1 }
        let word = String(characters[index..<end])
        let isCall = characters[end...].first { $0 != " " } == "("
        let (text, isOperand) = translated(
          word, isBehindOperand: isBehindOperand, isBehindAt: isBehindAt, isCall: isCall)
        result += text
        (index, isBehindOperand, isBehindAt) = (end, isOperand, false)
      } else {
        result.append(character)
        index += 1
        guard character != " " else { continue }
        isBehindAt = character == "@"
        // A star is a name where no operand stands before it.
        isBehindOperand =
          [")", "]", "."].contains(character) || character.isWholeNumber || character == "*" && !isBehindOperand
      }
    }
    return result
  }

  private func translated(
    _ word: String, isBehindOperand: Bool, isBehindAt: Bool, isCall: Bool
  ) -> (text: String, isOperand: Bool) {
    if isBehindAt { return (Self.attributes[word] ?? word, true) }
    if isBehindOperand { return (Self.operators[word] ?? word, false) }
    return (isCall ? functions[word.lowercased()] ?? word : word, true)
  }

  private static func startsName(_ character: Character) -> Bool { character.isLetter || character == "_" }

  private static func continuesName(_ character: Character) -> Bool {
    startsName(character) || character.isWholeNumber || character == "-" || character == "."
  }
}
