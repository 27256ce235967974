extension FormDefinition {
  /// The field or group at a path, with its place in words, such as „Kind(er) 2 › Geburtsdatum“; nil when there is none.
  ///
  /// What is repeated must be numbered, and nothing else may be.
  public func item(at path: String) -> (item: ItemDefinition, place: String)? {
    guard let steps = RecordPath(path)?.steps else { return nil }
    var items = items
    var place = ""
    for (index, step) in steps.enumerated() {
      guard let item = items.first(where: { $0.id == step.name }),
        step.isNumbered == item.repeats || Self.isList(item)
      else { return nil }
      place += (place.isEmpty ? "" : " › ") + item.label + (step.isNumbered ? " \(step.number)" : "")
      if index == steps.count - 1 { return (item, place) }
      guard case .group(let group) = item else { return nil }
      items = group.items
    }
    return nil
  }

  /// Several answers are one field, whose path has no number.
  private static func isList(_ item: ItemDefinition) -> Bool {
    if case .field(let field) = item { field.has(.several) } else { false }
  }

  /// The field at a path; nil when there is none.
  public func field(at path: String) -> FieldDefinition? {
    guard case .field(let field)? = item(at: path)?.item else { return nil }
    return field
  }
}
