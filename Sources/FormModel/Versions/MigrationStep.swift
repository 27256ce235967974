/// One step from a version of a form to the next.
struct MigrationStep {
  private let library: FormLibrary
  private let input: ValueInput
  private let from: FormDefinition
  private let to: FormDefinition
  private(set) var losses: [RecordMigration.Loss] = []
  private(set) var moves: [(from: String, to: String)] = []
  /// The values of the version before that are asked for from elsewhere, by their paths.
  private var taken: Set<String> = []
  private var whole = RecordGroup()

  /// Where what an item of the later version holds comes from.
  private struct Source {
    var item: ItemDefinition
    var contents: [RecordContent]
    var path: String
    /// The path in words.
    var place: String
  }

  init(library: FormLibrary, day: Day, from: FormDefinition, to: FormDefinition) {
    (self.library, self.from, self.to) = (library, from, to)
    input = ValueInput(library: library, day: day)
  }

  /// What a record holds, in the later version.
  mutating func brought(_ root: RecordGroup) -> RecordGroup {
    whole = root
    taken = Set(Self.wanted(to.items))
    return brought(root, from.items, to.items, path: "", place: "")
  }

  /// The paths from the record that renamed items ask for.
  private static func wanted(_ items: [ItemDefinition]) -> [String] {
    items.flatMap { item -> [String] in
      let own = item.common.renamed.filter { $0.hasPrefix("/") }.map { String($0.dropFirst()) }
      guard case .group(let group) = item else { return own }
      return own + wanted(group.items)
    }
  }

  private mutating func brought(
    _ group: RecordGroup, _ old: [ItemDefinition], _ new: [ItemDefinition], path: String, place: String
  ) -> RecordGroup {
    var result = RecordGroup()
    var used: Set<String> = []
    let ids = Set(new.map(\.id))
    for item in new {
      let names = [item.id] + item.common.renamed.filter { !$0.hasPrefix("/") && !ids.contains($0) }
      let source: Source?
      if let name = names.first(where: { !group[$0].isEmpty }), let before = old.first(where: { $0.id == name }) {
        used.insert(name)
        source = Source(
          item: before, contents: group[name], path: path + name,
          place: place.isEmpty ? before.label : "\(place) › \(before.label)")
      } else {
        source = elsewhere(item)
      }
      guard let source else { continue }
      let contents = contents(source.contents, source.item, item, path: source.path, place: source.place)
      if source.item.id != item.id, !contents.isEmpty { moves.append((source.place, item.label)) }
      result.items += contents.map { RecordGroup.Item(item.id, $0) }
    }
    for item in old where !used.contains(item.id) && !group[item.id].isEmpty { lose(group, item, path, place) }
    // What no version declares was no value of the record either, and is told by whoever reads it.
    result.items += group.items.filter { item in !old.contains { $0.id == item.id } }
    return result
  }

  private mutating func lose(_ group: RecordGroup, _ item: ItemDefinition, _ path: String, _ place: String) {
    let own = place.isEmpty ? item.label : "\(place) › \(item.label)"
    switch item {
    // What is calculated is calculated again.
    case .field(let field) where field.calculate != nil && field.readonly: return
    case .field: if !taken.contains(path + item.id) { add(.gone, path + item.id, own) }
    case .group(let inner):
      // A group may have given what it held to others.
      for (number, content) in group[item.id].enumerated() {
        let spot = inner.repeats ? "\(path)\(item.id)[\(number + 1)]" : path + item.id
        guard case .group(let values) = content else { continue }
        for part in inner.items where !values[part.id].isEmpty { lose(values, part, spot + "/", own) }
      }
    }
  }

  /// The values that an item was renamed from elsewhere in the record.
  private func elsewhere(_ item: ItemDefinition) -> Source? {
    paths: for path in item.common.renamed where path.hasPrefix("/") {
      var (group, items) = (whole, from.items)
      var names = path.dropFirst().split(separator: "/").map(String.init)
      guard let last = names.popLast() else { continue }
      var labels: [String] = []
      for name in names {
        guard case .group(let next)? = items.first(where: { $0.id == name }), !next.repeats,
          let inner = group.groups(name).first
        else { continue paths }
        (group, items) = (inner, next.items)
        labels.append(next.common.label)
      }
      if let found = items.first(where: { $0.id == last }), !group[last].isEmpty {
        return Source(
          item: found, contents: group[last], path: String(path.dropFirst()),
          place: (labels + [found.label]).joined(separator: " › "))
      }
    }
    return nil
  }

  private mutating func contents(
    _ contents: [RecordContent], _ old: ItemDefinition, _ new: ItemDefinition, path: String, place: String
  ) -> [RecordContent] {
    var result: [RecordContent] = []
    for (number, content) in contents.enumerated() {
      let spot = old.repeats ? "\(path)[\(number + 1)]" : path
      guard new.repeats || result.isEmpty else {
        add(.kind, spot, place)
        continue
      }
      switch (content, old, new) {
      case (.group(let inner), .group(let before), .group(let after)):
        let words = old.repeats ? "\(place) \(number + 1)" : place
        result.append(.group(brought(inner, before.items, after.items, path: spot + "/", place: words)))
      case (.status(let status), _, .field(let field)):
        if field.answers.contains(status) { result.append(content) } else { add(.answer, spot, place) }
      case (.value(let text), _, .field(let field)):
        if let value = value(text, field) { result.append(.value(value)) } else { lack(field, spot, place) }
      case (.group, _, _), (.value, _, .group), (.status, _, .group): add(.kind, spot, place)
      }
    }
    return result
  }

  /// A value as a field of the later version holds it; nil where it has no place for it.
  private func value(_ text: String, _ field: FieldDefinition) -> String? {
    if let list = library.codes(of: field) {
      return list.code(text)?.id ?? list.codes.first { $0.renamed.contains(text) }?.id
    }
    let value = input.canonical(text, field)
    return field.kind.problem(of: value, in: field, library) == nil ? value : nil
  }

  private mutating func lack(_ field: FieldDefinition, _ path: String, _ place: String) {
    add(library.codes(of: field) == nil ? .kind : .code, path, place)
  }

  private mutating func add(_ reason: RecordMigration.Loss.Reason, _ path: String, _ place: String) {
    losses.append(RecordMigration.Loss(path: path, place: place, version: to.version, reason: reason))
  }
}
