internal import XMLTree

/// What functions are given.
extension ExpressionCheck {
  func checkArguments(
    _ name: String, _ arguments: [XPathSyntax], in scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) {
    guard let function = FunctionType.of(name) else { return }
    for (index, argument) in arguments.enumerated() {
      checkArgument(argument, of: name, as: function.parameter(index), in: scope, &problems)
    }
    if ["starts-with", "contains"].contains(name), arguments.count == 2 {
      checkBeginning(name, arguments[0], arguments[1], in: scope, &problems)
    }
  }

  private func checkArgument(
    _ argument: XPathSyntax, of name: String, as parameter: FunctionType.Parameter, in scope: DeclarationScope,
    _ problems: inout [ExpressionProblem]
  ) {
    if parameter == .condition { return checkCondition(argument, in: scope, &problems) }
    let type = type(of: argument, in: scope)
    if type.kind == .unknown, parameter != .nodes { return }
    switch parameter {
    case .any, .word, .condition: return
    case .shown: checkShown(argument, type, &problems)
    case .one: checkOne(argument, type, of: name, &problems)
    case .words: checkWords(argument, type, of: name, &problems)
    case .number: checkNumber(argument, type, "›\(name)()‹", &problems)
    case .numeric: checkNumeric(argument, type, of: name, &problems)
    case .numbers: checkNumbers(argument, type, of: name, &problems)
    case .day, .days, .birth, .time: checkDay(argument, type, of: name, as: parameter, &problems)
    case .nodes: checkNodes(argument, type, of: name, &problems)
    case .code:
      if case .codes = type.kind { return checkOne(argument, type, of: name, &problems) }
      problems.add(.argument, "›\(name)()‹ braucht das Feld einer Auswahl; ›\(argument.source)‹ ist \(type.german).")
    }
  }

  /// A group that is printed must say how.
  func checkShown(_ argument: XPathSyntax, _ type: ExpressionType, _ problems: inout [ExpressionProblem]) {
    guard case .group(let group) = type.kind, group.display == nil else { return }
    let fields = group.items.prefix(3).map { "›\(argument.source == "." ? "" : argument.source + "/")\($0.id)‹" }
    problems.add(
      .display,
      "Die Gruppe ›\(argument.source)‹ sagt nicht, wie sie gedruckt wird; es stünde nur ein Strich da. "
        + "Bitte ein Feld daraus drucken (\(fields.joined(separator: ", "))) oder der Gruppe im Formular ein ›display‹ geben."
    )
  }

  private func checkOne(
    _ argument: XPathSyntax, _ type: ExpressionType, of name: String, _ problems: inout [ExpressionProblem]
  ) {
    let source = argument.source
    if type.isNodes, type.isSeveral {
      return problems.add(
        .several,
        "›\(name)()‹ nimmt nur die erste von mehreren Angaben ›\(source)‹. Gemeint ist wohl ›list(\(source))‹ oder "
          + "›\(argument.first)‹.")
    }
    if case .group = type.kind {
      problems.add(.argument, "›\(name)()‹ braucht ein Feld; ›\(source)‹ ist eine Gruppe.")
    }
  }

  private func checkWords(
    _ argument: XPathSyntax, _ type: ExpressionType, of name: String, _ problems: inout [ExpressionProblem]
  ) {
    checkOne(argument, type, of: name, &problems)
    let source = argument.source
    guard let value = type.value, value != .text, value != .paperNumber else {
      if type.kind == .number || type.kind == .truth {
        problems.add(.argument, "›\(name)()‹ sieht Texte an; ›\(source)‹ ist \(type.german).")
      }
      return
    }
    let meant =
      switch value {
      case .day: "›year(\(source))‹, ›month-day(\(source))‹ oder ›days-from-date(\(source))‹"
      case .moment: "›days-from-date(\(source))‹ oder ›minutes(\(source))‹"
      case .partialDay: "›year(\(source))‹, ›month-day(\(source))‹ oder ›partial-kind(\(source))‹"
      case .time: "›minutes(\(source))‹"
      case .whole, .decimal: "ein Vergleich wie ›\(source) > 0‹"
      case .text, .paperNumber: "›filled(\(source))‹"
      }
    problems.add(.argument, "›\(name)()‹ sieht Texte an; ›\(source)‹ ist \(value.german). Gemeint ist wohl \(meant).")
  }

