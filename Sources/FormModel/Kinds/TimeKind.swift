/// A time of day.
struct TimeKind: FieldKind {
  var name: String { "time" }
  var german: String { "Uhrzeit" }
  var valueType: ValueType { .time }
  var traits: KindTraits { [.fromTo] }
  var placeholder: String? { "HH:MM" }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    TimeOfDay(typed: text)?.canonical
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    TimeOfDay(canonical: text) != nil
      ? nil
      : .format(
        "ist keine Uhrzeit.",
        "Bitte als HH:MM eingeben, zum Beispiel 09:15.")
  }

  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String? { "9:15" }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .line(ValueSchema.time, of: field)
  }
}
