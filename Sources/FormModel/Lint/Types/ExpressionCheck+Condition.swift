internal import XMLTree

/// What may stand as a condition: nothing that would hold whatever somebody filled in.
extension ExpressionCheck {
  /// Refuses what is no condition, with the wording that was meant.
  ///
  /// A field or group is always there, filled in or not, and a text holds unless it is empty.
  func checkCondition(
    _ syntax: XPathSyntax, in scope: DeclarationScope, beside other: XPathSyntax? = nil,
    _ problems: inout [ExpressionProblem]
  ) {
    switch syntax {
    case .path(let path):
      if let step = path.steps.last {
        if step.axis == "attribute" { return attribute(step.test, in: scope, syntax, &problems) }
        // `kinder[alter = 3]` asks whether there is one, and that is a condition.
        if !step.predicates.isEmpty { return }
      }
      declared(syntax, in: scope, &problems)
    case .binary("|", let left, let right):
      checkCondition(left, in: scope, &problems)
      checkCondition(right, in: scope, &problems)
    case .call("if", let arguments) where arguments.count == 3:
      for branch in arguments.dropFirst() { checkCondition(branch, in: scope, &problems) }
    case .literal(let text):
      let meant = other.flatMap { Self.compared($0) }.map { "\($0) = \(syntax.source)" }
      problems.add(
        .condition,
        "›\(syntax.source)‹ allein ist \(text.isEmpty ? "nie" : "immer") erfüllt."
          + (meant.map { " Gemeint ist wohl ›\($0)‹." } ?? " Bitte mit einem Feld vergleichen."))
    case .number, .negative, .call, .binary, .variable: computed(syntax, in: scope, &problems)
    }
  }

  /// What a condition before compares, so that `farbe = 'rot' or 'blau'` can be said in full.
  private static func compared(_ syntax: XPathSyntax) -> String? {
    switch syntax {
    case .binary("=", .path(let path), .literal), .binary("=", .literal, .path(let path)): path.source
    case .binary("or", let left, let right), .binary("and", let left, let right): compared(right) ?? compared(left)
    case .path, .literal, .number, .call, .binary, .negative, .variable: nil
    }
  }

  private func attribute(
    _ name: String, in scope: DeclarationScope, _ syntax: XPathSyntax, _ problems: inout [ExpressionProblem]
  ) {
    // These are there or not; all others always are.
    guard !["case", "status", "last"].contains(name) else { return }
    let meant = name == "selected" ? "@selected = 'ja'" : "\(syntax.source) = '…'"
    problems.add(
      .condition, "›\(syntax.source)‹ allein ist immer erfüllt. Gemeint ist wohl ›\(meant)‹.")
  }

  /// A field or group alone.
  private func declared(
    _ syntax: XPathSyntax, in scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) {
    let type = type(of: syntax, in: scope)
    let name = syntax.source
    switch type.kind {
    case .codes(let list):
      let code = list.codes.first { $0.id == "ja" } ?? list.codes.first
      let meant = code.map { "›\(name) = '\($0.id)'‹ oder " } ?? ""
      problems.add(
        .condition,
        "Das Feld ›\(name)‹ allein ist als Bedingung immer erfüllt, was auch angegeben wurde. "
          + "Gemeint ist wohl \(meant)›filled(\(name))‹.")
    case .values(let value):
      problems.add(
        .condition,
        "Das Feld ›\(name)‹ allein ist als Bedingung immer erfüllt, auch wenn es leer ist. Gemeint ist wohl "
          + "›filled(\(name))‹\(value.isNumber ? " oder ›\(name) > 0‹" : "").")
    case .group(let group):
      problems.add(
        .condition,
        "Die Gruppe ›\(name)‹ allein ist als Bedingung \(group.repeats ? "auch mit leeren Zeilen" : "immer") erfüllt. "
          + "Gemeint ist wohl ›filled(\(name))‹\(group.repeats ? " oder ›count(\(name)) > 0‹" : "").")
    case .truth, .number, .text, .match, .literal, .record, .unknown: break
    }
  }

  /// Something computed that is no truth value.
  private func computed(
    _ syntax: XPathSyntax, in scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) {
    let type = type(of: syntax, in: scope)
    let source = syntax.source
    switch type.kind {
    case .truth, .match, .unknown, .record: return
    case .number:
      problems.add(.condition, "›\(source)‹ ist eine Zahl und keine Bedingung. Gemeint ist wohl ›\(source) > 0‹.")
    case .group, .values, .codes, .text, .literal:
      // A set of nodes that a function gives is there or not.
      guard !type.isNodes else { return }
      problems.add(
        .condition,
        "›\(source)‹ ist \(type.german) und keine Bedingung. Gemeint ist wohl ›filled(\(source))‹ oder ein Vergleich.")
    }
  }
}
