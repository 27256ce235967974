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
  mutating func confirm(_ path: RecordPath) {
    guard !unconfirmed.isEmpty else { return }
    unconfirmed.removeAll { other in
      guard let steps = RecordPath(other)?.steps, steps.count >= path.steps.count else { return false }
      return zip(path.steps, steps).allSatisfy { $0.name == $1.name && $0.number == $1.number }
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
        id: "W-\(form.short)-BESTAETIGEN", strength: .warning, path: first.text, place: places[0],
        message: "Nach Beschriftungen gelesen und noch nicht bestätigt: \(shown)\(more).",
        remedy: "Bitte mit dem Papier vergleichen und dann bestätigen (kiso fill … --confirm).")
    ]
  }

  /// The unconfirmed paths as the head of a written record names them.
  var writtenUnconfirmed: [String] { valuesToConfirm.map(\.text) }
}

extension RecordPath {
  /// The path as people write it.
  public var text: String {
    steps.map { $0.isNumbered ? "\($0.name)[\($0.number)]" : $0.name }.joined(separator: "/")
  }
}
