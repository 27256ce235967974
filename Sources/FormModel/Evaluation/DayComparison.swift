internal import XMLTree

/// Finds out on which days a comparison with today becomes another one.
///
/// `days-from-date(today()) > E` is true from the day after E on. The same expression over `today-beside('>', E)` gives
/// the same and says which day that is, so that an answer is known to hold until then and not for today alone.
/// Only for an `E` that does not ask for today itself; whatever else asks holds for today alone.
enum DayComparison {
  /// The function that such an expression calls; forms cannot name it.
  static let function = "today-beside"

  /// The expression with its comparisons marked; itself where it has none.
  static func rewritten(_ source: String) -> String {
    guard source.contains("today()"), let syntax = try? XPathSyntax(parsing: source) else { return source }
    let result = syntax.replacing(marked)
    return result == syntax ? source : result.source
  }

  private static func marked(_ syntax: XPathSyntax) -> XPathSyntax {
    guard case .binary(let operation, let left, let right) = syntax, let turned = turned[operation] else {
      return syntax
    }
    if isToday(left), !asksForToday(right) {
      return .binary(operation: operation, beside(operation, right), right)
    }
    if isToday(right), !asksForToday(left) {
      return .binary(operation: operation, left, beside(turned, left))
    }
    return syntax
  }

  /// The comparisons, each with the one that says the same with its sides exchanged.
  private static let turned = ["<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="]

  private static func beside(_ operation: String, _ other: XPathSyntax) -> XPathSyntax {
    .call(name: function, arguments: [.literal(operation), other])
  }

  private static func isToday(_ syntax: XPathSyntax) -> Bool {
    syntax == .call(name: "days-from-date", arguments: [.call(name: "today", arguments: [])])
  }

  private static func asksForToday(_ syntax: XPathSyntax) -> Bool {
    var result = false
    syntax.visit { if case .call("today", _) = $0 { result = true } }
    return result
  }

  /// The days on which today, compared with numbers of days, gives another answer; nil when that is not known.
  static func changes(_ operation: String, _ other: XPathValue) -> [Day]? {
    let numbers: [Double]
    switch other {
    case .boolean: return nil
    case .number(let number): numbers = [number]
    case .string: numbers = [other.number]
    case .nodes(let nodes): numbers = nodes.map { XPathValue.string($0.text).number }
    }
    var result: [Day] = []
    // What is no number is neither less nor more than any day.
    for number in numbers where !number.isNaN {
      let ordinals: [Double] =
        switch operation {
        case ">", "<=": [number.rounded(.down) + 1]
        case "<", ">=": [number.rounded(.up)]
        default: [number.rounded(.up), number.rounded(.down) + 1]
        }
      for ordinal in ordinals {
        // Beyond the calendar nothing changes any more.
        if let day = Int(exactly: ordinal).flatMap(Day.init(ordinal:)) { result.append(day) }
      }
    }
    return result
  }
}
