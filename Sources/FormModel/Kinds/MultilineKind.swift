/// Several lines.
struct MultilineKind: FieldKind {
  var name: String { "multiline" }
  var german: String { "mehrzeiliger Text" }
  var traits: KindTraits { [.multiline, .tabs, .words] }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .text(patterns: field.pattern.map { [$0] } ?? [], maximumLength: field.maximumLength)
  }
}
