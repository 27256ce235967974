extension Record {
  /// What there is to confirm: the unconfirmed paths at which something stands, in their order, each once.
  public var valuesToConfirm: [RecordPath] {
    var seen: Set<RecordPath> = []
    return unconfirmed.compactMap { RecordPath($0) }.filter { !contents(at: $0).isEmpty && seen.insert($0).inserted }
  }

  /// Takes every value as confirmed.
  public mutating func confirm() {
    unconfirmed = []
  }

  /// Takes what stands at a path, and below it, as confirmed.
  public mutating func confirm(_ path: RecordPath) {
    guard !unconfirmed.isEmpty else { return }
    unconfirmed.removeAll { RecordPath($0)?.isWithin(path) == true }
  }

  /// Leaves everything under an item of the form to be confirmed.
  mutating func leaveUnconfirmed(_ id: String, form: FormDefinition) {
    guard let item = form.items.first(where: { $0.id == id }) else { return }
    unconfirmed += Self.paths(of: item, in: root, at: "")
  }

  /// The paths of all values of an item in a group.
  private static func paths(of item: ItemDefinition, in group: RecordGroup, at place: String) -> [String] {
    group[item.id].enumerated().flatMap { number, content -> [String] in
      let path = place + item.id + (item.repeats ? "[\(number + 1)]" : "")
      guard case .group(let definition) = item, case .group(let inner) = content else { return [path] }
      return definition.items.flatMap { paths(of: $0, in: inner, at: path + "/") }
    }
  }

  /// Lets the unconfirmed paths follow the instances that moved up when one was removed.
  mutating func moveUnconfirmed(behind path: RecordPath) {
    let depth = path.steps.count - 1
    let removed = path.steps[depth]
    let around = path.steps.prefix(depth)
    unconfirmed = unconfirmed.map { other in
      guard var steps = RecordPath(other)?.steps, steps.count > depth, steps[depth].name == removed.name,
        steps[depth].number > removed.number, zip(around, steps).allSatisfy({ $0.isSame(as: $1) })
      else { return other }
      steps[depth].number -= 1
      return RecordPath(steps: steps).text
    }
  }

  /// That there are values to confirm, as one warning that names their places.
  func confirmationFindings(form: FormDefinition) -> [Finding] {
    let paths = valuesToConfirm
    guard let first = paths.first else { return [] }
    let places = paths.map { path in
      (form.item(at: path.text) ?? form.item(at: path.text + "[1]"))?.place ?? path.text
    }
    let shown = places.prefix(12).map { "›\($0)‹" }.joined(separator: ", ")
    let more = places.count > 12 ? " und \(places.count - 12) weitere" : ""
    return [
      Finding(
        id: "W-\(form.short)\(Finding.confirmationEnding)", strength: .warning, path: first.text, place: places[0],
        message: "Nach Beschriftungen gelesen und noch nicht bestätigt: \(shown)\(more).",
        remedy: "Bitte mit dem Papier vergleichen und dann bestätigen (kiso fill … --confirm).")
    ]
  }

  /// The unconfirmed paths as the head of a written record names them.
  var writtenUnconfirmed: [String] { valuesToConfirm.map(\.text) }
}

extension Finding {
  /// How the ids of the warnings end that name values to confirm.
  fileprivate static let confirmationEnding = "-BESTAETIGEN"

  /// Whether it names values that nobody has confirmed yet.
  public var isAboutConfirmation: Bool { id.hasSuffix(Self.confirmationEnding) }
}

extension RecordPath.Step {
  /// Whether both mean the same; the first of several needs no number.
  func isSame(as other: Self) -> Bool { name == other.name && number == other.number }
}

extension RecordPath {
  /// Whether it names the same place as another one, or a place below it; without a number that one means them all.
  public func isWithin(_ outer: RecordPath) -> Bool {
    guard let last = outer.steps.last, steps.count >= outer.steps.count else { return false }
    let own = steps[outer.steps.count - 1]
    return zip(outer.steps.dropLast(), steps).allSatisfy { $0.isSame(as: $1) } && own.name == last.name
      && (!last.isNumbered || own.number == last.number)
  }

  /// The path as people write it.
  public var text: String {
    steps.map { $0.isNumbered ? "\($0.name)[\($0.number)]" : $0.name }.joined(separator: "/")
  }
}
