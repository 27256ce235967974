internal import XMLTree

extension Evaluator {
  /// Finds what must not appear on the page, and remembers what is printed instead.
  ///
  /// Before the findings: a hidden value is not missing, and no message shows it. For somebody who asks what is stored,
  /// only masks with a ground count, and what is remembered is the ground; one that cannot be told hides. `asking` are the
  /// groups of that person.
  func findMasks(forDisclosureTo asking: Set<XMLNode>? = nil) {
    let forDisclosure = asking != nil
    var hidden: [(XMLNode, MaskDefinition.Hidden, text: String)] = []
    func collect(_ masks: [MaskDefinition], at node: XMLNode, _ place: SourcePlace) {
      for mask in masks where forDisclosure ? mask.ground != nil : !mask.isForDisclosureOnly {
        guard holds(mask.when, at: node, place, otherwise: forDisclosure) else { continue }
        if let asking, let told = mask.unless, value(told, at: node, place).nodes.contains(where: asking.contains) {
          continue
        }
        for item in mask.hidden {
          let text = forDisclosure ? mask.ground ?? item.text : item.text
          hidden += value(item.path, at: node, place).nodes.map { ($0, item, text) }
        }
      }
    }
    collect(form.masks, at: tree.root, form.source)
    tree.visit { slot in
      guard case .group(let group)? = tree.slots[slot].plan?.item, !group.masks.isEmpty else { return }
      collect(group.masks, at: tree.slots[slot].node, group.common.source)
    }
    for (node, item, text) in hidden {
      masked[node] = text
      for (field, definition) in fields(below: node) where !item.keep.contains(definition.common.id) {
        masked[field] = text
      }
    }
  }

  /// Empties what must not appear on the page.
  func applyMasks() {
    for node in masked.keys {
      guard let slot = tree.slot(of: node), tree.slots[slot].plan?.field != nil, tree.isFilled(slot) else { continue }
      covered.append((slot, node.text))
      tree.set(slot, to: "")
    }
  }

  /// Does something while hidden values stand in the tree, and empties them again.
  ///
  /// With `isOpen` nothing is hidden at all: whoever types a value sees it.
  func uncovered<Result>(isOpen: Bool = false, _ body: () -> Result) -> Result {
    let (values, texts) = (covered, masked)
    for (slot, text) in values { tree.set(slot, to: text) }
    covered = []
    if isOpen { masked = [:] }
    defer {
      masked = texts
      covered = values
      for (slot, _) in values { tree.set(slot, to: "") }
    }
    return body()
  }

  /// What a field of this paper or of one that was asked for holds, whether its page shows it or not.
  func fullText(of node: XMLNode) -> String {
    let text = node.text
    guard text.isEmpty, let owner = owner(of: node), let slot = owner.tree.slot(of: node) else { return text }
    return owner.covered.first { $0.slot == slot }?.text ?? ""
  }

  /// Forgets what is hidden, so that the record can be changed.
  func removeMasks() {
    for (slot, text) in covered { tree.set(slot, to: text) }
    (covered, masked) = ([], [:])
  }
}
