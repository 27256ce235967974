public import XMLTree

/// Functions with which marks write dates and numbers the German way (DIN 5008).
///
/// `datum(x)` makes `2025-11-20` into `20.11.2025`; `zahl(x)` and `zahl(x, digits)` make `1234.5` into `1.234,5`.
public enum TemplateFormat {
  /// The names of the functions.
  public static let functions: Set<String> = ["datum", "zahl"]

  /// Adds the functions to an engine, unless it has its own of these names.
  ///
  /// `TemplateData` does this by itself.
  public static func register(on engine: XPathEngine) {
    if !engine.knows("datum") {
      engine.register("datum", arity: 1...1) { arguments, _ in .string(date(arguments[0].string)) }
    }
    if !engine.knows("zahl") {
      engine.register("zahl", arity: 1...2) { arguments, _ in
        let digits = arguments.count > 1 ? Int(exactly: arguments[1].number.rounded()) : nil
        // What is no number stays none, so that it is reported and not printed.
        return number(arguments[0].number, digits: digits).map { .string($0) } ?? .number(.nan)
      }
    }
  }

  /// A day in ISO 8601, possibly with a time behind it, as `TT.MM.JJJJ`; any other text as it is.
  public static func date(_ text: String) -> String {
    let day = Array(text.utf8.prefix(10))
    let hyphen = UInt8(ascii: "-")
    guard day.count == 10, day[4] == hyphen, day[7] == hyphen,
      text.utf8.count == 10 || Array(text.utf8)[10] == UInt8(ascii: "T")
    else { return text }
    let parts = [day[8...9], day[5...6], day[0...3]]
    guard parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return text }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
  }

  /// A number with a decimal comma and a point between thousands, or nil when it is none.
  ///
  /// `digits` behind the comma, rounded half away from zero by the number's decimal digits; without it as many as
  /// the number has. From 10¹⁵ on a double has no reliable digits, so that is nil too.
  public static func number(_ value: Double, digits: Int? = nil) -> String? {
    guard value.isFinite, abs(value) < 1e15, digits ?? 0 >= 0, digits ?? 0 <= 15 else { return nil }
    var (whole, fraction) = decimal(abs(value))
    if let digits {
      if fraction.count > digits {
        let roundsUp = fraction[digits] >= 5
        fraction.removeSubrange(digits...)
        if roundsUp { increment(&whole, &fraction) }
      }
      fraction += Array(repeating: 0, count: digits - fraction.count)
    }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result += "." }
      result += String(digit)
    }
    if !fraction.isEmpty { result += "," + fraction.map(String.init).joined() }
    let isZero = whole.allSatisfy { $0 == 0 } && fraction.allSatisfy { $0 == 0 }
    return value < 0 && !isZero ? "-" + result : result
  }

  /// The decimal digits before and behind the point.
  private static func decimal(_ value: Double) -> (whole: [Int], fraction: [Int]) {
    let parts = String(value).split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".")
    var whole = mantissa[0].compactMap(\.wholeNumberValue)
    var fraction = mantissa.count > 1 ? mantissa[1].compactMap(\.wholeNumberValue) : []
    for _ in 0..<max(0, -exponent) {
      fraction.insert(whole.popLast() ?? 0, at: 0)
      if whole.isEmpty { whole = [0] }
    }
    for _ in 0..<max(0, exponent) { whole.append(fraction.isEmpty ? 0 : fraction.removeFirst()) }
    if let last = fraction.lastIndex(where: { $0 != 0 }) {
      fraction.removeSubrange((last + 1)...)
    } else {
      fraction = []
    }
    return (whole, fraction)
  }

  private static func increment(_ whole: inout [Int], _ fraction: inout [Int]) {
    var digits = whole + fraction
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
    let count = digits.count - fraction.count
    (whole, fraction) = (Array(digits[..<count]), Array(digits[count...]))
  }
}
