import Testing

/// The command line: help, mistakes in it, and what they answer.
struct UsageTests {
  static let commands = ["forms", "fill", "render", "print", "read", "check", "lint"]

  /// Every command, and every one of the groups; the overviews name them all.
  static let pages: [[String]] =
    [[]]
    + [
      "today", "case", "feedback", "forms", "fill", "render", "print", "read", "text", "check", "stats", "schema",
      "lint", "drafts",
      "settings", "setup", "new-municipality",
      "completion", "archive", "retention",
    ].map { [$0] }
    + [
      "init", "add", "list", "find", "show", "export", "case", "close", "reopen", "hold", "release", "passphrase",
      "verify", "backup", "restore", "drop", "collect", "sender",
    ].map { ["archive", $0] }
    + ["due", "purge", "why", "log", "shredded", "offered", "recompute", "clock"].map { ["retention", $0] }

  @Test(arguments: pages)
  func helpIsGermanAndHasAnExampleAndTheShortOneFitsAScreen(_ command: [String]) throws {
    let run = try Kiso.run(command + ["--help"])
    #expect(run.status == 0 && run.errors == "")
    for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(
      run.output.contains("Beispiel") && run.output.contains("Aufruf: kiso \(command.first ?? "BEFEHL")"))
    if command.count < 2 { try Golden.expect(run.output, "help/\(command.first ?? "kiso")") }
    let short = try Kiso.run(command + ["-h"])
    #expect(short.status == 0 && short.errors == "")
    #expect(short.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count <= 24)
    if short.output != run.output {
      #expect(short.output.hasSuffix("Alle Angaben: \((["kiso"] + command).joined(separator: " ")) --help\n"))
    }
  }

  @Test func theOverviewsNameAllCommands() throws {
    for command in Self.pages where !command.isEmpty {
      let overview = try Kiso.run(command.dropLast() + ["--help"]).output
      #expect(overview.contains("\n  \(command[command.count - 1]) "), "\(command)")
    }
  }

  @Test func withoutAWordTheHelpGoesToStandardErrorAndTheStatusIsUsage() throws {
    let run = try Kiso.run([])
    #expect(run.status == 64 && run.output == "" && run.errors.contains("Aufruf: kiso BEFEHL"))
    #expect(try Kiso.run(["help"]).status == 0)
    #expect(try Kiso.run(["--version"]).output.hasPrefix("kiso "))
  }

  @Test(arguments: [
    (["rendre", "x.json"], "unknown command"), (["xyzzy"], "no such command at all"),
    (["render", "--fianl", "x.json"], "unknown option"), (["render", "-q", "x.json"], "unknown letter"),
    (["check"], "missing file"), (["check", "x.json", "--as-of"], "missing value"),
    (["check", "x.json", "--as-of", "2025-02-30"], "no such day"),
    (["check", "x.json", "--as-of", "gestern"], "no day"),
    (["check", "x.json", "--as-of="], "empty day"),
    (["check", "x.json", "--format", "yaml"], "unknown format"),
    (["check", "-", "-"], "standard input twice"), (["read", "a.odt", "b.odt"], "too many"),
    (["render", "x.json", "-o", "x.docx"], "ending for documents"),
    (["read", "x.odt", "-o", "x.txt"], "ending for records"),
    (["render", "x.json", "-o", "x"], "no ending"),
    (["render", "--final", "--blank", "x"], "final and blank"),
    (["render", "--blank", "gespraechsnotitz"], "unknown form"),
    (["forms", "gespraechnotiz"], "nearly a form"),
    (["forms", "../types"], "path for a form"),
    (["forms", "--municipality", "../bochum"], "path for a town"),
    (["forms", "--as-of", "2025-11-20"], "option of another command"),
    (["render", "--final=ja", "x"], "value for a flag"),
    (["fill", "--no-input"], "no form"),
    (["read", "x.odt", "-o", "a.json", "-o", "b.json"], "output twice"),
  ])
  func aMistakeInTheCommandLineIsNamed(_ words: [String], _ name: String) throws {
    let scratch = try Scratch()
    let run = try Kiso.run(words, in: scratch.path)
    #expect(run.status == 64 && run.output == "")
    #expect(scratch.names == [])
    try Golden.expect(run.errors, "usage/\(name)")
  }

  @Test func anUnknownTownIsNotThere() throws {
    let run = try Kiso.run(["forms", "--municipality", "atlantis"])
    #expect(run.status == 66 && run.errors.contains("[DATEI-FEHLT]"), "\(run.errors)")
  }

  @Test func withoutFormsTheInstallationIsIncomplete() throws {
    let run = try Kiso.run(["forms"], environment: ["KISO_HOME": "/nirgends"])
    #expect([66, 69].contains(run.status) && run.output == "", "\(run.status)")
    let scratch = try Scratch()
    try Repository.copy(["Forms"], to: scratch.path)
    let missing = try Kiso.run(
      ["render", "--blank", "gespraechsnotiz"], environment: ["KISO_HOME": scratch.path])
    #expect(missing.status == 69 && missing.errors.contains("[VORLAGE-FEHLT]"), "\(missing.errors)")
  }

  @Test(arguments: commands)
  func aClosedOrFullOutputIsToldAndNoCrash(_ command: String) throws {
    let closed = try Kiso.run([command, "--help"], redirections: ">&-")
    #expect(closed.status == 74 && closed.errors.contains("[DATEI-EA]"), "\(closed.errors)")
    let full = try Kiso.run([command, "--help"], redirections: ">/dev/full")
    #expect(full.status == 74 && full.errors.contains("[DATEI-SPEICHER-VOLL]"), "\(full.errors)")
    let both = try Kiso.run([command, "--help"], redirections: ">&- 2>&-")
    #expect(both.status == 74)
  }

  @Test func aReaderThatGoesAwayIsToldAndNoCrash() throws {
    let words = ["/bin/sh", "-c", "{ \"$0\" forms gespraechsnotiz; echo $? >&2; } | true", Kiso.path]
    let run = try Program.run(words, environment: ["KISO_HOME": Repository.root])
    let last = run.errors.split(separator: "\n").last
    // The pipe may take it all before the reader has gone.
    #expect(last == "74" || last == "0", "\(run.errors)")
    let stubborn = [
      "/bin/sh", "-c", "{ sleep 0.3; \"$0\" forms gespraechsnotiz; echo $? >&2; } | true", Kiso.path,
    ]
    let after = try Program.run(stubborn, environment: ["KISO_HOME": Repository.root])
    #expect(after.errors.hasSuffix("\n74\n") && after.errors.contains("[DATEI-EA]"), "\(after.errors)")
  }
}
