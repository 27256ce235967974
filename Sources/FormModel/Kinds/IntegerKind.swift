/// A whole number.
struct IntegerKind: FieldKind {
  var name: String { "integer" }
  var german: String { "ganze Zahl" }
  var valueType: ValueType { .whole }
  var traits: KindTraits { [.needsLabel] }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    GermanNumber.parseWhole(text).map { String($0) }
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    isNumber(text)
      ? .range(of: text, in: field) : .format("ist keine ganze Zahl.", "Bitte nur Ziffern eingeben.")
  }

  /// Only the canonical form counts: Swift would also read „+5“ and „007“.
  func isNumber(_ text: String) -> Bool { Int(text).map(String.init) == text }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .integer
  }
}
