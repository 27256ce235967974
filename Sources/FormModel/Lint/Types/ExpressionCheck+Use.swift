internal import XMLTree

/// Whether what an expression gives fits where it stands.
extension ExpressionCheck {
  func checkUse(
    _ syntax: XPathSyntax, as use: ExpressionUse, in scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) {
    let type = type(of: syntax, in: scope)
    switch use {
    case .anything: return
    case .condition: checkCondition(syntax, in: scope, &problems)
    case .nodes:
      guard !type.isNodes, type.kind != .unknown else { return }
      problems.add(
        .result, "›\(syntax.source)‹ ist \(type.german); hier werden Felder oder Gruppen des Papiers gebraucht.")
    case .printed: checkPrinted(syntax, type, in: scope, &problems)
    case .day: checkDayResult(syntax, type, &problems)
    case .value(let field): checkValue(syntax, of: field, in: scope, &problems)
    }
  }

  // MARK: - Printing

  private func checkPrinted(
    _ syntax: XPathSyntax, _ type: ExpressionType, in scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) {
    let source = syntax.source
    if type.kind == .truth {
      return problems.add(
        .result,
        "›\(source)‹ ist eine Bedingung; gedruckt würde ›true‹ oder ›false‹. Gemeint ist wohl ›if(\(source), 'ja', 'nein')‹."
      )
    }
    if type.isNodes, type.isSeveral, type.kind != .unknown {
      return problems.add(
        .several,
        "›\(source)‹ kann es mehrfach geben; gedruckt würde nur die erste Angabe. Gemeint ist wohl ›list(\(source))‹ "
          + "oder ›für …‹ um die Zeile.")
    }
    if type.isNodes { checkShown(syntax, type, &problems) }
    checkStored(syntax, in: scope, &problems)
  }

  /// Functions of texts put in what is stored: `2025-09-09`, a code, `1.5`.
  private func checkStored(
    _ syntax: XPathSyntax, in scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) {
    guard case .call(let name, let arguments) = syntax else { return }
    switch name {
    case "if": for branch in arguments.dropFirst() { checkStored(branch, in: scope, &problems) }
    case "join", "list": for argument in arguments { checkStored(argument, in: scope, &problems) }
    case "concat", "string", "normalize-space":
      for argument in arguments {
        let type = type(of: argument, in: scope)
        checkStored(argument, in: scope, &problems)
        guard let stored = Self.stored(type) else { continue }
        problems.add(
          .display,
          "›\(name)()‹ druckt ›\(argument.source)‹, wie es gespeichert ist (\(stored)). Gemeint ist wohl "
            + "›join('', …)‹, das druckt wie überall.")
      }
    default:
      // A day that is computed and printed as it is.
      if case .values(let value)? = Optional(type(of: syntax, in: scope).kind), value.isDay {
        problems.add(
          .display,
          "›\(syntax.source)‹ würde als ›2025-09-09‹ gedruckt. Gemeint ist wohl ›german-day(\(syntax.source))‹.")
      }
    }
  }

  private static func stored(_ type: ExpressionType) -> String? {
    switch type.kind {
    case .values(.day), .values(.moment), .values(.partialDay): "2025-09-09"
    case .values(.decimal): "1.5"
    case .codes(let list): list.codes.contains { $0.id != $0.label } ? list.codes.first?.id : nil
    case .values, .truth, .number, .text, .match, .literal, .group, .record, .unknown: nil
    }
  }

  // MARK: - Results

  private func checkDayResult(_ syntax: XPathSyntax, _ type: ExpressionType, _ problems: inout [ExpressionProblem]) {
    switch type.kind {
    case .values(let value) where value.isDay: return
    case .text, .unknown, .literal(""): return
    case .literal(let text) where Moment(canonical: text) != nil: return
    case .values(.partialDay), .values(.text): return
    case .values, .truth, .number, .match, .literal, .codes, .group, .record:
      problems.add(.result, "›\(syntax.source)‹ ist \(type.german); hier wird ein Tag gebraucht.")
    }
  }

  private func checkValue(
    _ syntax: XPathSyntax, of field: FieldDefinition, in scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) {
    if case .call("if", let branches) = syntax, branches.count == 3 {
      for branch in branches.dropFirst() { checkValue(branch, of: field, in: scope, &problems) }
      return
    }
    let type = type(of: syntax, in: scope)
    if type.isNodes, type.isSeveral, type.kind != .unknown, !field.repeats {
      return problems.add(
        .several,
        "›\(syntax.source)‹ kann es mehrfach geben; genommen würde nur die erste Angabe. Gemeint ist wohl "
          + "›\(syntax.first)‹, ›list(…)‹ oder ›sum(…)‹.")
    }
    if let codes = library.codes(of: field) { return checkCodes(syntax, type, codes, field, &problems) }
    let wanted = field.kind.valueType
    let fits: Bool
    switch type.kind {
    case .unknown, .literal(""): return
    case .group, .record, .truth: fits = false
    case .literal(let text): fits = field.kind.problem(of: text, in: field, library) == nil
    case .number: fits = wanted.isNumber || wanted == .text
    case .text, .match: fits = !wanted.isNumber
    case .codes: fits = wanted == .text || wanted.isNumber && !type.isNodes
    case .values(let value):
      fits =
        value == wanted || wanted == .text || (value.isNumber && wanted.isNumber)
        || (value == .day && (wanted == .partialDay || wanted == .moment))
    }
    guard !fits else { return }
    problems.add(
      .result,
      "›\(syntax.source)‹ ist \(type.german); das Feld ›\(field.common.label)‹ braucht \(wanted.german.replacingFirst)."
        + (type.kind == .truth ? " Gemeint ist wohl ›if(\(syntax.source), 'ja', 'nein')‹." : ""))
  }

  private func checkCodes(
    _ syntax: XPathSyntax, _ type: ExpressionType, _ codes: CodeList, _ field: FieldDefinition,
    _ problems: inout [ExpressionProblem]
  ) {
    switch type.kind {
    case .unknown, .text, .match, .literal(""), .number: return
    case .literal(let written):
      for code in field.repeats ? written.split(separator: ",").map(String.init) : [written]
      where codes.code(code) == nil {
        problems.append(
          "Die Angabe ›\(code)‹ gibt es bei ›\(field.common.label)‹ nicht."
            + Nearest.question(code, among: codes.codes.map(\.id)))
      }
    case .truth:
      problems.add(
        .result,
        "›\(syntax.source)‹ ist eine Bedingung; ›\(field.common.label)‹ braucht eine Angabe der Liste. Gemeint ist wohl "
          + "›if(\(syntax.source), 'ja', 'nein')‹.")
    case .codes(let other):
      guard type.isNodes, Set(other.codes.map(\.id)).isDisjoint(with: codes.codes.map(\.id)) else { return }
      problems.add(.result, "›\(syntax.source)‹ und ›\(field.common.label)‹ haben verschiedene Listen.")
    case .values, .group, .record:
      guard type.isNodes || type.value != .text else { return }
      problems.add(
        .result, "›\(syntax.source)‹ ist \(type.german); ›\(field.common.label)‹ braucht eine Angabe der Liste.")
    }
  }
}

extension String {
  /// „ein Tag“ as what is needed: „einen Tag“.
  fileprivate var replacingFirst: String { hasPrefix("ein T") ? "einen" + dropFirst(3) : self }
}
