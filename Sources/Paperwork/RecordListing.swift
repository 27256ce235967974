public import FormModel
internal import XMLTree

/// A record as lines for people: the label of each filled field and what the page would show, by section.
public enum RecordListing {
  /// The lines; empty fields and what is not relevant are left out, protected values stay hidden.
  public static func text(_ paper: EvaluatedRecord) -> String {
    var lines: [String] = []
    for section in paper.form.sections {
      let body = section.items.flatMap { item in
        paper.root.elements(item.id).flatMap { self.lines(of: $0, item: item, in: paper, indent: "  ") }
      }
      if !body.isEmpty { lines += ["", section.label] + body }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(
    of node: XMLNode, item: ItemDefinition, in paper: EvaluatedRecord, indent: String
  ) -> [String] {
    guard !node.text.isEmpty else { return [] }
    switch item {
    case .field:
      let shown = paper.display(node).split(separator: "\n", omittingEmptySubsequences: false)
      let first = "\(indent)\(item.label): \(shown.first ?? "")"
      return [first] + shown.dropFirst().map { indent + "  " + $0 }
    case .group(let group):
      let inner = group.items.flatMap { item in
        node.elements(item.id).flatMap { lines(of: $0, item: item, in: paper, indent: indent + "  ") }
      }
      return inner.isEmpty ? [] : ["\(indent)\(item.label)"] + inner
    }
  }
}
