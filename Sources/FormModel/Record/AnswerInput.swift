/// Reads what a person wrote into a field on a page: a value, the label of a code, or an answer that is no value.
public struct AnswerInput: Sendable {
  private let library: FormLibrary
  private let input: ValueInput

  /// Input at a reference day, for typed dates.
  public init(library: FormLibrary, day: Day) {
    self.library = library
    input = ValueInput(library: library, day: day)
  }

  /// What a text means in a field; nil for an empty text.
  ///
  /// A text that does not fit is kept as it is, in NFC; `ValueCheck` finds it. Letters count in either case.
  public func content(of text: String, in field: FieldDefinition) -> RecordContent? {
    let canonical = input.canonical(text, field)
    guard !canonical.isEmpty else { return nil }
    let word = TypedTokens.trimmed(canonical).lowercased()
    if let status = AnswerStatus.allCases.first(where: { $0.german.lowercased() == word }), isAnswer(status, to: field)
    {
      return .status(status)
    }
    guard let list = library.codes(of: field) else {
      return .value(canonical)
    }
    if hasUnknown(field), word == AnswerStatus.unknown.german.lowercased() { return .value("unbekannt") }
    return .value(code(word, in: list) ?? canonical)
  }

  /// The id of a code by its label, its short label or the id itself.
  private func code(_ word: String, in list: CodeList) -> String? {
    func matches(_ text: String) -> Bool { TypedTokens.trimmed(text).lowercased() == word }
    return
      (list.codes.first { matches($0.short) } ?? list.codes.first { matches($0.label) }
      ?? list.codes.first { matches($0.id) })?.id
  }

  private func isAnswer(_ status: AnswerStatus, to field: FieldDefinition) -> Bool {
    field.answers.contains(status) || (hasUnknown(field) && status != .unknown)
  }

  /// Whether „unbekannt“ is one of its answers by kind.
  private func hasUnknown(_ field: FieldDefinition) -> Bool { field.kind.answers.fixed?.code("unbekannt") != nil }

  /// What is wrong with a value by its kind alone: format, length, range, pattern, code; nil when it fits.
  public func finding(
    _ value: String, in field: FieldDefinition, of form: FormDefinition, day: Day, path: String, place: String
  ) -> Finding? {
    ValueCheck(form: form, library: library).finding(value, field, path: path, place: place)
  }
}
