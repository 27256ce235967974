extension FormDefinition {
  /// What is said about its effects on other papers, in the order of the declaration, each once.
  public var effects: [PlacedText] {
    var ids: Set<String> = []
    let said = uses.flatMap { use in
      use.requirements.map(\.refusal) + use.entries.map(\.refusal) + use.shown.map(\.refusal)
        + use.refusals.map(\.said)
    }
    return (said + (revocation.map { [$0.unclear] } ?? [])).filter { ids.insert($0.text.id).inserted }
  }
}
