/// A time of day.
struct TimeKind: FieldKind {
  var name: String { "time" }
  var german: String { "Uhrzeit" }
  var valueType: ValueType { .time }
  var traits: KindTraits { [.fromTo] }
  var placeholder: String? { "HH:MM" }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    (TimeOfDay(typed: text) ?? Self.fullHour(text))?.canonical
  }

  /// `8`: where nothing but a time is asked for, a bare number up to 23 is the hour, as people say it.
  private static func fullHour(_ text: String) -> TimeOfDay? {
    let digits = text.trimming { $0 == " " || $0 == "\u{A0}" }
    guard (1...2).contains(digits.utf8.count), digits.allSatisfy(\.isASCII), let hour = Int(digits) else { return nil }
    return TimeOfDay(hour: hour, minute: 0)
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
