/// How many there are: a figure of a table, shown with the signs of official statistics.
struct CountKind: FieldKind {
  var name: String { "count" }
  var german: String { "Anzahl" }
  var valueType: ValueType { .whole }
  var traits: KindTraits { [.figure, .needsLabel] }
  var placeholder: String? { "…" }
  /// Nine digits fit every table.
  var usualRange: (minimum: Int?, maximum: Int?) { (0, 999_999_999) }
  /// The sign for a figure that is still to come says that there is none.
  var emptySigns: [String] { ["…", "..."] }
  /// What people write where there was none.
  static let noneSigns = ["–", "-", "—"]

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    Self.noneSigns.contains(text) ? "0" : GermanNumber.parseWhole(text).map { String($0) }
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    isNumber(text)
      ? .range(of: text, in: field) : .format("ist keine ganze Zahl.", "Bitte nur Ziffern eingeben.")
  }

  func isNumber(_ text: String) -> Bool { IntegerKind().isNumber(text) }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .integer
  }
}
