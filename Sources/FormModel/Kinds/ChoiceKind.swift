/// One code of a list.
struct ChoiceKind: FieldKind {
  var name: String { "choice" }
  var german: String { "Auswahl" }
  var answers: KindAnswers { KindAnswers.listed }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    .code(text, in: field, library)
  }

  func shown(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    library.codes(of: field)?.code(text)?.short ?? text
  }

  func typed(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    library.codes(of: field)?.code(text)?.label ?? text
  }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .codes(of: field, in: library)
  }
}
