internal import XMLTree

/// Checks one value against its kind: format, length, range, pattern, code.
///
/// A class, because it is asked for each value and the declarations that it holds are large.
final class ValueCheck {
  private let form: FormDefinition
  private let library: FormLibrary

  /// A check of the values of a form.
  init(form: FormDefinition, library: FormLibrary) {
    self.form = form
    self.library = library
  }

  /// The first thing that is wrong with a value; nil when it fits, and then nobody asks for its path and place.
  func finding(
    _ text: String, _ field: FieldDefinition, path: @autoclosure () -> String, place: @autoclosure () -> String
  ) -> Finding? {
    guard let problem = problem(text, field) else { return nil }
    let (path, place) = (path(), place())
    return Finding(
      id: "E-\(form.short)-\(Evaluator.ruleName(path))-\(problem.id)", strength: .error, path: path,
      place: place,
      message: "›\(place)‹ " + problem.message, remedy: problem.remedy)
  }

  /// What a page could not show of a value; nil when it can show everything.
  func warning(
    _ text: String, path: @autoclosure () -> String, place: @autoclosure () -> String
  ) -> Finding? {
    guard let sign = UnprintableSigns.first(in: text) else { return nil }
    let (path, place) = (path(), place())
    return Finding(
      id: "W-\(form.short)-\(Evaluator.ruleName(path))-schrift", strength: .warning, path: path, place: place,
      message:
        "›\(place)‹ enthält ein Zeichen, das keine Schrift der Papiere hat (U+\(String(sign.value, radix: 16, uppercase: true))); auf dem Blatt stünde dort ein Kästchen.",
      remedy: "Bitte in Worten schreiben.")
  }

  private func problem(_ text: String, _ field: FieldDefinition) -> ValueProblem? {
    if text.utf8.contains(where: Self.isSuspect),
      let control = text.unicodeScalars.first(where: { Self.isForbidden($0, in: field) })
    {
      return ValueProblem(
        id: "zeichen",
        message: "enthält ein Steuerzeichen (U+\(String(control.value, radix: 16, uppercase: true))).",
        remedy: "Bitte den Text neu eingeben.")
    }
    // Code points, as schemas count them; they are never more than bytes, and those need not be counted.
    if let maximum = field.maximumLength, text.utf8.count > maximum, text.unicodeScalars.count > maximum {
      return ValueProblem(
        id: "laenge",
        message:
          "hat \(GermanNumber.format(text.unicodeScalars.count)) Zeichen; erlaubt sind \(GermanNumber.format(maximum)).",
        remedy: "Bitte kürzen.")
    }
    if let pattern = field.pattern, !XMLPattern.fits(text, pattern) {
      return .format(
        "hat nicht die vorgeschriebene Form.",
        field.example.map { "Richtig ist zum Beispiel \($0)." } ?? "Bitte prüfen.")
    }
    return field.kind.problem(of: text, in: field, library)
  }

  /// Whether a byte may belong to a character that is forbidden; others need not be looked at one by one.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }

  private static func isForbidden(_ scalar: Unicode.Scalar, in field: FieldDefinition) -> Bool {
    switch scalar.value {
    case 0x0A: !field.has(.multiline)
    case 0x09: !field.has(.tabs)
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0xFEFF, 0x2028, 0x2029: true
    // Directions that are switched on and not off would turn the rest of the page around.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
