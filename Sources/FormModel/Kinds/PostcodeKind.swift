/// A German postcode.
struct PostcodeKind: FieldKind {
  var name: String { "postcode" }
  var german: String { "Postleitzahl" }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    Postcode(typed: text)?.canonical
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    Postcode(typed: text) != nil
      ? nil
      : .format(
        "ist keine Postleitzahl.",
        "Bitte fünf Ziffern eingeben.")
  }

  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String? { "44787" }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .line("[0-9]{5}", of: field)
  }
}
