extension FormLibrary {
  /// A kind of number that the profile declares; nil when it does not.
  public func number(_ id: String) -> NumberPattern? {
    NumberPattern(id, among: profile.numbers)
  }

  /// The kind of number that papers of a form have; nil when they have none.
  public func number(ofForm form: String) -> NumberPattern? {
    profile.numbers.first { $0.form == form }.flatMap { number($0.id) }
  }

  /// The kind of number that stands in a field: its own, or that of the papers it refers to.
  public func number(of field: FieldDefinition) -> NumberPattern? {
    if let id = field.number { return number(id) }
    return field.target.flatMap { number(ofForm: $0) }
  }

  /// The field that holds the number of a form's papers; nil when they have none.
  public func numberField(of form: FormDefinition) -> FieldDefinition? {
    guard let id = profile.numbers.first(where: { $0.form == form.id })?.id else { return nil }
    for case .field(let field) in form.items where field.number == id { return field }
    return nil
  }

  /// The number of a paper, by which others refer to it; nil when it has none.
  public func paperNumber(of record: Record, form: FormDefinition) -> String? {
    numberField(of: form).flatMap { record.root.value($0.common.id) }
  }

  /// The number of the case that a paper belongs to; nil when it tells none.
  ///
  /// It is what stands in the field that the form files by, or the number that this one is built on. What cannot be
  /// read as the number of a paper belongs to no case: nothing is guessed from a part of it.
  public func caseNumber(of record: Record, form: FormDefinition) -> String? {
    guard let name = form.filing?.caseField, let text = record.root.value(name), !text.isEmpty,
      case .field(let field)? = form.items.first(where: { $0.id == name })
    else { return nil }
    return caseNumber(of: text, in: field)
  }

  /// The number of the case that a number in a field tells.
  public func caseNumber(of text: String, in field: FieldDefinition) -> String? {
    guard let pattern = number(of: field), pattern.hasBase else { return text }
    return pattern.read(text)?.root
  }
}
