import Terminal

/// `kiso stats freeze`: the figures of a period that has ended, kept for good.
enum StatsFreezeCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso stats freeze", summary: "Zahlen eines abgeschlossenen Zeitraums feststellen",
    usage: ["part1|part2 --quarter JJJJ-QN PAPIER... [-o ZIEL]"],
    positionals: [
      .init("STATISTIK", help: "part1 (was getan wurde) oder part2 (für wen, warum)"),
      .init("PAPIER", help: "Gesprächsnotizen und andere Papiere, oder ein Ordner damit", count: .any),
    ],
    options: StatsCommand.syntax.options.filter { !["draft", "publish", "withhold", "published"].contains($0.name) },
    examples: ["kiso stats freeze part2 --quarter 2025-Q3 Notizen/ -o Notizen/teil2-2025-Q3.json"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    try StatsCommand.run(arguments, context, freezes: true)
  }
}
