internal import XMLTree

/// Values that only one paper may have, and by which the archive knows a later version of it.
public struct UniqueDefinition: Hashable, Sendable {
  /// The paths of the values, from the record.
  public var same: [String]
  /// When it applies, over the record; always when nil.
  public var when: String?
  /// Where it is declared.
  public var source: SourcePlace
}

extension DeclarationReader {
  /// A declared uniqueness, as a rule about the other papers: files named together and what is stored alike.
  mutating func unique(_ node: XMLNode, file: String) -> RuleDefinition {
    let same = node.attribute("same")?.split(separator: " ").map(String.init) ?? []
    let when = node.attribute("when")
    if formID.isEmpty { mistake("FORM-ATTRIBUT", node, file, "›unique‹ gehört in ein Formular, nicht in einen Typ.") }
    if same.isEmpty, when == nil {
      mistake("FORM-ATTRIBUT", node, file, "›unique‹ braucht ›same‹ oder ›when‹: was nur einmal vorkommt.")
    }
    let definition = UniqueDefinition(same: same, when: when, source: place(node, file))
    if flag("identifies", of: node, file) ?? false { identities.append(definition) }
    // The first is looked up; of the others each may hold several values.
    let equal = same.enumerated().map { index, path in
      index == 0
        ? "\(path) = current-record()/\(path)" : "join('|', \(path)) = join('|', current-record()/\(path))"
    }
    let others = node.attribute("within") == "form" ? "papers('\(formID)')" : "other-papers('\(formID)')"
    let conditions = equal + (when.map { ["(\($0))"] } ?? [])
    let own =
      same.prefix(1).map { "filled(current-record()/\($0))" }
      + (when.map { ["count(current-record()[\($0)]) = 1"] } ?? [])
    let these = conditions.isEmpty ? "" : "[\(conditions.joined(separator: " and "))]"
    return RuleDefinition(
      text: text(of: node, file: file), when: own.joined(separator: " and "), test: "not(\(others)\(these))",
      at: node.attribute("at"), each: nil, strictIn: nil, alwaysBlocks: false, reason: nil,
      basis: node.attribute("basis"), source: place(node, file))
  }
}
