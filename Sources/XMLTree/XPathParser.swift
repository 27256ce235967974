/// Recursive descent over the grammar of XPath 1.0, sections 2 and 3.
struct XPathParser {
  private let tokens: [XPathToken]
  private let source: String
  private var index = 0
  private var depth = 0

  init(tokens: [XPathToken], source: String) {
    self.tokens = tokens
    self.source = source
  }

  mutating func wholeExpression() throws(XPathFailure) -> XPathSyntax {
    let result = try expression()
    guard index == tokens.count else { throw failure() }
    return result
  }

  private static let levels: [[String]] = [
    ["or"], ["and"], ["=", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "div", "mod"],
  ]

  private mutating func expression(level: Int = 0) throws(XPathFailure) -> XPathSyntax {
    guard level < Self.levels.count else { return try unary() }
    // The bound keeps a text of a thousand brackets from exhausting the stack.
    if level == 0 {
      depth += 1
      guard depth <= 50 else { throw failure() }
    }
    defer { if level == 0 { depth -= 1 } }
    var left = try expression(level: level + 1)
    while let token = peek, token.kind == .operation, Self.levels[level].contains(token.text) {
      index += 1
      left = .binary(operation: token.text, left, try expression(level: level + 1))
    }
    return left
  }

  private mutating func unary() throws(XPathFailure) -> XPathSyntax {
    var minus = false
    while accept("-") { minus.toggle() }
    var left = try pathOrFilter()
    while accept("|") { left = .binary(operation: "|", left, try pathOrFilter()) }
    return minus ? .negative(left) : left
  }

  private mutating func pathOrFilter() throws(XPathFailure) -> XPathSyntax {
    guard let token = peek else { throw failure() }
    let primary: XPathSyntax
    switch token.kind {
    case .literal:
      index += 1
      primary = .literal(token.text)
    case .number:
      index += 1
      guard let number = Double(token.text) else { throw failure() }
      primary = .number(number)
    case .variable:
      index += 1
      primary = .variable(String(token.text.dropFirst()))
    case .symbol where token.text == "(":
      index += 1
      primary = try expression()
      try expect(")")
    case .name
    where tokens.indices.contains(index + 1) && tokens[index + 1].text == "(" && !isNodeTest(token):
      primary = try call()
    case .symbol, .name, .operation:
      return .path(try locationPath())
    }
    return try filterPath(primary)
  }

  private mutating func filterPath(_ primary: XPathSyntax) throws(XPathFailure) -> XPathSyntax {
    guard peek?.text == "[" || peek?.text == "/" || peek?.text == "//" else { return primary }
    var steps: [XPathStep] = []
    let own = try predicates()
    if !own.isEmpty { steps.append(XPathStep(axis: "self", test: "node()", predicates: own)) }
    try relativeSteps(into: &steps)
    return .path(XPathPath(start: .filter, filter: primary, steps: steps))
  }

  private mutating func call() throws(XPathFailure) -> XPathSyntax {
    let name = tokens[index].text
    index += 2
    var arguments: [XPathSyntax] = []
    if !accept(")") {
      repeat { arguments.append(try expression()) } while accept(",")
      try expect(")")
    }
    return .call(name: name, arguments: arguments)
  }

  private mutating func locationPath() throws(XPathFailure) -> XPathPath {
    var path = XPathPath(start: .context, filter: nil, steps: [])
    if peek?.text == "/" || peek?.text == "//" {
      path.start = .root
      if peek?.text == "/", !startsStep(at: index + 1) {
        index += 1
        return path
      }
      try relativeSteps(into: &path.steps)
      return path
    }
    path.steps.append(try step())
    try relativeSteps(into: &path.steps)
    return path
  }

  private mutating func relativeSteps(into steps: inout [XPathStep]) throws(XPathFailure) {
    while let token = peek, token.text == "/" || token.text == "//" {
      index += 1
      if token.text == "//" {
        steps.append(XPathStep(axis: "descendant-or-self", test: "node()", predicates: []))
      }
      steps.append(try step())
    }
  }

  private mutating func step() throws(XPathFailure) -> XPathStep {
    if accept(".") { return XPathStep(axis: "self", test: "node()", predicates: []) }
    if accept("..") { return XPathStep(axis: "parent", test: "node()", predicates: []) }
    var axis = accept("@") ? "attribute" : "child"
    guard let token = peek, token.kind == .name else { throw failure() }
    index += 1
    var test = token.text
    if accept("::") {
      axis = test
      guard let inner = peek, inner.kind == .name else { throw failure() }
      index += 1
      test = inner.text
    }
    if peek?.text == "(" {
      index += 1
      try expect(")")
      test += "()"
    }
    return XPathStep(axis: axis, test: test, predicates: try predicates())
  }

  private mutating func predicates() throws(XPathFailure) -> [XPathSyntax] {
    var result: [XPathSyntax] = []
    while accept("[") {
      result.append(try expression())
      try expect("]")
    }
    return result
  }

  private var peek: XPathToken? { index < tokens.count ? tokens[index] : nil }

  private mutating func accept(_ text: String) -> Bool {
    guard let token = peek, token.text == text, token.kind != .literal else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ text: String) throws(XPathFailure) {
    guard accept(text) else { throw failure() }
  }

  private func isNodeTest(_ token: XPathToken) -> Bool {
    ["text", "node", "comment", "processing-instruction"].contains(token.text)
  }

  private func startsStep(at index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    return tokens[index].kind == .name || [".", "..", "@"].contains(tokens[index].text)
  }

  private func failure() -> XPathFailure {
    XPathFailure(
      .syntax, expression: source, position: peek?.position ?? source.count, found: peek?.text)
  }
}
