/// A calendar day.
struct DayKind: FieldKind {
  var name: String { "day" }
  var german: String { "Tag" }
  var valueType: ValueType { .day }
  var traits: KindTraits { [.calendarDay] }
  var placeholder: String? { "TT.MM.JJJJ" }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    DayInput.parse(text, reference: input.day)?.iso
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    Day(iso: text) != nil
      ? nil
      : MissingDay.problem(of: text)
        ?? .format(
          "ist kein Datum.",
          "Bitte als TT.MM.JJJJ eingeben, zum Beispiel 09.09.2025.")
  }

  func shown(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    day(text)?.german ?? text
  }

  func day(_ text: String) -> Day? { Day(iso: text) }

  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String? { "heute, gestern, 1.4., 1.4.2025" }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .line(ValueSchema.day, of: field)
  }
}
