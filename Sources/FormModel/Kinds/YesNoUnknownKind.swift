/// Yes, no or unknown.
struct YesNoUnknownKind: FieldKind {
  var name: String { "yes-no-unknown" }
  var german: String { "ja | nein | unbekannt" }
  var traits: KindTraits { [.needsLabel] }
  var answers: KindAnswers { .fixed(Self.codes) }
  private static let codes = CodeList(id: "ja-nein-unbekannt", answers: ["ja", "nein", "unbekannt"])

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    YesNoKind.words[text.lowercased()]
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    .code(text, in: field, library)
  }

  func shown(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    text == "unbekannt" ? AnswerStatus.unknown.german : text
  }

  func typed(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    text
  }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .codes(of: field, in: library)
  }
}
