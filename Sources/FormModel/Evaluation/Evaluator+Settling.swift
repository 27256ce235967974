internal import XMLTree

/// Finding out what is calculated and what is relevant.
extension Evaluator {
  /// Calculates, and finds what is not relevant.
  ///
  /// What is relevant may depend on values that are not relevant themselves: repeated until nothing changes.
  func settle() {
    working {
      if tree.irrelevant.contains(true) { tree.turn(Array(repeating: false, count: tree.irrelevant.count)) }
      countedValues = [:]
      bases = [:]
      var passes = 0
      while true {
        calculate()
        // What is counted depends on what was calculated, such as the period.
        knownCounting = nil
        let now = irrelevantItems()
        passes += 1
        // Conditions that chase each other never settle; what was not relevant once then stays so, and is reported.
        let next = passes < 8 ? now : zip(tree.irrelevant, now).map { $0 || $1 }
        guard next != tree.irrelevant else { return }
        tree.turn(next)
      }
    }
  }

  /// Fills in what is calculated, from what the record says, until nothing changes any more.
  ///
  /// `proposes` also fills what is only proposed by a calculation, and may be overwritten.
  func calculate(proposes: Bool = true) {
    var fields: [(slot: Int, plan: ItemPlan, isFree: Bool)] = []
    overridden = [:]
    tree.visit { slot in
      guard let plan = tree.slots[slot].plan, let field = plan.field, !tree.slots[slot].isHidden,
        field.follows
      else { return }
      tree.reset(slot)
      let isEmpty = !tree.isFilled(slot)
      if plan.calculate != nil, field.isReadonly, !isEmpty { overridden[slot] = tree.slots[slot].node.text }
      if field.isReadonly || (proposes && tree.slots[slot].status == nil) {
        fields.append((slot, plan, field.isReadonly))
      }
    }
    for _ in 0..<8 {
      var changed = false
      for (slot, plan, isReadonly) in fields where isReadonly || !tree.isFilled(slot) {
        guard let text = calculated(plan, at: tree.slots[slot].parent) else { continue }
        if !tree.slots[slot].node.hasText(text) {
          tree.set(slot, to: text)
          changed = true
        }
      }
      if !changed { return }
    }
  }

  /// The value of a field that nobody filled in; nil for fields that are not calculated.
  private func calculated(_ plan: ItemPlan, at parent: Int) -> String? {
    guard let expression = plan.calculate else {
      return plan.field.flatMap { summed($0.definition, at: tree.slots[parent].node) }
    }
    let result = value(expression, at: parent).string
    return result == "NaN" ? "" : result
  }

  /// For each item of each group whether it is not relevant there.
  private func irrelevantItems() -> [Bool] {
    var result = Array(repeating: false, count: tree.irrelevant.count)
    func collect(below parent: Int) {
      guard let inner = tree.slots[parent].inner else { return }
      for (place, plan) in inner.items.enumerated() {
        if !holds(plan.relevant, at: parent, otherwise: true) {
          tree.mark(place, below: parent, in: &result)
        } else if plan.inner != nil {
          for slot in tree.linked(place, below: parent) { collect(below: slot) }
        }
      }
    }
    collect(below: 0)
    return result
  }
}
