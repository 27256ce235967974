/// What layers took away or gave other attributes, so that what follows from it is told where it was done.
struct LayerTrace: Hashable, Sendable {
  /// Something that a layer took away and that others may still refer to.
  struct Loss: Hashable, Sendable {
    /// What it was called.
    var id: String
    /// Where the layer takes it away.
    var place: SourcePlace
  }

  /// What is gone, in the order of the steps.
  var losses: [Loss] = []
  /// Where elements were given other attributes, by where they are declared.
  var changes: [SourcePlace: SourcePlace] = [:]

  /// Mistakes, those that follow from a layer told where it causes them; each place that needs what is gone once.
  func blamed(_ mistakes: [AuthorMistake]) -> [AuthorMistake] {
    guard !losses.isEmpty || !changes.isEmpty else { return mistakes }
    var told: [Loss: Set<SourcePlace>] = [:]
    return mistakes.compactMap { mistake in
      guard mistake.code != LayerReader.code else { return mistake }
      var result = mistake
      let origin = "\(mistake.place.file):\(mistake.place.line)"
      if let change = changes[mistake.place] {
        result.place = change
        result.message += " (geändert wird hier \(origin))"
      } else if let loss = losses.first(where: { mistake.message.contains("›\($0.id)‹") }) {
        guard told[loss, default: []].insert(mistake.place).inserted else { return nil }
        (result.code, result.place) = (LayerReader.code, loss.place)
        result.message = "›\(loss.id)‹ fällt hier weg und wird noch gebraucht (\(origin)): " + mistake.message
      }
      return result
    }
  }
}
