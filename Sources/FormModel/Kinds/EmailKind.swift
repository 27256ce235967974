/// An e-mail address.
struct EmailKind: FieldKind {
  var name: String { "email" }
  var german: String { "E-Mail-Adresse" }
  var traits: KindTraits { [.mail] }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    EmailAddress(typed: text)?.canonical
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    EmailAddress(typed: text) != nil
      ? nil
      : .format(
        "ist keine E-Mail-Adresse.",
        "Bitte prüfen.")
  }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .line("[^@ ]+@[^@ ]+[.][^@ ]+", of: field)
  }
}
