extension FormDefinition {
  /// What is said about its effects on other papers, in the order of the declaration.
  public var effects: [PlacedText] {
    uses.flatMap { use in
      use.requirements.map(\.refusal) + use.shown.map(\.refusal)
        + use.refusals.values.sorted { $0.source.line < $1.source.line }
    } + (revocation.map { [$0.unclear] } ?? [])
  }
}
