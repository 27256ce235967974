internal import XMLTree

/// Reads the expressions of marks and says what is wrong with them.
struct ExpressionCheck {
  /// The functions an expression may call.
  let functions: Set<String>

  func check(_ mark: FoundMark) -> (expression: Expression?, problems: [TemplateProblem]) {
    let source = mark.text.expression
    let syntax: XPathSyntax
    do {
      syntax = try XPathSyntax(parsing: source)
    } catch {
      return (nil, [mark.problem(.expression, found: error.found, position: error.position)])
    }
    var problems: [TemplateProblem] = []
    syntax.visit { part in
      switch part {
      case .call(let name, _) where !functions.contains(name):
        problems.append(mark.problem(.function, found: name))
      case .variable(let name): problems.append(mark.problem(.expression, found: "$" + name))
      case .call, .path, .literal, .number, .binary, .negative: break
      }
    }
    if mark.text.role == .repetition, !Self.canSelect(syntax) {
      problems.append(mark.problem(.expression))
    }
    return (problems.isEmpty ? Expression(source: source, path: Self.plainPath(syntax)) : nil, problems)
  }

  /// Whether an expression can give nodes.
  private static func canSelect(_ syntax: XPathSyntax) -> Bool {
    switch syntax {
    case .path, .variable: true
    case .call(let name, _): name == "id" || !XPathEngine.coreFunctions.contains(name)
    case .binary(let operation, _, _): operation == "|"
    case .literal, .number, .negative: false
    }
  }

  private static func plainPath(_ syntax: XPathSyntax) -> [String]? {
    if case .path(let path) = syntax { path.childNames } else { nil }
  }
}
