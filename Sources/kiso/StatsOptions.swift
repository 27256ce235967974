import Terminal

/// What the commands that count have in common: their options, and when nothing is written.
enum StatsOptions {
  static let set = CommandLineSyntax.Option(
    "set", value: "PFAD=WERT", isRepeatable: true, help: "einen Wert setzen (keine Namen: steht im Prozess)"
  ).rare
  static let output = CommandLineSyntax.Option(
    "output", short: "o", value: "DATEI", help: "Ziel: .json, .xml, .odt, .fodt, .ods, .fods oder .pdf")
  static let draft = CommandLineSyntax.Option("draft", help: "auch mit Fehlern schreiben")
  static let published = CommandLineSyntax.Option(
    "published", value: "DATEI", isRepeatable: true, help: "frühere Veröffentlichung, die danebengelegt werden kann"
  ).rare
  /// What making and reading papers needs.
  static let making = [
    CommonOptions.asOf, CommonOptions.soffice.rare, CommonOptions.passwordDescriptor.rare, CommonOptions.password.rare,
    CommonOptions.municipality.rare,
  ]
  /// The same where the archive may be counted.
  static let counting = [CommonOptions.jobs] + making + ArchiveAccess.options.map(\.rare) + StoredPapers.options

  /// Whether a sheet with mistakes stays unwritten; then it is said.
  static func refuses(_ isBroken: Bool, isPublic: Bool, _ arguments: ParsedArguments, _ context: CommandContext) -> Bool
  {
    guard isBroken, !arguments.has("draft") else { return false }
    context.surroundings.writeError(
      isPublic ? "Nichts veröffentlicht." : "Nicht geschrieben. Mit --draft wird der Entwurf trotzdem gespeichert.")
    return true
  }
}