  private func checkNumeric(
    _ argument: XPathSyntax, _ type: ExpressionType, of name: String, _ problems: inout [ExpressionProblem]
  ) {
    checkOne(argument, type, of: name, &problems)
    guard let value = type.value, !value.isNumber, value != .text else { return }
    checkNumber(argument, type, "›\(name)()‹", &problems)
  }

  private func checkNumbers(
    _ argument: XPathSyntax, _ type: ExpressionType, of name: String, _ problems: inout [ExpressionProblem]
  ) {
    guard type.isNodes else {
      return problems.add(.argument, "›\(name)()‹ zählt Felder zusammen; ›\(argument.source)‹ ist keines.")
    }
    guard !type.isNumber else { return }
    problems.add(
      .argument,
      "›\(name)()‹ zählt Zahlen zusammen; ›\(argument.source)‹ ist \(type.german). Gemeint ist wohl "
        + "›count(\(argument.source))‹ oder ein Feld mit Zahlen.")
  }

  private func checkNodes(
    _ argument: XPathSyntax, _ type: ExpressionType, of name: String, _ problems: inout [ExpressionProblem]
  ) {
    guard type.isNodes || type.kind == .unknown else {
      return problems.add(
        .argument, "›\(name)()‹ braucht Felder oder Gruppen; ›\(argument.source)‹ ist \(type.german).")
    }
    guard name == "count", !type.isSeveral, case .path(let path) = argument,
      path.steps.allSatisfy({ $0.predicates.isEmpty })
    else { return }
    switch type.kind {
    case .codes, .values, .group:
      problems.add(
        .argument,
        "›\(argument.source)‹ gibt es genau einmal; ›count()‹ ist hier immer 1. Gemeint ist wohl ›filled(\(argument.source))‹."
      )
    case .truth, .number, .text, .match, .literal, .record, .unknown: break
    }
  }

  private func checkDay(
    _ argument: XPathSyntax, _ type: ExpressionType, of name: String, as parameter: FunctionType.Parameter,
    _ problems: inout [ExpressionProblem]
  ) {
    let source = argument.source
    if parameter != .days { checkOne(argument, type, of: name, &problems) }
    let fits: Bool
    switch type.kind {
    case .values(.text) where !type.isNodes: fits = true
    case .values(let value):
      fits =
        parameter == .time
        ? value == .time || value == .moment : value.isDay || parameter == .birth && value == .partialDay
    case .literal(let text):
      guard !text.isEmpty else { return }
      let isTime = parameter == .time
      fits =
        isTime ? TimeOfDay(canonical: text) != nil || Moment(canonical: text) != nil : Moment(canonical: text) != nil
      if !fits, let iso = GermanDay.iso(text), !isTime {
        return problems.add(.argument, "›\(name)()‹ braucht einen Tag als ›'\(iso)'‹, nicht als ›'\(text)'‹.")
      }
    case .text, .unknown: fits = true
    case .truth, .number, .match, .codes, .group, .record: fits = false
    }
    guard !fits else { return }
    let needed =
      parameter == .time
      ? "eine Uhrzeit" : parameter == .birth ? "einen Tag, auch unvollständig" : "einen vollständigen Tag"
    let meant =
      type.value == .partialDay ? " Gemeint ist wohl ›age(\(source), …)‹ oder ›birth-not-after(\(source), …)‹." : ""
    problems.add(.argument, "›\(name)()‹ braucht \(needed); ›\(source)‹ ist \(type.german).\(meant)")
  }

  /// `starts-with(farbe, 'x')` where no code begins so.
  private func checkBeginning(
    _ name: String, _ first: XPathSyntax, _ second: XPathSyntax, in scope: DeclarationScope,
    _ problems: inout [ExpressionProblem]
  ) {
    guard case .codes(let list) = type(of: first, in: scope).kind, case .literal(let word) = second,
      !list.codes.contains(where: { name == "contains" ? $0.id.contains(word) : $0.id.hasPrefix(word) })
    else { return }
    problems.append(
      "Keine Angabe von ›\(first.source)‹ \(name == "contains" ? "enthält" : "beginnt mit") ›\(word)‹; die Angaben heißen "
        + list.codes.prefix(4).map { "›\($0.id)‹" }.joined(separator: ", ") + ".")
  }
}

extension XPathSyntax {
  /// The first of the nodes that a path leads to.
  var first: String {
    if case .path(let path) = self, path.start == .context, path.steps.count == 1 { return source + "[1]" }
    return "(\(source))[1]"
  }
}
