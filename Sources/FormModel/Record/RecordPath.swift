/// A place in a record as people write it: `kinder[2]/vorname`.
public struct RecordPath: Hashable, Sendable {
  /// One step: a name and, for repeated items, a 1-based number.
  struct Step: Hashable, Sendable {
    var name: String
    var number: Int
    /// Whether the number was written, so that one value of a list is meant and not the list.
    var isNumbered = false
  }

  let steps: [Step]

  /// A path of steps.
  init(steps: [Step]) { self.steps = steps }

  /// Parses a path; nil when it is not one.
  ///
  /// The first of repeated items is meant where no number stands.
  public init?(_ text: String) {
    var steps: [Step] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty, pieces.count <= 2 else { return nil }
      var number = 1
      if pieces.count == 2 {
        guard pieces[1].last == "]", let typed = Int(pieces[1].dropLast()), (1...999).contains(typed) else {
          return nil
        }
        number = typed
      }
      steps.append(Step(name: String(name), number: number, isNumbered: pieces.count == 2))
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }
}

/// Why a value could not be put into a record.
public enum RecordPathFailure: Error, Hashable, Sendable {
  /// There is no such field; the nearest known name, if there is one.
  case unknown(name: String, nearest: String?)
  /// The path ends at a group.
  case isGroup(name: String)
  /// The path goes on below a field.
  case isField(name: String)
  /// A number that leaves a gap, or one for an item that is not repeated.
  case number(name: String)
  /// The field is calculated.
  case readonly(name: String)
}

extension Record {
  /// Sets the value at a path; an empty text removes it.
  ///
  /// Several codes or references are separated by commas and replace the list; with a number, as in `themen[2]`,
  /// one value of the list is meant. The value is brought into its canonical form.
  public mutating func set(
    _ path: RecordPath, to text: String, form: FormDefinition, input: ValueInput
  ) throws(RecordPathFailure) {
    try Self.set(path.steps[...], in: &root, items: form.items, text: text, input: input)
    confirm(path)
  }

  private static func set(
    _ steps: ArraySlice<RecordPath.Step>, in group: inout RecordGroup, items: [ItemDefinition], text: String,
    input: ValueInput
  ) throws(RecordPathFailure) {
    guard let step = steps.first else { return }
    let rest = steps.dropFirst()
    guard let item = items.first(where: { $0.id == step.name }) else {
      throw .unknown(name: step.name, nearest: Nearest.name(to: step.name, among: items.map(\.id)))
    }
    var contents = group[item.id]
    guard step.number == 1 || (item.repeats && step.number <= contents.count + 1) else {
      throw .number(name: step.name)
    }
    switch item {
    case .field(let field):
      guard rest.isEmpty else { throw .isField(name: step.name) }
      guard field.calculate == nil || !field.readonly else { throw .readonly(name: step.name) }
      let parts = field.repeats ? text.split(separator: ",").map(String.init) : [text]
      let values = parts.map { input.canonical($0, field) }.filter { !$0.isEmpty }.map {
        RecordContent.value($0)
      }
      if field.repeats, step.isNumbered {
        let place = step.number - 1
        contents.replaceSubrange(place..<min(place + 1, contents.count), with: values)
      } else {
        contents = values
      }
    case .group(let definition):
      guard !rest.isEmpty else { throw .isGroup(name: step.name) }
      var inner = RecordGroup()
      if contents.indices.contains(step.number - 1), case .group(let existing) = contents[step.number - 1] {
        inner = existing
      }
      try set(rest, in: &inner, items: definition.items, text: text, input: input)
      if contents.indices.contains(step.number - 1) {
        contents[step.number - 1] = .group(inner)
      } else {
        contents.append(.group(inner))
      }
    }
    group.set(item.id, contents)
    group.sort(by: items)
  }
}
