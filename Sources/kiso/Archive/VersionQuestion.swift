import Delivery
import Paperwork
import Terminal

/// Whether a paper may become the next version of one that lies in the archive.
enum VersionQuestion {
  static let option = CommandLineSyntax.Option(
    "replace", help: "geänderte Angaben als nächste Fassung ablegen")

  /// Asks who sits at a terminal, with what changed; elsewhere only the option says yes.
  static func mayFollow(
    _ other: OtherVersion, replaces: Bool, asks: Bool = true, _ context: CommandContext
  ) throws -> Bool {
    guard !replaces else { return true }
    guard asks, context.surroundings.isAttended(), context.surroundings.isOutputShown() else { return false }
    try context.output("\(other.title) liegt schon in der Ablage, mit anderen Angaben:\n\n")
    for change in other.changes {
      try context.output(
        "  \(change.place)\n    bisher: \(shown(change.before))\n    neu:    \(shown(change.after))\n")
    }
    try context.output("\nDie bisherige Fassung bleibt erhalten. Ein anderes Papier braucht eine eigene Nummer.\n")
    let answer = try context.surroundings.readLine("Als berichtigte Fassung \(other.next) ablegen? [j/N] ")
    return ["j", "ja"].contains(answer.lowercased())
  }

  private static func shown(_ text: String) -> String {
    text.isEmpty ? "(leer)" : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " / ")
  }
}
