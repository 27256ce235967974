public import XMLTree

/// What can be filled in on a page, for whoever makes one.
extension EvaluatedRecord {
  /// The field that a node stands for, if somebody may fill it in: not what is calculated or hidden.
  public func inputField(_ node: XMLNode) -> FieldDefinition? {
    evaluator.inputField(node)
  }

  /// The path of a node below the record, such as `kinder[2]/vorname`; nil for a node of another paper.
  public func path(of node: XMLNode) -> String? {
    evaluator.tree.path(of: node)
  }

  /// The same in words, such as „Kind(er) 2 › Vorname(n)“.
  public func place(of node: XMLNode) -> String? {
    evaluator.tree.place(of: node)
  }

  /// What stands in place of a value, if that is what a node holds.
  public func status(of node: XMLNode) -> AnswerStatus? {
    evaluator.tree.status(of: node)
  }

  /// The field that a node of `options()` belongs to, its path, and the answer that the node stands for.
  public func option(of node: XMLNode) -> (field: FieldDefinition, path: String, answer: String)? {
    guard let option = evaluator.tree.options[node] else { return nil }
    let group = evaluator.tree.path(of: option.group).map { $0 + "/" } ?? ""
    return (option.field, group + option.field.common.id, option.answer)
  }

  /// The nodes or the value that an expression gives at a node; nil when it is broken.
  public func value(of expression: String, at node: XMLNode) -> XPathValue? {
    evaluator.withEngine { engine in
      guard let program = try? engine.compile(expression) else { return nil }
      return try? engine.evaluate(program, at: node)
    }
  }

  /// Whether `filled()` takes everything that can be filled in as filled.
  public var assumesFilled: Bool {
    get { evaluator.assumesFilled }
    set { evaluator.assumesFilled = newValue }
  }
}

extension Evaluator {
  /// Whether a node without a value is taken as filled.
  func isAssumed(_ node: XMLNode) -> Bool { assumesFilled && canBeFilled(node) }

  func inputField(_ node: XMLNode) -> FieldDefinition? {
    guard tree.path(of: node) != nil, masked[node] == nil, case .field(let field)? = tree.definition(of: node),
      field.calculate == nil || !field.readonly
    else { return nil }
    return field
  }

  /// Whether somebody may fill in a node or something below it.
  func canBeFilled(_ node: XMLNode) -> Bool {
    inputField(node) != nil || node.elements.contains(where: canBeFilled)
  }
}

extension Record {
  /// The record with empty instances behind those of each repeated group and field, as many as its declaration says.
  func withSpareRows(form: FormDefinition) -> Record {
    var record = self
    record.root = record.root.withSpareRows(form.items)
    return record
  }
}

extension RecordGroup {
  fileprivate func withSpareRows(_ items: [ItemDefinition]) -> RecordGroup {
    var result = RecordGroup()
    for item in items {
      var contents = self[item.id]
      switch item {
      case .field(let field):
        if field.has(.several) {
          // One node at least, so that an expression finds the field.
          if contents.isEmpty { contents = [.value("")] }
        } else if field.repeats, field.calculate == nil {
          contents += Array(repeating: .value(""), count: FormDefinition.usualSpareRows)
        }
      case .group(let group):
        contents = contents.map { content in
          guard case .group(let inner) = content else { return content }
          return .group(inner.withSpareRows(group.items))
        }
        if group.repeats {
          let wanted = Swift.max(group.blankRows, contents.count + group.spareRows)
          let empty = RecordContent.group(RecordGroup().withSpareRows(group.items))
          contents += Array(repeating: empty, count: wanted - contents.count)
        } else if contents.isEmpty {
          contents = [.group(RecordGroup().withSpareRows(group.items))]
        }
      }
      result.items += contents.map { Item(item.id, $0) }
    }
    return result
  }
}
