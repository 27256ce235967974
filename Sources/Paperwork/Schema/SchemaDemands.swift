internal import FormModel

extension FormDefinition {
  /// Whether a record without the item is incomplete whatever else stands in it.
  ///
  /// Conditions are left to the checks of kiso; so is what they only warn of, and everything in a report that nothing
  /// holds up.
  func demands(_ item: ItemDefinition) -> Bool {
    guard isBlocking, item.common.required == "true()", item.common.relevant == nil else { return false }
    guard item.common.missing?.strength ?? .error == .error else { return false }
    guard case .field(let field) = item else { return true }
    return field.calculate == nil
  }

  /// The answers that may stand instead of a field's value; any, unless the value is demanded.
  func schemaAnswers(_ field: FieldDefinition) -> [String] {
    let isDemanded = demands(.field(field))
    return AnswerStatus.allCases.filter { !isDemanded || field.answers.contains($0) }.map(\.rawValue)
  }
}

extension CodeList.Code {
  /// The label where it says more than the id.
  var documentation: String? { label == id ? nil : label }
}
