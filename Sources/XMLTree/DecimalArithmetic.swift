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
    case "+": sum(left, right)
    case "-": sum(left, -right)
    case "*": exact(left * right)
    case "div": exact(left / right)
    case "mod": exact(left.truncatingRemainder(dividingBy: right))
    default: nil
    }
  }

  /// The sum of two numbers, which has no more decimals than they have: 33600 less 32950.4 is 649.6.
  public static func sum(_ left: Double, _ right: Double) -> Double {
    let plain = left + right
    guard plain.isFinite, let one = decimals(of: left), let other = decimals(of: right) else { return exact(plain) }
    let scale = scales[max(one, other)]
    let (first, second) = ((left * scale).rounded(), (right * scale).rounded())
    // Beyond that whole numbers have gaps.
    guard abs(first) < 0x1p52, abs(second) < 0x1p52 else { return exact(plain) }
    return (first + second) / scale
  }

  /// 1, 10, 100 and so on.
  private static let scales: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
  ]

  /// How many decimals a number is written with; nil for more than a sum can be told to have.
  private static func decimals(of number: Double) -> Int? {
    if number.rounded(.towardZero) == number { return 0 }
    let text = String(number).utf8
    guard !text.contains(UInt8(ascii: "e")), let point = text.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let count = text.distance(from: point, to: text.endIndex) - 1
    return count < scales.count ? count : nil
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
    guard mayCalculate(source), let syntax = try? XPathSyntax(parsing: source) else { return source }
    let result = syntax.replacing { part in
      guard case .binary(let sign, let left, let right) = part, let name = functions[sign] else { return part }
      return .call(name: name, arguments: [left, right])
    }
    return result == syntax ? source : result.source
  }

  /// Whether a text has what may be a sign; a hyphen behind a letter belongs to a name.
  private static func mayCalculate(_ source: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in source.utf8 {
      switch byte {
      case UInt8(ascii: "+"), UInt8(ascii: "*"): return true
      case UInt8(ascii: "-") where !(0x61...0x7A).contains(before | 0x20): return true
      default: before = byte
      }
    }
    return source.contains("div") || source.contains("mod")
  }
}
