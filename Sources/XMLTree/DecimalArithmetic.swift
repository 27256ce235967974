/// Arithmetic that gives what people calculate: 0.1 + 0.2 is 0.3.
///
/// Numbers of XPath are binary fractions. Each result is brought to the nearest number of 15 digits, which a binary
/// fraction of 64 bits holds without loss, so that sums, products and comparisons of decimals come out exactly as long as
/// their digits suffice. Whole numbers up to 2⁵³ are exact anyway.
public enum DecimalArithmetic {
  /// The signs by the names of the functions that stand for them in compiled expressions.
  static let functions: [String: String] = [
    "+": "decimal-plus", "-": "decimal-minus", "*": "decimal-times", "div": "decimal-by", "mod": "decimal-rest",
  ]

  /// What a sign of XPath 1.0, chapter 3.5, gives for two numbers; nil for another sign.
  public static func result(_ sign: String, _ left: Double, _ right: Double) -> Double? {
    switch sign {
    case "+": exact(left + right)
    case "-": exact(left - right)
    case "*": exact(left * right)
    case "div": exact(left / right)
    case "mod": exact(left.truncatingRemainder(dividingBy: right))
    default: nil
    }
  }

  /// The number of at most 15 digits that is nearest to a result.
  public static func exact(_ number: Double) -> Double {
    guard number.isFinite, number.rounded(.towardZero) != number || abs(number) > 0x1p53 else { return number }
    var text = String(abs(number))
    var exponent = 0
    if let mark = text.firstIndex(of: "e") {
      exponent = Int(text[text.index(after: mark)...]) ?? 0
      text = String(text[..<mark])
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    var digits = parts.joined().utf8.map { Int($0) - 0x30 }
    var point = (parts.first?.utf8.count ?? 0) + exponent
    while digits.first == 0, digits.count > 1 {
      digits.removeFirst()
      point -= 1
    }
    guard digits.count > 15 else { return number }
    let roundsUp = digits[15] >= 5
    digits.removeSubrange(15...)
    if roundsUp {
      var index = 14
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    let rounded = Double("0." + digits.map(String.init).joined() + "e\(point)") ?? abs(number)
    return number < 0 ? -rounded : rounded
  }

  /// An expression whose signs are calls of the functions that calculate so; itself where it has none.
  static func rewritten(_ source: String) -> String {
    let mayCalculate =
      source.utf8.contains { [0x2A, 0x2B, 0x2D].contains($0) } || source.contains("div") || source.contains("mod")
    guard mayCalculate, let syntax = try? XPathSyntax(parsing: source) else { return source }
    let result = syntax.replacing { part in
      guard case .binary(let sign, let left, let right) = part, let name = functions[sign] else { return part }
      return .call(name: name, arguments: [left, right])
    }
    return result == syntax ? source : result.source
  }
}
