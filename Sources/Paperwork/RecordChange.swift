public import FormModel
internal import XMLTree

/// A field whose value is another in a later version of a paper.
public struct RecordChange: Hashable, Sendable {
  /// The labels that lead to the field, such as „Kind 2 › Vorname(n)“.
  public var place: String
  /// What the earlier version shows; empty where it shows nothing.
  public var before: String
  /// What the later version shows.
  public var after: String

  /// The fields that differ, in the order of the form.
  ///
  /// What both calculate from the same values is the same in both; protected values are compared, but not shown.
  public static func all(from old: EvaluatedRecord, to new: EvaluatedRecord) -> [RecordChange] {
    let (before, after) = (values(of: old), values(of: new))
    let known = Dictionary(before.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let later = Dictionary(after.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [RecordChange] = []
    for value in after where known[value.path]?.text != value.text {
      changes.append(RecordChange(place: value.place, before: known[value.path]?.shown ?? "", after: value.shown))
    }
    for value in before where later[value.path] == nil {
      changes.append(RecordChange(place: value.place, before: value.shown, after: ""))
    }
    return changes
  }

  /// A field that holds something.
  private struct Value {
    var path: String
    var place: String
    var text: String
    var shown: String
  }

  private static func values(of paper: EvaluatedRecord) -> [Value] {
    values(below: paper.root, paper.form.items, path: "", place: "", in: paper)
  }

  private static func values(
    below node: XMLNode, _ items: [ItemDefinition], path: String, place: String, in paper: EvaluatedRecord
  ) -> [Value] {
    items.flatMap { item -> [Value] in
      let nodes = node.elements(item.id)
      return nodes.enumerated().flatMap { index, node -> [Value] in
        let own = path + "/" + item.id + "[\(index)]"
        let label = place + item.label + (nodes.count > 1 ? " \(index + 1)" : "")
        switch item {
        case .field:
          return node.text.isEmpty
            ? [] : [Value(path: own, place: label, text: node.text, shown: paper.display(node))]
        case .group(let group):
          return values(below: node, group.items, path: own, place: label + " › ", in: paper)
        }
      }
    }
  }
}
