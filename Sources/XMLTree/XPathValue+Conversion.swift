internal import CLibXML2

extension XPathValue {
  /// The value as a string by the rules of XPath 1.0, section 4.2; numbers without needless digits.
  public var string: String {
    switch self {
    case .nodes(let nodes): nodes.first?.text ?? ""
    case .string(let value): value
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): Self.string(of: value)
    }
  }

  /// The value as a boolean by the rules of XPath 1.0, section 4.3.
  public var boolean: Bool {
    switch self {
    case .nodes(let nodes): !nodes.isEmpty
    case .string(let value): !value.isEmpty
    case .boolean(let value): value
    case .number(let value): value != 0 && !value.isNaN
    }
  }

  /// The value as a number as libxml2 reads it (XPath 1.0, section 4.4); not a number when it cannot be read.
  public var number: Double {
    switch self {
    case .number(let value): value
    case .boolean(let value): value ? 1 : 0
    case .string, .nodes: Self.number(of: string)
    }
  }

  /// The nodes, or none when it is another kind of value.
  public var nodes: [XMLNode] {
    if case .nodes(let nodes) = self { nodes } else { [] }
  }

  /// The texts of all nodes, or the one text that another kind of value has.
  public var strings: [String] {
    if case .nodes(let nodes) = self { nodes.map(\.text) } else { [string] }
  }

  /// A text as a number.
  static func number(of text: String) -> Double {
    text.isEmpty ? .nan : text.withXMLChars { xmlXPathCastStringToNumber($0) }
  }

  private static func string(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if let whole = Int(exactly: number) { return String(whole) }
    let text = String(DecimalArithmetic.exact(number))
    return text.contains("e") ? plain(text) : text
  }

  /// A number such as `1.5e-07` with all its digits, as XPath 1.0 writes numbers.
  private static func plain(_ text: String) -> String {
    let halves = text.split(separator: "e")
    guard halves.count == 2, let exponent = Int(halves[1]) else { return text }
    let isNegative = halves[0].hasPrefix("-")
    let parts = halves[0].drop { $0 == "-" }.split(separator: ".")
    var digits = parts.joined()
    var point = parts[0].count + exponent
    if point <= 0 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    } else if digits.count < point {
      digits += String(repeating: "0", count: point - digits.count)
    }
    let whole = digits.prefix(point)
    var fraction = digits.dropFirst(point)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
