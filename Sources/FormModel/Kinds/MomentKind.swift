/// A day with or without a time.
struct MomentKind: FieldKind {
  var name: String { "moment" }
  var german: String { "Tag, auch mit Uhrzeit" }
  var valueType: ValueType { .moment }
  var traits: KindTraits { [.calendarDay] }
  var placeholder: String? { "TT.MM.JJJJ HH:MM" }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    (Moment(canonical: text) ?? MomentInput.parse(text, reference: input.day))?.canonical
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    Moment(canonical: text) != nil
      ? nil
      : MissingDay.problem(of: text)
        ?? .format(
          "ist kein Datum mit Uhrzeit.",
          "Bitte als TT.MM.JJJJ oder TT.MM.JJJJ HH:MM eingeben.")
  }

  func shown(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    Moment(canonical: text)?.german ?? text
  }

  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String? { "16.9. 10:00" }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .line("\(ValueSchema.day)(T\(ValueSchema.time))?", of: field)
  }
}
