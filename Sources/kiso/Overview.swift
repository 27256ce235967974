/// The page that `kiso --help` shows.
enum Overview {
  /// What the program is for, one line.
  static let summary = "Formulare der Kita-Sozialarbeit ausfüllen, prüfen und zurücklesen"

  /// The page; `isShort` for what fits a screen of 24 lines.
  static func text(_ commands: [(name: String, summary: String)], isShort: Bool) -> String {
    let width = (commands.map(\.name.count).max() ?? 0) + 2
    var lines = ["kiso – \(summary)"]
    lines += ["Aufruf: kiso BEFEHL [ANGABEN]"]
    for command in commands {
      lines.append(
        "  " + command.name + String(repeating: " ", count: width - command.name.count) + command.summary)
    }
    if isShort { return (lines + ["Alle Angaben: kiso --help"]).joined(separator: "\n") }
    lines += [
      "Hilfe zu einem Befehl: kiso BEFEHL --help; das Häufige: kiso BEFEHL -h",
      "Beispiel: kiso check notiz.json && kiso render notiz.json -o notiz.pdf",
      "Rückgabe: 0 erledigt · 1 mit Warnungen · 2 Fehler in den Angaben · ab 64 Aufruf",
    ]
    return lines.joined(separator: "\n")
  }
}

/// The version of the command.
enum Version {
  static let line = "kiso 0.1"
}
