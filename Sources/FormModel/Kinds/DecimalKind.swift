/// A decimal number.
struct DecimalKind: FieldKind {
  var name: String { "decimal" }
  var german: String { "Zahl" }
  var valueType: ValueType { .decimal }
  var traits: KindTraits { [.needsLabel] }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    GermanNumber.parse(text)
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    isNumber(text)
      ? .range(of: text, in: field) : .format("ist keine Zahl.", "Bitte nur Ziffern eingeben.")
  }

  func shown(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    GermanNumber.format(decimal: text) ?? text
  }

  func isNumber(_ text: String) -> Bool { GermanNumber.isCanonical(text) }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .decimal
  }
}
