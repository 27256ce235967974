/// Several subcommands under one word, such as `kiso archive add`.
protocol CommandGroup {
  /// The word that names the group on the command line.
  static var name: String { get }
  /// What they are for, one German line without a full stop.
  static var summary: String { get }
  /// The subcommands, in the order in which help lists them.
  static var commands: [any Command.Type] { get }
  /// A whole command line that shows the common use.
  static var example: String { get }
}

extension CommandGroup {
  /// The page that `kiso NAME --help` shows, on a screen of 24 lines.
  static var help: String {
    let width = (commands.map { $0.name.count }.max() ?? 0) + 2
    var lines = ["kiso \(name) – \(summary)", "Aufruf: kiso \(name) BEFEHL [ANGABEN]"]
    for command in commands {
      let gap = String(repeating: " ", count: width - command.name.count)
      lines.append("  " + command.name + gap + command.syntax.summary)
    }
    lines += ["Hilfe: kiso \(name) BEFEHL --help   Beispiel: \(example)"]
    return lines.joined(separator: "\n") + "\n"
  }
}
