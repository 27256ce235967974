internal import XMLTree

/// Checks one value against its kind: format, length, range, pattern, code.
struct ValueCheck {
  let form: FormDefinition
  let library: FormLibrary
  let day: Day

  /// The first thing that is wrong with a value; nil when it fits, and then nobody asks for its path and place.
  func finding(
    _ text: String, _ field: FieldDefinition, path: @autoclosure () -> String, place: @autoclosure () -> String
  ) -> Finding? {
    guard let problem = problem(text, field) else { return nil }
    let (path, place) = (path(), place())
    return Finding(
      id: "E-\(form.short)-\(Evaluator.ruleName(path))-\(problem.kind)", strength: .error, path: path,
      place: place,
      message: "›\(place)‹ " + problem.message, remedy: problem.remedy)
  }

  private struct Problem {
    let kind: String
    let message: String
    let remedy: String
  }

  private func problem(_ text: String, _ field: FieldDefinition) -> Problem? {
    if let control = text.unicodeScalars.first(where: { Self.isForbidden($0, in: field.type) }) {
      return Problem(
        kind: "zeichen",
        message: "enthält ein Steuerzeichen (U+\(String(control.value, radix: 16, uppercase: true))).",
        remedy: "Bitte den Text neu eingeben.")
    }
    if let maximum = field.maximumLength, text.count > maximum {
      return Problem(
        kind: "laenge",
        message:
          "hat \(GermanNumber.format(text.count)) Zeichen; erlaubt sind \(GermanNumber.format(maximum)).",
        remedy: "Bitte kürzen.")
    }
    if let pattern = field.pattern, !matches(text, pattern) {
      return Problem(
        kind: "format", message: "hat nicht die vorgeschriebene Form.",
        remedy: field.example.map { "Richtig ist zum Beispiel \($0)." } ?? "Bitte prüfen.")
    }
    return typeProblem(text, field)
  }

  private func typeProblem(_ text: String, _ field: FieldDefinition) -> Problem? {
    func format(_ fits: Bool, _ message: String, _ remedy: String) -> Problem? {
      fits ? nil : Problem(kind: "format", message: message, remedy: remedy)
    }
    switch field.type {
    case .text, .multiline, .reference: return nil
    case .name: return nameProblem(text)
    case .day:
      return format(
        Day(iso: text) != nil, "ist kein Datum.", "Bitte als TT.MM.JJJJ eingeben, zum Beispiel 09.09.2025.")
    case .partialDay:
      return format(
        PartialDay(canonical: text) != nil, "ist kein Datum.",
        "Möglich sind 03.05.2021, 05.2021, 2021, ca. 2021, ET 03.02.2026 oder unbekannt.")
    case .time:
      return format(
        TimeOfDay(canonical: text) != nil, "ist keine Uhrzeit.",
        "Bitte als HH:MM eingeben, zum Beispiel 09:15.")
    case .moment:
      return format(
        Moment(canonical: text) != nil, "ist kein Datum mit Uhrzeit.",
        "Bitte als TT.MM.JJJJ oder TT.MM.JJJJ HH:MM eingeben.")
    case .integer, .decimal, .count: return numberProblem(text, field)
    case .choice, .choices, .yesNo, .yesNoUnknown: return codeProblem(text, field)
    case .phone:
      return format(
        PhoneNumber(typed: text) != nil, "ist keine Telefonnummer.",
        "Bitte mit Vorwahl eingeben, zum Beispiel 0234 910-0000.")
    case .postcode:
      return format(Postcode(typed: text) != nil, "ist keine Postleitzahl.", "Bitte fünf Ziffern eingeben.")
    case .email:
      return format(EmailAddress(typed: text) != nil, "ist keine E-Mail-Adresse.", "Bitte prüfen.")
    }
  }

  private func nameProblem(_ text: String) -> Problem? {
    guard let violation = PersonName.violation(in: text) else { return nil }
    return Problem(
      kind: "zeichen", message: "enthält ein Zeichen, das in Namen nicht vorkommt (\(describe(violation))).",
      remedy:
        "Bitte die lateinische Schreibweise aus dem Ausweisdokument verwenden; die Originalschrift hat ein eigenes Feld."
    )
  }

  private func describe(_ violation: PersonName.Violation) -> String {
    switch violation.kind {
    case .letter(let script): "\(script.german): „\(violation.scalar)“"
    case .digit: "Ziffer „\(violation.scalar)“"
    case .symbol: "„\(violation.scalar)“"
    case .control, .combination: "U+\(String(violation.scalar.value, radix: 16, uppercase: true))"
    }
  }

  private func numberProblem(_ text: String, _ field: FieldDefinition) -> Problem? {
    // Only the canonical form counts: Swift would also read „+5“, „0x1F“ and „nan“.
    let isWhole = Int(text).map(String.init) == text
    guard field.type == .decimal ? GermanNumber.isCanonical(text) : isWhole, let number = Double(text) else {
      let kind = field.type == .decimal ? "Zahl" : "ganze Zahl"
      return Problem(kind: "format", message: "ist keine \(kind).", remedy: "Bitte nur Ziffern eingeben.")
    }
    let tooSmall = field.minimum.map { number < Double($0) } ?? false
    let tooLarge = field.maximum.map { number > Double($0) } ?? false
    guard tooSmall || tooLarge else { return nil }
    let range =
      switch (field.minimum, field.maximum) {
      case (let low?, let high?): "von \(GermanNumber.format(low)) bis \(GermanNumber.format(high))"
      case (let low?, nil): "ab \(GermanNumber.format(low))"
      case (nil, let high?): "bis \(GermanNumber.format(high))"
      case (nil, nil): ""
      }
    return Problem(kind: "bereich", message: "ist \(text); erlaubt ist \(range).", remedy: "Bitte prüfen.")
  }

  private func codeProblem(_ text: String, _ field: FieldDefinition) -> Problem? {
    guard let list = CodeList.answers(to: field.type) ?? field.list.flatMap({ library.lists[$0] }),
      list.code(text) == nil
    else { return nil }
    let meant = list.codes.first { $0.label == text || $0.short == text }?.id
    let question =
      meant.map { " Meinten Sie ›\($0)‹?" } ?? Nearest.question(text, among: list.codes.map(\.id))
    return Problem(
      kind: "code", message: "kennt die Angabe „\(text.prefix(60))“ nicht.\(question)",
      remedy: "Möglich sind: " + list.codes.map(\.id).joined(separator: ", ") + ".")
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    XMLPattern(pattern)?.matches(text) ?? true
  }

  private static func isForbidden(_ scalar: Unicode.Scalar, in type: FieldType) -> Bool {
    switch scalar.value {
    case 0x0A: type != .multiline
    case 0x09: type != .multiline && type != .text
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0xFEFF, 0x2028, 0x2029: true
    // Directions that are switched on and not off would turn the rest of the page around.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
