/// How much there is, with decimals: a figure of a table such as hours.
struct AmountKind: FieldKind {
  var name: String { "amount" }
  var german: String { "Menge" }
  var valueType: ValueType { .decimal }
  var traits: KindTraits { [.figure, .needsLabel] }
  var placeholder: String? { CountKind().placeholder }
  var usualRange: (minimum: Int?, maximum: Int?) { CountKind().usualRange }
  var emptySigns: [String] { CountKind().emptySigns }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    CountKind.noneSigns.contains(text) ? "0" : GermanNumber.parse(text)
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    DecimalKind().problem(of: text, in: field, library)
  }

  func shown(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    DecimalKind().shown(text, of: field, in: library)
  }

  func isNumber(_ text: String) -> Bool { DecimalKind().isNumber(text) }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form { .decimal }
}
