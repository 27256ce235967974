internal import XMLTree

extension Record {
  /// The record with every default filled in where a relevant field is empty, and with what is calculated once.
  ///
  /// Fields of a group get their defaults when the group holds something or must be there. Throws when an
  /// expression of the form is broken.
  public func withDefaults(
    form: FormDefinition, library: FormLibrary, day: Day
  ) throws(AuthorMistakes) -> Record {
    var record = self
    // A default may depend on another one: repeat until nothing changes.
    for _ in 0..<4 {
      let evaluated = try EvaluatedRecord(record, form: form, library: library, day: day)
      let filled = evaluated.fillingDefaults()
      if filled == record { break }
      record = filled
    }
    return record
  }
}

extension Evaluator {
  /// Fills empty fields that have a default.
  func fillDefaults() {
    func fill(below parent: XMLNode) {
      for node in parent.elements where !tree.hidden.contains(node) {
        switch tree.definitions[node] {
        case .field(let field)?:
          guard node.text.isEmpty, tree.statuses[node] == nil, let source = field.defaultValue else {
            continue
          }
          let result = value(source, at: parent, field.common.source).string
          if result != "NaN" { tree.set(node, to: result) }
        case .group(let group)?:
          let needed = holds(group.common.required, at: parent, group.common.source, otherwise: false)
          if tree.isFilled(node) || (needed && !group.repeats) { fill(below: node) }
        case nil: break
        }
      }
    }
    fill(below: tree.root)
  }
}
