/// The number of another paper.
struct ReferenceKind: FieldKind {
  var name: String { "reference" }
  var german: String { "Nummer eines anderen Papiers" }
  var valueType: ValueType { .paperNumber }
  var traits: KindTraits { [.mixedSigns] }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    NumberKind().parse(text, of: field, by: input)
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    NumberKind().problem(of: text, in: field, library)
  }

  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String? {
    NumberKind().inputExample(for: field, in: library)
  }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    NumberKind().form(of: field, in: library)
  }
}
