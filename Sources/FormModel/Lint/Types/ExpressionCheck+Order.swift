internal import XMLTree

/// `<`, `<=`, `>`, `>=` and arithmetic: XPath 1.0 knows them for numbers alone.
extension ExpressionCheck {
  func checkOrder(
    _ operation: String, _ left: XPathSyntax, _ leftType: ExpressionType, _ right: XPathSyntax,
    _ rightType: ExpressionType, _ problems: inout [ExpressionProblem]
  ) {
    let sides = [(left, leftType), (right, rightType)]
    if checkUnits(operation, sides, &problems) { return }
    let before = problems.count
    for (syntax, type) in sides where problems.count == before {
      let name = syntax.source
      switch type.kind {
      case .number, .unknown, .record, .group: continue
      case .values(let value) where value.isNumber: continue
      case .codes(let list) where !list.codes.isEmpty && list.codes.allSatisfy { Int($0.id) != nil }: continue
      case .literal(let text):
        problems.add(
          .comparison,
          "›\(operation)‹ vergleicht nur Zahlen, keine Texte wie ›'\(text)'‹."
            + (GermanNumber.parse(text).map { " Gemeint ist wohl ›\($0)‹ ohne Anführungszeichen." } ?? ""))
      case .values(.partialDay):
        problems.add(
          .comparison,
          "›\(name)‹ ist ein Tag, auch unvollständig; ›\(operation)‹ vergleicht nur Zahlen. Gemeint ist wohl "
            + "›age(\(name), reference-day())‹ oder ›birth-not-after(\(name), …)‹.")
      case .codes: problems.add(.comparison, "›\(name)‹ ist eine Auswahl; ›\(operation)‹ vergleicht nur Zahlen.")
      case .values, .truth, .text, .match:
        problems.add(.comparison, "›\(name)‹ ist \(type.german); ›\(operation)‹ vergleicht nur Zahlen.")
      }
    }
  }

  func checkArithmetic(
    _ operation: String, _ left: XPathSyntax, _ right: XPathSyntax?, in scope: DeclarationScope,
    _ problems: inout [ExpressionProblem]
  ) {
    let sides = [left, right].compactMap { $0 }.map { ($0, type(of: $0, in: scope)) }
    if checkUnits(operation, sides, &problems) { return }
    for (syntax, type) in sides { checkNumber(syntax, type, "›\(operation)‹", &problems) }
  }

  /// Days and times count once they are numbers.
  ///
  /// True when something was said.
  private func checkUnits(
    _ operation: String, _ sides: [(syntax: XPathSyntax, type: ExpressionType)], _ problems: inout [ExpressionProblem]
  ) -> Bool {
    let isSum = ["+", "-", "*", "div", "mod"].contains(operation)
    let does = isSum ? "rechnet nur mit Zahlen" : "vergleicht nur Zahlen"
    func meant(_ function: String, _ isOfKind: (ExpressionType) -> Bool) -> String {
      sides.map { side in
        if case .literal(let text) = side.syntax, let iso = GermanDay.iso(text) { return "\(function)('\(iso)')" }
        if case .literal = side.syntax { return "\(function)(\(side.syntax.source))" }
        return isOfKind(side.type) ? "\(function)(\(side.syntax.source))" : side.syntax.source
      }.joined(separator: " \(operation) ")
    }
    if sides.contains(where: { Self.isDay($0.type) }) {
      var said = "›\(operation)‹ \(does), keine Tage\(isSum ? "" : ", und wäre nie erfüllt"). Gemeint ist wohl "
      if operation == "+", sides.contains(where: { $0.type.isNumber }),
        let day = sides.first(where: { Self.isDay($0.type) })
      {
        said += "›day-plus(\(day.syntax.source), 'P7D')‹."
      } else {
        said += "›\(meant("days-from-date", Self.isDay))‹."
      }
      problems.add(isSum ? .argument : .comparison, said)
      return true
    }
    if sides.contains(where: { $0.type.value == .time }) {
      problems.add(
        isSum ? .argument : .comparison,
        "›\(operation)‹ \(does), keine Uhrzeiten. Gemeint ist wohl ›\(meant("minutes") { $0.value == .time })‹.")
      return true
    }
    return false
  }

  private static func isDay(_ type: ExpressionType) -> Bool {
    if case .literal(let text) = type.kind { return GermanDay.iso(text) != nil || Moment(canonical: text) != nil }
    return type.value?.isDay == true
  }

  /// What one calculates with must be one number.
  func checkNumber(
    _ syntax: XPathSyntax, _ type: ExpressionType, _ user: String, _ problems: inout [ExpressionProblem]
  ) {
    let name = syntax.source
    if type.isNodes, type.isSeveral, type.isNumber {
      return problems.add(
        .several,
        "\(user) rechnet nur mit der ersten von mehreren Angaben. Gemeint ist wohl ›sum(\(name))‹ oder ›count(\(name))‹."
      )
    }
    switch type.kind {
    case .number, .unknown: return
    case .values(let value) where value.isNumber: return
    case .literal(""): return
    case .literal(let text):
      problems.add(
        .argument,
        "\(user) rechnet mit Zahlen, nicht mit dem Text ›'\(text)'‹."
          + (GermanNumber.parse(text).map { " Gemeint ist wohl ›\($0)‹." } ?? ""))
    case .values(let value) where value.isDay:
      problems.add(
        .argument,
        "\(user) rechnet mit Zahlen; ›\(name)‹ ist \(value.german). Gemeint ist wohl ›days-from-date(\(name))‹.")
    case .codes(let list) where !list.codes.isEmpty && list.codes.allSatisfy { Int($0.id) != nil }: return
    case .codes, .values, .text, .match, .truth, .group, .record:
      problems.add(.argument, "\(user) rechnet mit Zahlen; ›\(name)‹ ist \(type.german).")
    }
  }
}
