internal import XMLTree

extension Evaluator {
  /// Whether the record is made for the public.
  var isPublication: Bool {
    guard let publication = form.publication else { return false }
    return tree.root.element(publication.field)?.text == publication.code
  }

  /// The parts of a relation that exist for this record, each with whether it is subtracted.
  func parts(of relation: RelationDefinition, at parent: XMLNode) -> [(node: XMLNode, isSubtracted: Bool)] {
    relation.terms.flatMap { term in
      value(term.path, at: parent, relation.source).nodes
        .filter { !tree.isHidden($0) }
        .map { ($0, term.isSubtracted) }
    }
  }

  /// What the parts of a relation give together, and whether all of them are known.
  ///
  /// Nil when there are none, or when one is no number.
  func total(of relation: RelationDefinition, at parent: XMLNode) -> (value: Double, isComplete: Bool)? {
    let parts = parts(of: relation, at: parent)
    guard !parts.isEmpty else { return nil }
    var total = 0.0
    var isComplete = true
    for (node, isSubtracted) in parts {
      let text = node.text
      guard !text.isEmpty else {
        isComplete = false
        continue
      }
      guard let number = Double(text) else { return nil }
      total = DecimalArithmetic.sum(total, isSubtracted ? -number : number)
    }
    return (total, isComplete)
  }

  /// The value of a figure that is a sum, once all its parts are known.
  ///
  /// Published figures are rounded one by one; their sum would not be the rounded sum.
  func summed(_ field: FieldDefinition, at parent: XMLNode) -> String? {
    guard !isPublication, let sum = field.relations.first(where: { $0.kind == .sum }),
      let total = total(of: sum, at: parent), total.isComplete
    else { return nil }
    return XPathValue.number(total.value).string
  }

  /// The figures that give a figure as their sum; none when that is not known, or not so.
  func partsOfSum(_ field: FieldDefinition, _ node: XMLNode) -> [(node: XMLNode, isSubtracted: Bool)] {
    guard !isPublication, let parent = node.parent else { return [] }
    for relation in field.relations where relation.kind == .sum {
      guard let total = total(of: relation, at: parent), total.isComplete, total.value == Double(node.text) else {
        continue
      }
      return parts(of: relation, at: parent)
    }
    return []
  }

  /// The relations of a figure that do not hold.
  func check(_ relations: [RelationDefinition], at node: XMLNode, _ result: inout [Finding]) {
    guard !relations.isEmpty, !isPublication, let parent = node.parent, let number = Double(node.text) else { return }
    for relation in relations {
      guard let total = total(of: relation, at: parent), !holds(relation, number, total) else { continue }
      expected = total.value
      result.append(finding(relation.text, at: node, relation.source))
      expected = nil
    }
  }

  private func holds(_ relation: RelationDefinition, _ number: Double, _ total: (value: Double, isComplete: Bool))
    -> Bool
  {
    switch relation.kind {
    case .sum where total.isComplete: number == total.value
    // What is not known yet can only add to the sum, unless it is subtracted.
    case .sum: number >= total.value || relation.terms.contains { $0.isSubtracted }
    case .most: number <= total.value || !total.isComplete
    }
  }

  /// Published figures that are not rounded; a record of exact figures must not pass for a publication.
  func unrounded(_ result: inout [Finding]) {
    guard isPublication, let publication = form.publication else { return }
    for (node, field) in fields(below: tree.root) where field.has(.figure) {
      guard let number = Double(node.text), Int(exactly: number).map({ $0 % publication.step != 0 }) ?? true else {
        continue
      }
      result.append(finding(publication.text, at: node, publication.source))
    }
  }

  private func finding(_ text: FindingText, at node: XMLNode, _ source: SourcePlace) -> Finding {
    Finding(
      id: text.id, strength: text.strength, path: tree.path(of: node) ?? "", place: tree.place(of: node) ?? "",
      message: sentence(text.message, at: node, source), remedy: sentence(text.remedy, at: node, source))
  }
}
