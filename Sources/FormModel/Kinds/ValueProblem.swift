/// A value that does not fit its kind, with the remedy.
public struct ValueProblem: Hashable, Sendable {
  /// The last part of the finding's id, such as `format`.
  public var id: String
  /// What is wrong, as the rest of a sentence that begins with the field's name.
  public var message: String
  /// What to do.
  public var remedy: String

  /// A problem with the id of its finding; message and remedy are German.
  public init(id: String, message: String, remedy: String) {
    (self.id, self.message, self.remedy) = (id, message, remedy)
  }

  /// A value that is not of its kind.
  static func format(_ message: String, _ remedy: String) -> ValueProblem {
    ValueProblem(id: "format", message: message, remedy: remedy)
  }

  /// A number outside the range of its field; nil when it is inside.
  static func range(of text: String, in field: FieldDefinition) -> ValueProblem? {
    guard let number = Double(text) else { return nil }
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
    return ValueProblem(id: "bereich", message: "ist \(text); erlaubt ist \(range).", remedy: "Bitte prüfen.")
  }

  /// A value that is not among the codes of its field; nil when it is, or no codes are declared.
  static func code(_ text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    guard let list = library.codes(of: field), list.code(text) == nil else { return nil }
    let meant = list.codes.first { $0.label == text || $0.short == text }?.id
    let question =
      meant.map { " Meinten Sie ›\($0)‹?" } ?? Nearest.question(text, among: list.codes.map(\.id))
    return ValueProblem(
      id: "code", message: "kennt die Angabe „\(text.prefix(60))“ nicht.\(question)",
      remedy: "Möglich sind: " + list.codes.map(\.id).joined(separator: ", ") + ".")
  }
}
