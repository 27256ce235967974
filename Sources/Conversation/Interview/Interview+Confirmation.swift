internal import FormModel

/// Values that were read from a paper by its labels: asked for one by one, and confirmed with Enter.
extension Interview {
  /// What there is to confirm at a stop; empty where each has a question of its own.
  func toConfirm(at point: Route.Point) -> [RecordPath] {
    guard !record.unconfirmed.isEmpty, point.item.state.isRelevant, let place = RecordPath(point.stop.path) else {
      return []
    }
    let open = record.valuesToConfirm
    switch (point.stop.kind, point.item) {
    case (.field, .field(let field)):
      let isInLine = field.definition.fitsIntoLine && view.route.point(instance(around: point.stop)) != nil
      let isApart = expanded.contains(PathText.parent(point.stop.path))
      return isInLine && !isApart ? [] : open.filter { $0.isWithin(place) }
    case (.groupLine, .group(let group)):
      guard !expanded.contains(point.stop.path) else { return [] }
      let inLine = group.definition.items.compactMap { item -> RecordPath? in
        guard case .field(let field) = item, field.fitsIntoLine else { return nil }
        return RecordPath("\(point.stop.path)/\(item.id)")
      }
      return open.filter { path in inLine.contains { path.isWithin($0) } }
    case (.field, _), (.groupLine, _), (.more, _), (.surplus, _), (.review, _): return []
    }
  }

  /// The line that the field of a stop is a part of.
  private func instance(around stop: Stop) -> Stop { Stop(.groupLine, PathText.parent(stop.path)) }

  /// Whether anything at a path is to be confirmed.
  func isToConfirm(_ path: String) -> Bool {
    guard !record.unconfirmed.isEmpty, let place = RecordPath(path) else { return false }
    return record.valuesToConfirm.contains { $0.isWithin(place) }
  }

  /// Takes what a stop asks for as confirmed.
  mutating func confirm(at stop: Stop) throws(AuthorMistakes) {
    guard let point = view.route.point(stop) else { return }
    let paths = toConfirm(at: point)
    guard !paths.isEmpty else { return }
    for path in paths { record.confirm(path) }
    try refresh()
  }
}
