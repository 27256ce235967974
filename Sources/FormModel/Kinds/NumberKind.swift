internal import XMLTree

/// A number of a case or paper, as the town's profile declares it.
struct NumberKind: FieldKind {
  var name: String { "number" }
  var german: String { "Nummer" }
  var valueType: ValueType { .paperNumber }
  var traits: KindTraits { [.mixedSigns] }

  func parse(_ text: String, of field: FieldDefinition, by input: ValueInput) -> String? {
    problem(of: text, in: field, input.library) == nil ? text : nil
  }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    guard let number = library.number(of: field), number.read(text) == nil, !isAlternative(text, field) else {
      return nil
    }
    return .format("hat nicht die vorgeschriebene Form.", "Richtig ist zum Beispiel \(number.example).")
  }

  private func isAlternative(_ text: String, _ field: FieldDefinition) -> Bool {
    field.alternative.map { XMLPattern.fits(text, $0) } ?? false
  }

  func inputExample(for field: FieldDefinition, in library: FormLibrary) -> String? {
    library.number(of: field).map { "zum Beispiel \($0.example)" }
  }

  func form(of field: FieldDefinition, in library: FormLibrary) -> ValueSchema.Form {
    guard let number = library.number(of: field) else { return .line(ValueSchema.line, of: field) }
    let patterns = [number.pattern] + (field.alternative.map { [$0] } ?? [])
    return .text(patterns: [patterns.joined(separator: "|")], maximumLength: field.maximumLength)
  }
}
