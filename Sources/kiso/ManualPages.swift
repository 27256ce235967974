import Files
import Terminal

/// `kiso --man ORDNER`: the pages for `man`, one for each command, for whoever packs the program.
enum ManualPages {
  /// Writes all pages into a folder, each as `NAME.1`.
  static func write(into folder: String) throws {
    for (name, page) in pages {
      try AtomicFile.write(Array(page.utf8), to: FilePath.joining(folder, name + ".1"))
    }
  }

  /// All pages by their names, in the order of the help.
  static var pages: [(name: String, text: String)] {
    let inner = CommandRunner.ofStats.map { $0.syntax }
    var all: [(String, String)] = [(program, overview)]
    for command in CommandRunner.commands {
      let others = command.name == StatsCommand.name ? inner.map { ManualPage.fileName(of: $0.name) } : []
      all.append(page(of: command.syntax, seeAlso: [program] + others))
    }
    for syntax in inner { all.append(page(of: syntax, seeAlso: [ManualPage.fileName(of: StatsCommand.syntax.name)])) }
    for group in CommandRunner.groups {
      let name = "\(program) \(group.name)"
      var text = ManualPage(name: name, summary: group.summary, program: Version.line)
      text.heading("ÜBERSICHT")
      text.paragraph(literal: "\(name) BEFEHL [ANGABEN]")
      text.heading("BEFEHLE")
      for command in group.commands { text.item(command.name, command.syntax.summary) }
      text.heading("BEISPIEL")
      text.paragraph(literal: group.example)
      let pages = group.commands.map { ManualPage.fileName(of: $0.syntax.name) }
      text.end(statuses: statuses, seeAlso: [program] + pages)
      all.append((ManualPage.fileName(of: name), text.text))
      for command in group.commands {
        all.append(page(of: command.syntax, seeAlso: [ManualPage.fileName(of: name)]))
      }
    }
    return all
  }

  private static let program = "kiso"

  private static let statuses: [(code: String, meaning: String)] = [
    ("0", "erledigt"), ("1", "erledigt, mit Warnungen"), ("2", "nicht erledigt: Fehler in den Angaben"),
    ("ab 64", "Aufruf, Datei oder Programm; was genau, sagt die Meldung"),
  ]

  private static func page(of syntax: CommandLineSyntax, seeAlso others: [String]) -> (String, String) {
    (ManualPage.fileName(of: syntax.name), syntax.manual(of: Version.line, statuses: statuses, seeAlso: others))
  }

  private static var overview: String {
    var page = ManualPage(name: program, summary: Overview.summary, program: Version.line)
    page.heading("ÜBERSICHT")
    page.paragraph(literal: "kiso BEFEHL [ANGABEN]")
    page.paragraph(literal: "kiso")
    page.heading("BESCHREIBUNG")
    page.paragraph("Ohne Befehl zeigt kiso am Bildschirm, was heute zu tun ist, und eine Auswahl.")
    page.paragraph("Alles geschieht auf diesem Rechner; nichts wird ins Netz geschickt.")
    page.heading("BEFEHLE")
    let commands = CommandRunner.commands.map { ($0.name, $0.syntax.summary) }
    for (name, summary) in commands + CommandRunner.groups.map({ ($0.name, $0.summary) }) { page.item(name, summary) }
    page.heading("UMGEBUNG")
    page.item("KISO_HOME", "Ordner mit Forms und Templates, wenn es andere als die mitgelieferten sein sollen")
    page.item("KISO_CACHE", "Ordner für Vorbereitetes; leer: keiner")
    page.heading("DATEIEN")
    page.item("/usr/share/kiso", "mitgelieferte Formulare und Vorlagen")
    page.item("/etc/kiso, ~/.local/share/kiso", "eigene Formulare und Vorlagen; sie gelten vor den mitgelieferten")
    page.item("/usr/share/doc/kiso", "das Handbuch als HTML und PDF")
    let pages = CommandRunner.commands.map { ManualPage.fileName(of: $0.syntax.name) }
    page.end(statuses: statuses, seeAlso: pages + CommandRunner.groups.map { "\(program)-\($0.name)" })
    return page.text
  }
}
