internal import XMLTree

/// The comparisons of XPath 1.0, section 3.4.
enum XPathComparison: String {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  func holds(_ left: XPathValue, _ right: XPathValue) -> Bool {
    switch (left, right) {
    case (.boolean, _), (_, .boolean): compare(left, right)
    case (.nodes(let first), .nodes(let second)):
      first.contains { node in
        let text = XPathValue.string(node.text)
        return second.contains { compare(text, .string($0.text)) }
      }
    case (.nodes(let nodes), _): nodes.contains { compare(.string($0.text), right) }
    case (_, .nodes(let nodes)): nodes.contains { compare(left, .string($0.text)) }
    case (.string, .string), (.string, .number), (.number, .string), (.number, .number): compare(left, right)
    }
  }

  /// Two values of which neither is a set of nodes, unless the other one is a truth value.
  private func compare(_ left: XPathValue, _ right: XPathValue) -> Bool {
    switch self {
    case .equal: isEqual(left, right)
    case .unequal: !isEqual(left, right)
    case .less: number(left) < number(right)
    case .lessOrEqual: number(left) <= number(right)
    case .greater: number(left) > number(right)
    case .greaterOrEqual: number(left) >= number(right)
    }
  }

  /// Texts are equal when their bytes are, as libxml2 compares them.
  private func isEqual(_ left: XPathValue, _ right: XPathValue) -> Bool {
    switch (left, right) {
    case (.boolean, _), (_, .boolean): left.boolean == right.boolean
    case (.number, _), (_, .number): left.number == right.number
    case (.string, _), (_, .string), (.nodes, .nodes): left.string.utf8.elementsEqual(right.string.utf8)
    }
  }

  /// As a number; a set of nodes beside a truth value counts as one.
  private func number(_ value: XPathValue) -> Double {
    if case .nodes = value { value.boolean ? 1 : 0 } else { value.number }
  }
}
