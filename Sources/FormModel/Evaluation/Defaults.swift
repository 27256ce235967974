internal import XMLTree

extension Record {
  /// The record with every default filled in where a relevant field is empty, and with what is calculated once.
  ///
  /// Fields of a group get their defaults when the group holds something or must be there. Throws when an
  /// expression of the form is broken.
  public func withDefaults(
    form: FormDefinition, library: FormLibrary, day: Day
  ) throws(AuthorMistakes) -> Record {
    try withDefaults(form: form, library: library, among: nil, day: day)
  }

  /// The same among other papers, which defaults may look at.
  func withDefaults(
    form: FormDefinition, library: FormLibrary, among others: OtherPapers?, day: Day
  ) throws(AuthorMistakes) -> Record {
    let evaluator = Evaluator(form: form, library: library, record: self, others: others, day: day)
    evaluator.working {
      evaluator.settle()
      evaluator.fillDefaults()
    }
    try evaluator.throwMistakes()
    return evaluator.given
  }
}

extension Evaluator {
  /// Fills the settled record with what it lacks: defaults, and what is calculated once.
  func fillDefaults() {
    let input = ValueInput(library: library, day: day)
    // A default may depend on another one: repeat until nothing changes.
    for _ in 0..<4 {
      findMasks()
      applyMasks()
      let missing = missingValues()
      removeMasks()
      var filled = given
      for (path, text) in missing {
        // The paths are those of the form's own tree, so none can fail.
        if let path = RecordPath(path) { try? filled.set(path, to: text, form: form, input: input) }
      }
      if filled == given { return }
      given = filled
      take(missing.compactMap { RecordPath($0.path) })
      settle()
    }
  }

  /// Brings what the record holds now at some paths into the tree; a list that begins needs another one.
  private func take(_ paths: [RecordPath]) {
    for path in paths where !tree.take(given.contents(at: path), at: path) {
      return rebuildTree()
    }
  }

  /// What empty fields would hold: their defaults, and what is calculated once; each with its path.
  ///
  /// Only what is to be added, so that nothing is lost that the tree does not show: a protected address, or an answer
  /// that is not relevant and about to be reported.
  private func missingValues() -> [(path: String, text: String)] {
    var missing: [(path: String, text: String)] = []
    /// What a list starts with that has no value yet, and so no node.
    func startLists(_ items: [ItemDefinition], in parent: XMLNode) {
      for case .field(let field) in items where field.repeats && parent.element(field.common.id) == nil {
        guard let source = field.defaultValue, masked[parent] == nil,
          holds(field.common.relevant, at: parent, field.common.source, otherwise: true)
        else { continue }
        let result = value(source, at: parent, field.common.source).string
        let path = tree.path(of: parent).map { $0.isEmpty ? "" : $0 + "/" } ?? ""
        if !result.isEmpty { missing.append((path + field.common.id, result)) }
      }
    }
    func collect(below parent: XMLNode) {
      for node in parent.elements where !tree.isHidden(node) && masked[node] == nil {
        switch tree.definition(of: node) {
        case .field(let field)?:
          guard tree.status(of: node) == nil, let path = tree.path(of: node) else { continue }
          if !node.text.isEmpty {
            // Calculated while it was empty; what somebody wrote gives the same again.
            let isCalculated = field.calculate != nil || field.relations.contains { $0.kind == .sum }
            if isCalculated, !field.readonly { missing.append((path, node.text)) }
          } else if let source = field.defaultValue {
            let result = value(source, at: parent, field.common.source).string
            if result != "NaN", !result.isEmpty { missing.append((path, result)) }
          }
        case .group(let group)?:
          let needed = holds(group.common.required, at: parent, group.common.source, otherwise: false)
          if tree.isFilled(node) || (needed && !group.repeats) {
            startLists(group.items, in: node)
            collect(below: node)
          }
        case nil: break
        }
      }
    }
    startLists(form.items, in: tree.root)
    collect(below: tree.root)
    return missing
  }
}
