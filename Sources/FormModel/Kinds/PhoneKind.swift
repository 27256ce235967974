/// A phone number, written by DIN 5008.
struct PhoneKind: FieldKind {
  var name: String { "phone" }
  var german: String { "Telefonnummer" }
  var traits: KindTraits { [.telephone] }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    PhoneNumber(typed: text, areaCode: input.areaCode, houseExchanges: input.exchanges)?.canonical
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    PhoneNumber(typed: text) != nil
      ? nil
      : .format(
        "ist keine Telefonnummer.",
        "Bitte mit Vorwahl eingeben, zum Beispiel 0234 910-0000.")
  }

  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String? { "0234 910-0000" }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    .line("\\+?[0-9]+([ \\-][0-9]+)*", of: field)
  }
}
