internal import XMLTree

extension RecordTree {
  /// The tree as a record again, without what is always calculated: that follows from the rest.
  func record(_ template: Record) -> Record {
    var record = template
    record.root = group(below: 0)
    return record
  }

  private func group(below parent: Int) -> RecordGroup {
    var result = RecordGroup()
    guard let inner = slots[parent].inner else { return result }
    for (place, plan) in inner.items.enumerated() {
      // A row at the end in which nothing is filled in is none; before others it keeps their numbers.
      defer {
        while case .group(let row)? = result.items.last?.content, row.items.isEmpty { result.items.removeLast() }
      }
      for slot in span(of: place, below: parent) where slots[slot].isLinked {
        if let status = slots[slot].status, !isFilled(slot) {
          result.items.append(RecordGroup.Item(plan.id, .status(status)))
        } else if plan.inner != nil {
          let group = group(below: slot)
          if !group.items.isEmpty || plan.repeats { result.items.append(RecordGroup.Item(plan.id, .group(group))) }
        } else if plan.calculate == nil || plan.field?.isReadonly == false {
          let text = slots[slot].node.text
          if !text.isEmpty { result.items.append(RecordGroup.Item(plan.id, .value(text))) }
        }
      }
    }
    return result
  }
}
