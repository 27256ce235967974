internal import XMLTree

/// What can be compared with what, so that it can come out both ways.
extension ExpressionCheck {
  func checkComparison(
    _ operation: String, _ left: XPathSyntax, _ right: XPathSyntax, in scope: DeclarationScope,
    _ problems: inout [ExpressionProblem]
  ) {
    let sides = [(left, type(of: left, in: scope)), (right, type(of: right, in: scope))]
    for (syntax, type) in sides where isWhole(syntax, type, &problems) { return }
    if operation != "=", operation != "!=" {
      return checkOrder(operation, left, sides[0].1, right, sides[1].1, &problems)
    }
    if operation == "!=" {
      for (syntax, type) in sides where type.isNodes && type.isSeveral && type.kind != .unknown {
        let other = syntax == left ? right : left
        problems.add(
          .comparison,
          "›\(syntax.source)‹ kann mehrere Angaben haben; ›!=‹ gilt schon, wenn eine davon anders ist. "
            + "Gemeint ist wohl ›not(\(syntax.source) = \(other.source))‹.")
        return
      }
    }
    let before = problems.count
    checkSame(operation, left, sides[0].1, right, sides[1].1, &problems)
    // What is said of one side is meant of both.
    guard problems.count == before else { return }
    checkSame(operation, right, sides[1].1, left, sides[0].1, &problems)
  }

  /// Groups, papers and conditions are compared with nothing.
  private func isWhole(_ syntax: XPathSyntax, _ type: ExpressionType, _ problems: inout [ExpressionProblem]) -> Bool {
    switch type.kind {
    case .group(let group):
      let fields = group.items.map { "›\(syntax.source == "." ? "" : syntax.source + "/")\($0.id)‹" }
      problems.add(
        .comparison,
        "›\(syntax.source)‹ ist eine Gruppe und hat keinen Wert, der sich vergleichen lässt. "
          + "Gemeint ist wohl ein Feld daraus: \(fields.prefix(3).joined(separator: ", ")).")
      return true
    case .record:
      problems.add(.comparison, "›\(syntax.source)‹ ist ein ganzes Papier; bitte ein Feld daraus vergleichen.")
      return true
    case .truth, .number, .text, .match, .literal, .values, .codes, .unknown: return false
    }
  }

  // MARK: - The same or not

  private func checkSame(
    _ operation: String, _ syntax: XPathSyntax, _ type: ExpressionType, _ other: XPathSyntax,
    _ otherType: ExpressionType, _ problems: inout [ExpressionProblem]
  ) {
    let name = syntax.source
    switch (type.kind, otherType.kind) {
    case (.codes(let list), .literal(let code)): checkCode(code, name, type, list, &problems)
    case (.codes(let list), .number):
      if case .number(let number) = other { checkCode(XPathValue.number(number).string, name, type, list, &problems) }
    case (.codes(let list), .codes(let others)):
      guard type.isNodes, otherType.isNodes, Set(list.codes.map(\.id)).isDisjoint(with: others.codes.map(\.id)) else {
        return
      }
      problems.add(
        .comparison, "›\(name)‹ und ›\(other.source)‹ haben verschiedene Listen und sind nie gleich.")
    case (.values(let value), .literal(let text)) where !text.isEmpty:
      checkLiteral(text, operation, name, value, &problems)
    case (.number, .literal(let text)) where !text.isEmpty:
      problems.add(.comparison, numberMeant(text, operation, name))
    case (.truth, .values), (.truth, .codes):
      let wanted = other.source
      problems.add(
        .condition,
        "›\(wanted)‹ ist keine Bedingung und lässt sich nicht mit ›\(name)‹ vergleichen. Gemeint ist wohl "
          + (isYesNo(otherType) ? "›\(wanted) = 'ja'‹." : "›filled(\(wanted))‹."))
    case (.truth, .literal), (.truth, .number), (.truth, .text):
      problems.add(.comparison, "›\(name)‹ ist eine Bedingung; sie lässt sich nicht mit ›\(other.source)‹ vergleichen.")
    case (.values(let value), .values(let second)): checkKinds(value, second, name, other.source, otherType, &problems)
    case (.values(let value), .number) where !value.isNumber:
      problems.add(.comparison, notANumber(operation, name, value, other.source))
    case (.values(let value), .codes) where value != .text && otherType.isNodes:
      problems.add(.comparison, "›\(name)‹ ist \(value.german), ›\(other.source)‹ eine Auswahl; sie sind nie gleich.")
    case (.truth, _), (.number, _), (.text, _), (.match, _), (.literal, _), (.values, _), (.codes, _), (.group, _),
      (.record, _), (.unknown, _):
      break
    }
  }

