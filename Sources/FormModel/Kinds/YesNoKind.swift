/// Yes or no.
struct YesNoKind: FieldKind {
  var name: String { "yes-no" }
  var german: String { "ja | nein" }
  var traits: KindTraits { [.needsLabel] }
  var answers: KindAnswers { .fixed(Self.codes) }
  private static let codes = CodeList(id: "ja-nein", answers: ["ja", "nein"])
  /// What people and programs write.
  static let words = [
    "ja": "ja", "j": "ja", "true": "ja", "nein": "nein", "n": "nein", "false": "nein", "unbekannt": "unbekannt",
  ]

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    Self.words[text.lowercased()]
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    .code(text, in: field, library)
  }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .yesNo
  }

  func literal(_ text: String) -> String? {
    switch text {
    case "ja": "true"
    case "nein": "false"
    default: nil
    }
  }
}
