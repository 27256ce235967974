import Files
import Paperwork
import Terminal

/// `kiso new-municipality`: a town of one's own, made of what it must say of itself.
enum NewMunicipalityCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso new-municipality", summary: "eine neue Stadt anlegen, das Übrige von einer anderen",
    usage: ["NAME [--from STADT]"],
    positionals: [.init("NAME", help: "ihr Ordner: kleine Buchstaben, Ziffern und -")],
    options: [
      .init("from", value: "STADT", help: "die Stadt, von der das Übrige kommt; ohne Angabe die einzige"),
      .init(
        "from-file", value: "DATEI", help: "Angaben aus dieser Datei, je Zeile „Name = Wert“, ohne zu fragen",
        completion: .files),
      .init("set", value: "NAME=WERT", isRepeatable: true, help: "eine Angabe, ohne zu fragen"),
      .init("show", help: "nur zeigen, was gefragt wird, als Anfang einer solchen Datei"),
      .init(
        "home", value: "ORDNER", help: "wo Forms/NAME liegen soll; ohne Angabe im eigenen Ordner", completion: .folders),
      .init("plain", help: "Zeile für Zeile, ohne neu zu zeichnen (Vorlesegeräte)"), .help,
    ],
    examples: ["kiso new-municipality herne --from bochum", "kiso new-municipality herne --from-file herne.txt"])

  /// The largest file of answers, in bytes.
  private static let limit = 1 << 20

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let base = try arguments.value("from").map(context.catalogue(of:)) ?? context.catalogue()
    let town = try NewTown(
      arguments.value("NAME") ?? "", in: arguments.value("home") ?? context.ownHome(), from: base)
    guard !arguments.has("show") else {
      try context.output(town.blank)
      return .done
    }
    var lines = arguments.values("set").map { $0.replacing("=", with: " = ", maxReplacements: 1) }
    if let file = arguments.value("from-file") {
      let bytes = try context.input(file)
      guard bytes.count <= limit else { throw FileFailure(code: .tooLarge, path: file) }
      lines.insert(String(decoding: bytes, as: UTF8.self), at: 0)
    }
    let (record, found) = try town.answers(in: lines.joined(separator: "\n"), day: context.day)
    if !lines.isEmpty {
      let findings = found + town.findings(in: record)
      context.report(findings)
      // A town that says something wrong of itself would print it on every paper.
      guard !findings.contains(where: { $0.strength != .hint }) else { return .errors }
      try town.write(record)
    } else {
      guard context.surroundings.isAttended() else { throw CommandFailure.unattendedTown }
      switch try SettingsConversation(
        form: town.form, library: town.library, record: Record(form: record.form, version: record.version), context,
        keep: { record in
          try write(town, record, context)
          return "Angelegt: \(town.folder)"
        }
      ).run(isPlain: arguments.has("plain")) {
      case .kept: break
      case .unchanged: return .done
      case .inputEnded: return .refused
      }
    }
    return try report(town, context)
  }

  /// Writes a town that somebody was asked about; where it cannot be, the answers stay in a file that can be corrected.
  private static func write(_ town: NewTown, _ record: Record, _ context: CommandContext) throws {
    do {
      try town.write(record)
    } catch {
      let names = (1...99).map { town.name + ($0 == 1 ? "" : "-\($0)") + ".txt" }
      let path = names.first { !FileRemoval.exists($0) } ?? names[0]
      let text = SettingsFile.text(
        record, form: town.form, library: town.library, heading: ["Angaben für \(town.name), noch zu berichtigen."])
      try context.output(Array(text.utf8), to: path)
      context.report(town.findings(in: record))
      context.surroundings.writeError(
        "Die Antworten stehen in \(path). Bitte dort berichtigen und weiter mit: "
          + "kiso new-municipality \(town.name) --from \(town.base) --from-file \(path)")
      throw error
    }
  }

  /// What lint says of the new town, and how to go on.
  private static func report(_ town: NewTown, _ context: CommandContext) throws -> ExitStatus {
    let result = try CatalogueLint.run(town.catalogue)
    for warning in result.warnings { context.surroundings.writeError("Warnung: " + warning.german) }
    for mistake in result.mistakes { context.surroundings.writeError(mistake.german) }
    try context.output(
      """
      \(town.folder) ist angelegt; alles Übrige kommt von ›\(town.base)‹. Geprüft: \(result.forms) Formulare.
      Weiter: kiso lint --municipality \(town.name)
              kiso lint --municipality \(town.name) --against \(town.base)

      """)
    guard result.mistakes.isEmpty else { return .errors }
    return result.warnings.isEmpty ? .done : .warnings
  }
}

extension NewTownFailure {
  /// What is wrong with the name.
  var german: String {
    switch self {
    case .badName:
      "Der Name ist der eines Ordners: kleine Buchstaben ohne Umlaute, Ziffern und -, zum Beispiel mayen-koblenz."
    case .taken(let name): "Die Stadt ›\(name)‹ gibt es schon; ihr Ordner wird nicht überschrieben."
    }
  }
}
