/// A day of which parts may be unknown, estimated or expected.
struct PartialDayKind: FieldKind {
  var name: String { "partial-day" }
  var german: String { "Tag, auch unvollständig" }
  var valueType: ValueType { .partialDay }
  var traits: KindTraits { [.calendarDay] }
  var placeholder: String? { "TT.MM.JJJJ" }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    (PartialDay(canonical: text) ?? PartialDayInput.parse(text, reference: input.day))?.canonical
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    PartialDay(canonical: text) != nil
      ? nil
      : MissingDay.problem(of: text)
        ?? .format(
          "ist kein Datum.",
          "Möglich sind 03.05.2021, 05.2021, 2021, ca. 2021, ET 03.02.2026 oder unbekannt.")
  }

  func shown(_ text: String, of field: FieldDefinition, in library: FormLibrary) -> String {
    PartialDay(canonical: text)?.german ?? text
  }

  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String? {
    "3.5.2021, 5/2021, 2021, ca. 2021, ET 3.2.2026, unbekannt"
  }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    typealias Schema = ValueSchema
    let day = "(\(Schema.year)|\(Schema.year)-\(Schema.month)|\(Schema.day))~?"
    return .line("unbekannt|ET\(Schema.day)|\(day)", of: field)
  }
}