  private func isYesNo(_ type: ExpressionType) -> Bool {
    if case .codes(let list) = type.kind { list.code("ja") != nil } else { false }
  }

  /// `kontaktart = 'kitta'`: the code must be in the list.
  private func checkCode(
    _ code: String, _ name: String, _ type: ExpressionType, _ list: CodeList, _ problems: inout [ExpressionProblem]
  ) {
    guard !code.isEmpty, list.code(code) == nil else { return }
    let byLabel = list.codes.first { $0.label.lowercased() == code.lowercased() }
    problems.append(
      "Die Angabe ›\(code)‹ gibt es bei ›\(type.field?.common.label ?? name)‹ nicht."
        + (byLabel.map { " Meinten Sie ›\($0.id)‹?" } ?? Nearest.question(code, among: list.codes.map(\.id))))
  }

  /// A field that is compared with a text in quotes.
  private func checkLiteral(
    _ text: String, _ operation: String, _ name: String, _ value: ValueType, _ problems: inout [ExpressionProblem]
  ) {
    switch value {
    case .whole, .decimal: problems.add(.comparison, numberMeant(text, operation, name))
    case .day, .moment:
      guard Moment(canonical: text) == nil else { return }
      problems.add(
        .comparison, "›\(name)‹ ist \(value.german) und nie ›'\(text)'‹. " + Self.dayMeant(text, operation, name))
    case .partialDay:
      guard PartialDay(canonical: text) == nil else { return }
      problems.add(
        .comparison, "›\(name)‹ ist \(value.german) und nie ›'\(text)'‹. " + Self.dayMeant(text, operation, name))
    case .time:
      guard TimeOfDay(canonical: text) == nil else { return }
      problems.add(.comparison, "›\(name)‹ ist eine Uhrzeit; sie wird als ›'09:15'‹ geschrieben.")
    case .text, .paperNumber: break
    }
  }

  /// A day as it was probably meant.
  static func dayMeant(_ text: String, _ operation: String, _ name: String) -> String {
    guard let day = GermanDay.iso(text) else { return "Ein Tag wird als ›'2025-09-09'‹ geschrieben." }
    return "Gemeint ist wohl ›\(name) \(operation) '\(day)'‹."
  }

  private func numberMeant(_ text: String, _ operation: String, _ name: String) -> String {
    guard let number = GermanNumber.parse(text) else {
      return "›\(name)‹ ist eine Zahl und nie der Text ›'\(text)'‹."
    }
    return "›\(name)‹ ist eine Zahl; sie wird ohne Anführungszeichen und mit Punkt verglichen: "
      + "›\(name) \(operation) \(number)‹."
  }

  private func notANumber(_ operation: String, _ name: String, _ value: ValueType, _ number: String) -> String {
    let meant =
      switch value {
      case .day, .moment: "›days-from-date(\(name))‹ oder ›year(\(name)) \(operation) \(number)‹"
      case .partialDay: "›year(\(name)) \(operation) \(number)‹"
      case .time: "›minutes(\(name)) \(operation) \(number)‹"
      case .text, .paperNumber: "›\(name) \(operation) '\(number)'‹"
      case .whole, .decimal: "›\(name) \(operation) \(number)‹"
      }
    return "›\(name)‹ ist \(value.german) und keine Zahl. Gemeint ist wohl \(meant)."
  }

  /// Two fields of different kinds.
  private func checkKinds(
    _ value: ValueType, _ other: ValueType, _ name: String, _ otherName: String, _ otherType: ExpressionType,
    _ problems: inout [ExpressionProblem]
  ) {
    guard value != other, !(value.isNumber && other.isNumber), value != .text, other != .text || otherType.isNodes
    else {
      return
    }
    if value.isDay, other.isDay {
      problems.add(
        .comparison,
        "›\(name)‹ und ›\(otherName)‹ sind nur gleich, wenn keine Uhrzeit dabeisteht. Gemeint ist wohl "
          + "›days-from-date(\(name)) = days-from-date(\(otherName))‹.")
    } else if value.isDay || value == .partialDay, other.isDay || other == .partialDay {
      return
    } else if value == .paperNumber || other == .paperNumber, !value.isNumber, !other.isNumber {
      return
    } else {
      problems.add(
        .comparison, "›\(name)‹ ist \(value.german), ›\(otherName)‹ \(other.german); sie lassen sich nicht vergleichen."
      )
    }
  }
}

/// Days as people write them into expressions.
enum GermanDay {
  /// `9.9.2025` as `2025-09-09`; nil for what is no such day.
  static func iso(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year > 99 else { return nil }
    return Day(year: year, month: month, day: day)?.iso
  }
}
