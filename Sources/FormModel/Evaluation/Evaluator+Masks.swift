internal import XMLTree

extension Evaluator {
  /// Finds what must not appear on the page, and remembers what is printed instead.
  ///
  /// Before the findings: a hidden value is not missing, and no message shows it.
  func findMasks() {
    var hidden: [(XMLNode, MaskDefinition.Hidden)] = []
    func collect(_ masks: [MaskDefinition], at node: XMLNode, _ place: SourcePlace) {
      for mask in masks where holds(mask.when, at: node, place, otherwise: false) {
        for item in mask.hidden {
          hidden += value(item.path, at: node, place).nodes.map { ($0, item) }
        }
      }
    }
    collect(form.masks, at: tree.root, form.source)
    tree.root.visit { node in
      if case .group(let group)? = tree.definitions[node] {
        collect(group.masks, at: node, group.common.source)
      }
    }
    for (node, item) in hidden {
      masked[node] = item.text
      for (field, definition) in fields(below: node) where !item.keep.contains(definition.common.id) {
        masked[field] = item.text
      }
    }
  }

  /// Empties what must not appear on the page.
  func applyMasks() {
    for node in masked.keys {
      if case .field? = tree.definitions[node] { tree.set(node, to: "") }
    }
  }
}
