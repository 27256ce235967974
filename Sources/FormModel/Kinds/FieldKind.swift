/// One kind of field: how its values are read, checked, shown, asked for and described to other programs.
///
/// Each kind stands in a file of its own and is listed in ``FieldType/allCases``. What is not said is that of a line
/// of text. Canonical values are what records hold.
public protocol FieldKind: Sendable {
  /// The name in declarations.
  var name: String { get }
  /// What people call it.
  var german: String { get }
  /// What sets its values apart from a line of text.
  var traits: KindTraits { get }
  /// The codes that its values are.
  var answers: KindAnswers { get }
  /// What expressions can do with its values; of codes it is not asked.
  var valueType: ValueType { get }

  /// The canonical form of what somebody typed, without blanks at its ends; nil when it is not of this kind.
  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String?
  /// What people type to say that there is no value.
  var emptySigns: [String] { get }

  /// What is wrong with a value that should be canonical; nil when nothing is.
  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem?
  /// The smallest and largest number where a declaration names none.
  var usualRange: (minimum: Int?, maximum: Int?) { get }

  /// What pages and messages show of a canonical value.
  func shown(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String
  /// What people would type for a canonical value.
  func typed(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String

  /// What stands in an empty field on a screen; nil for its label.
  var placeholder: String? { get }
  /// What an answer looks like; nil where that is plain.
  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String?

  /// The canonical form, for programs that know nothing of kiso.
  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form
  /// Whether a canonical value stands in JSON without quotes, and how; nil for a string.
  func literal(_ text: String) -> String?

  /// Whether a text is a number in canonical form.
  func isNumber(_ text: String) -> Bool
  /// The one day that a canonical value is; nil for what is no full day.
  func day(_ text: String) -> Day?
}

/// What a kind is that says nothing: a line of text.
extension FieldKind {
  var traits: KindTraits { [] }
  var answers: KindAnswers { .none }
  var valueType: ValueType { .text }
  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? { text }
  var emptySigns: [String] { [] }
  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? { nil }
  var usualRange: (minimum: Int?, maximum: Int?) { (nil, nil) }
  func shown(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String { text }
  func typed(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    shown(text, of: field, in: library)
  }
  var placeholder: String? { nil }
  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String? { nil }
  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .line(ValueSchema.line, of: field)
  }
  func literal(_ text: String) -> String? { isNumber(text) ? text : nil }
  func isNumber(_ text: String) -> Bool { false }
  func day(_ text: String) -> Day? { nil }
}

extension FieldDefinition {
  /// How values of its type are read, checked and shown.
  public var kind: any FieldKind { type.kind }

  /// Whether its values have a trait.
  public func has(_ trait: KindTraits) -> Bool { type.kind.traits.contains(trait) }
}
