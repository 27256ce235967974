internal import FormModel

/// What the value of a field looks like in its canonical form, for programs that know nothing of kiso.
///
/// Patterns are regular expressions that mean the same in XML Schema and in JSON Schema, where they are anchored.
struct SchemaValue {
  /// How a value is written.
  enum Form {
    /// A text that is not empty and fits all patterns.
    case text(patterns: [String], maximumLength: Int?)
    /// A whole number.
    case integer
    /// A decimal number with a point.
    case decimal
    /// One of these codes.
    case codes([CodeList.Code])
    /// `ja` or `nein`; in JSON a boolean.
    case yesNo
  }

  let form: Form
  let minimum: Int?
  let maximum: Int?

  /// The value of a field; a list that is not declared counts as any text.
  init(_ field: FieldDefinition, library: FormLibrary) {
    (minimum, maximum) = (field.minimum, field.maximum)
    switch field.type {
    case .integer, .count: form = .integer
    case .decimal: form = .decimal
    case .yesNo: form = .yesNo
    case .choice, .choices, .yesNoUnknown:
      if let list = CodeList.answers(to: field.type) ?? field.list.flatMap({ library.lists[$0] }) {
        form = .codes(list.codes)
      } else {
        form = .text(patterns: [Self.line], maximumLength: field.maximumLength)
      }
    case .multiline: form = .text(patterns: field.pattern.map { [$0] } ?? [], maximumLength: field.maximumLength)
    case .text, .name, .reference, .day, .partialDay, .time, .moment, .phone, .postcode, .email:
      form = .text(
        patterns: [Self.pattern(field.type)] + (field.pattern.map { [$0] } ?? []),
        maximumLength: field.maximumLength)
    }
  }

  private static let line = "[^\\n\\r]+"
  private static let year = "[0-9]{4}"
  private static let month = "(0[1-9]|1[0-2])"
  private static let day = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
  private static let time = "([01][0-9]|2[0-3]):[0-5][0-9]"

  private static func pattern(_ type: FieldType) -> String {
    switch type {
    case .day: day
    case .partialDay: "unbekannt|ET\(day)|(\(year)|\(year)-\(month)|\(day))~?"
    case .time: time
    case .moment: "\(day)(T\(time))?"
    case .phone: "\\+?[0-9]+([ \\-][0-9]+)*"
    case .postcode: "[0-9]{5}"
    case .email: "[^@ ]+@[^@ ]+[.][^@ ]+"
    case .text, .name, .reference, .multiline, .integer, .decimal, .count, .choice, .choices, .yesNo, .yesNoUnknown:
      line
    }
  }
}

extension FormDefinition {
  /// Whether a record without the item is incomplete whatever else stands in it.
  ///
  /// Conditions are left to the checks of kiso; so is everything in a report that nothing holds up.
  func demands(_ item: ItemDefinition) -> Bool {
    guard isBlocking, item.common.required == "true()", item.common.relevant == nil else { return false }
    guard case .field(let field) = item else { return true }
    return field.calculate == nil
  }

  /// The answers that may stand instead of a field's value; any, unless the value is demanded.
  func schemaAnswers(_ field: FieldDefinition) -> [String] {
    let isDemanded = demands(.field(field))
    return AnswerStatus.allCases.filter { !isDemanded || field.answers.contains($0) }.map(\.rawValue)
  }
}

extension CodeList.Code {
  /// The label where it says more than the id.
  var documentation: String? { label == id ? nil : label }
}
