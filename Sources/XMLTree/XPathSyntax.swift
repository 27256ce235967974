/// An XPath 1.0 expression taken apart, so that its names can be checked against declarations.
///
/// Evaluation is libxml2's work (`XPathEngine`); this tree serves only questions such as "which fields does the
/// expression name?" and "with which codes is a choice compared?".
public indirect enum XPathSyntax: Hashable, Sendable {
  /// A location path.
  case path(XPathPath)
  /// A string in quotes.
  case literal(String)
  /// A number.
  case number(Double)
  /// A function call; node tests such as `text()` are part of a step, not calls.
  case call(name: String, arguments: [XPathSyntax])
  /// `or and = != < <= > >= + - * div mod |` with both sides.
  case binary(operation: String, XPathSyntax, XPathSyntax)
  /// A minus sign before an expression.
  case negative(XPathSyntax)
  /// `$name`.
  case variable(String)

  /// Parses an expression.
  ///
  /// Throws `XPathFailure` with the position of the first mistake.
  public init(parsing source: String) throws(XPathFailure) {
    var parser = XPathParser(tokens: try XPathLexer.tokens(of: source), source: source)
    self = try parser.wholeExpression()
  }

  /// The expression with each part replaced by what `body` makes of it, from the inside out.
  public func replacing(_ body: (XPathSyntax) -> XPathSyntax) -> XPathSyntax {
    switch self {
    case .path(var path):
      path.filter = path.filter?.replacing(body)
      for index in path.steps.indices {
        path.steps[index].predicates = path.steps[index].predicates.map { $0.replacing(body) }
      }
      return body(.path(path))
    case .call(let name, let arguments):
      return body(.call(name: name, arguments: arguments.map { $0.replacing(body) }))
    case .binary(let operation, let left, let right):
      return body(.binary(operation: operation, left.replacing(body), right.replacing(body)))
    case .negative(let inner): return body(.negative(inner.replacing(body)))
    case .literal, .number, .variable: return body(self)
    }
  }

  /// Calls `body` for this expression and all inside it, predicates of steps included, with the paths around each.
  public func visit(_ body: (XPathSyntax) -> Void) {
    body(self)
    switch self {
    case .path(let path):
      path.filter?.visit(body)
      for step in path.steps { step.predicates.forEach { $0.visit(body) } }
    case .call(_, let arguments): arguments.forEach { $0.visit(body) }
    case .binary(_, let left, let right):
      left.visit(body)
      right.visit(body)
    case .negative(let inner): inner.visit(body)
    case .literal, .number, .variable: break
    }
  }
}

/// A location path: where it starts and its steps.
public struct XPathPath: Hashable, Sendable {
  /// Where the first step is taken.
  public enum Start: Hashable, Sendable {
    /// At the node the expression is evaluated at.
    case context
    /// At the root of the document.
    case root
    /// At what another expression gives.
    case filter
  }

  /// Where the path starts.
  public var start: Start
  /// The expression in front of the first slash when the path starts with one.
  public var filter: XPathSyntax?
  /// The steps in order; empty for `/` alone.
  public var steps: [XPathStep]
}

/// One step of a location path.
public struct XPathStep: Hashable, Sendable {
  /// The axis, `child` unless written otherwise.
  public var axis: String
  /// The name or node test: `kinder`, `*`, `text()`, `node()`.
  public var test: String
  /// The expressions in square brackets.
  public var predicates: [XPathSyntax]
}

/// Why an expression could not be read or evaluated.
public struct XPathFailure: Error, Hashable, Sendable {
  /// The kinds of mistake.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The text is no expression.
    case syntax = "XPATH-SYNTAX"
    /// A function was called with the wrong number or kind of arguments.
    case evaluation = "XPATH-AUSWERTUNG"
    /// The evaluation took more steps than were allowed.
    case budget = "XPATH-AUFWAND"
  }

  /// What kind of mistake it is.
  public let code: Code
  /// The expression as it was written; an author's text, never a record's content.
  public let expression: String
  /// The position in characters, 0-based, when known.
  public let position: Int?
  /// The word that did not fit, or the function that is not known.
  public let found: String?

  /// A failure of an expression; `position` counts characters from 0.
  public init(_ code: Code, expression: String, position: Int? = nil, found: String? = nil) {
    self.code = code
    self.expression = expression
    self.position = position
    self.found = found
  }
}
