/// Several codes of a list.
struct ChoicesKind: FieldKind {
  var name: String { "choices" }
  var german: String { "Auswahl, mehrere" }
  var traits: KindTraits { [.several, .goesOn] }
  var answers: KindAnswers { KindAnswers.listed }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    ChoiceKind().problem(of: text, in: field, library)
  }

  func shown(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    ChoiceKind().shown(text, of: field, in: library)
  }

  func typed(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    ChoiceKind().typed(text, of: field, in: library)
  }

  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String? { "mehrere mit Komma" }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .codes(of: field, in: library)
  }
}
