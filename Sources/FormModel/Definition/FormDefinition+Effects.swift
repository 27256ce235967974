extension FormDefinition {
  /// What is said about its effects on other papers, in the order of the declaration.
  public var effects: [PlacedText] {
    uses.flatMap { use in
      use.requirements.map(\.refusal) + use.shown.map(\.refusal)
        + use.refusals.map(\.said)
    } + (revocation.map { [$0.unclear] } ?? [])
  }
}
