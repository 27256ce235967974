internal import FormModel

/// Puts what was read into the record as issued: what the page does not show stays, what it shows counts.
struct RecordAssembly {
  let form: FormDefinition
  /// What fields hold from now on, by their paths; fields that are not named stay as they are.
  let values: [String: [RecordContent]]
  /// The numbers of the instances of each repeated group in the order of the page.
  let order: [String: [Int]]
  /// The paths of instances that were deleted.
  let deleted: Set<String>

  func record(from issued: Record) -> Record {
    var record = issued
    record.root = group(form.items, from: issued.root, path: "")
    return record
  }

  private func group(_ items: [ItemDefinition], from issued: RecordGroup, path: String) -> RecordGroup {
    var result = RecordGroup()
    for item in items {
      let own = path + item.id
      let contents = issued[item.id]
      let new: [RecordContent] =
        switch item {
        case .field(let field) where field.repeats && !field.has(.several): list(contents, path: own)
        case .field: values[own] ?? contents
        case .group(let group) where group.repeats: instances(group, contents, path: own)
        case .group(let group): single(group, contents, path: own + "/")
        }
      result.items += new.map { RecordGroup.Item(item.id, $0) }
    }
    return result
  }

  /// The values of a field that can have several, each with a carrier of its own.
  private func list(_ contents: [RecordContent], path: String) -> [RecordContent] {
    numbers(contents.count, path: path).flatMap { number -> [RecordContent] in
      let own = "\(path)[\(number)]"
      if deleted.contains(own) { return [] }
      return values[own] ?? (contents.indices.contains(number - 1) ? [contents[number - 1]] : [])
    }
  }

  private func instances(_ group: GroupDefinition, _ contents: [RecordContent], path: String) -> [RecordContent] {
    numbers(contents.count, path: path).compactMap { number in
      let own = "\(path)[\(number)]"
      if deleted.contains(own) { return nil }
      let old = contents.indices.contains(number - 1) ? contents[number - 1] : nil
      return single(group, [old].compactMap { $0 }, path: own + "/").first
    }
  }

  /// All numbers there are: those that the page shows in its order, each that it does not show behind the one before it.
  private func numbers(_ count: Int, path: String) -> [Int] {
    var numbers = order[path] ?? []
    for number in 1...max(1, count) where number <= count && !numbers.contains(number) {
      numbers.insert(number, at: numbers.firstIndex(of: number - 1).map { $0 + 1 } ?? 0)
    }
    return numbers
  }

  /// A group, or nothing when nothing is in it.
  private func single(_ group: GroupDefinition, _ contents: [RecordContent], path: String) -> [RecordContent] {
    switch contents.first {
    case .group(let old)?:
      let new = self.group(group.items, from: old, path: path)
      return new.items.isEmpty ? [] : [.group(new)]
    case .status(let status)?:
      let new = self.group(group.items, from: RecordGroup(), path: path)
      return new.items.isEmpty ? [.status(status)] : [.group(new)]
    case .value?, nil:
      let new = self.group(group.items, from: RecordGroup(), path: path)
      return new.items.isEmpty ? [] : [.group(new)]
    }
  }
}
