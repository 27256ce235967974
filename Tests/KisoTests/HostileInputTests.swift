import Files
import Glibc
import Testing

/// Broken and hostile input: one clear line with its code, the right status, nothing written, nothing given away.
struct HostileInputTests {
  /// Writes an input into a folder; also where `Scripts/measure-refusals` wants it.
  private func write(_ input: HostileInput, _ scratch: borrowing Scratch) throws -> String {
    let bytes = try input.make()
    if let folder = getenv("KISO_HOSTILE_INPUTS").map({ String(cString: $0) }) {
      let name = (input.isFlagged ? "flagged " : "refused ") + input.name
      try AtomicFile.write(bytes, to: FilePath.joining(folder, name))
    }
    return try scratch.write(bytes, "eingabe")
  }

  /// The memory a command may take: 64 MB, and 96 where more than 25 MB must be read.
  ///
  /// The limit counts the data of the program itself, for which there are 2 MB more.
  private func limit(_ file: String) throws -> String {
    "ulimit -d \(try FileReader.bytes(at: file, limit: 128 << 20).count > 25 << 20 ? 96 << 10 : 66 << 10)"
  }

  @Test(arguments: HostileInput.refused)
  func isRefusedByEveryCommandWithOneLineAndItsCode(_ input: HostileInput) throws {
    let scratch = try Scratch()
    let file = try write(input, scratch)
    let others = [
      ["check", file], ["render", file, "-o", scratch.path("aus.odt")],
      ["fill", "gespraechsnotiz", "--no-input", "--from", file, "-o", scratch.path("aus.json")],
    ]
    // Each is read, and by one other command: together the inputs go through all of them many times.
    let place = HostileInput.refused.firstIndex { $0.name == input.name } ?? 0
    let commands = [["read", file, "-o", scratch.path("aus.json")], others[place % others.count]]
    var said: Set<String> = []
    for words in commands {
      let run = try Kiso.run(words + ["--as-of", "2025-11-20"], prelude: limit(file))
      #expect(run.status == 65 && run.output == "", "\(words[0]): \(run.status) \(run.errors)")
      said.insert(
        run.errors.replacing(#/^kiso [a-z]+: /#, with: "").replacing(file + ": ", with: "").replacing(
          file, with: "eingabe"))
    }
    #expect(scratch.names == ["eingabe"])
    #expect(said.count == 1, "every command says the same: \(said.sorted())")
    let text = said.sorted().joined()
    #expect(text.wholeMatch(of: /\[[A-Z0-9-]+\] [^\n]+(\.|\?|kiso forms)\n/) != nil, "\(text)")
    #expect(text.hasPrefix("[" + input.code), "\(text)")
    for word in HostileInput.secret.split(separator: " ") { #expect(!text.contains(word)) }
    #expect(!text.contains("root:") && !text.contains("passwd") && !text.contains("\u{1B}"))
    try Golden.expect(text, "refused/\(input.name)")
  }

  @Test(arguments: HostileInput.flagged)
  func isReadAndWhatItCouldDoIsSaid(_ input: HostileInput) throws {
    let scratch = try Scratch()
    let file = try write(input, scratch)
    for command in ["text", "read"] {
      let words = command == "text" ? ["text", file] : ["read", file, "--as-of", "2025-11-20"]
      let run = try Kiso.run(words, prelude: limit(file))
      #expect(run.status < 2 && !run.output.isEmpty, "\(command): \(run.status) \(run.errors)")
      let lines = run.errors.split(separator: "\n").filter { $0.hasPrefix("[\(input.code)] ") }
      #expect(lines.count == 1, "\(command): \(run.errors)")
      for word in HostileInput.secret.split(separator: " ") { #expect(!run.errors.contains(word)) }
      #expect(!run.output.contains("root:") && !run.errors.contains("passwd"))
    }
  }

  @Test func thereAreManyKinds() {
    #expect(HostileInput.all.count >= 150)
    #expect(Set(HostileInput.all.map(\.name)).count == HostileInput.all.count)
  }

  /// Memory that runs out ends the process; what it held stays in it.
  @Test func aCrashTellsNothing() throws {
    let scratch = try Scratch()
    let text = HostileInput.varied("<text:p>\(HostileInput.secret)</text:p>", bytes: 6 << 20)
    let document = try HostileInput.document().changing("content.xml") {
      $0.replacing("</office:text>", with: text + "</office:text>")
    }
    try scratch.write(document.bytes(), "eingabe.odt")
    let run = try Kiso.run(
      ["text", "eingabe.odt"], in: scratch.path, environment: ["SWIFT_BACKTRACE": "enable=yes,color=no"],
      prelude: "ulimit -c unlimited; ulimit -d 40960")
    #expect(run.status > 128, "\(run.status)")
    #expect(run.output == "" && !run.errors.contains("Vogelsang") && !run.errors.contains("0x"), "\(run.errors)")
    #expect(scratch.names == ["eingabe.odt"])
  }

  /// Where the place is wrong, not the content.
  @Test(arguments: ["read", "check", "render", "fill"])
  func aPlaceThatCannotBeReadIsNamed(_ command: String) throws {
    let scratch = try Scratch()
    func run(_ path: String) throws -> Run {
      switch command {
      case "fill": try Kiso.runOnDay(["fill", "gespraechsnotiz", "--no-input", "--from", path])
      default: try Kiso.runOnDay([command, path])
      }
    }
    let missing = try run(scratch.path("fehlt.odt"))
    #expect(missing.status == 66)
    #expect(missing.errors.contains("[DATEI-FEHLT]") && missing.errors.split(separator: "\n").count == 1)
    let folder = try run(scratch.path)
    #expect(folder.status == 65 && folder.errors.contains("[DATEI-ORDNER]"))
    let endless = try run("/dev/zero")
    #expect(endless.status == 65 && endless.errors.contains("[DATEI-ZU-GROSS]"))
    let huge = scratch.path("gross.json")
    try scratch.write("{", "gross.json")
    #expect(truncate(huge, 5 << 30) == 0)
    let large = try run(huge)
    #expect(large.status == 65 && large.errors.contains("[DATEI-ZU-GROSS]"))
    if geteuid() != 0 {
      try scratch.write("{}", "zu.json")
      chmod(scratch.path("zu.json"), 0)
      let closed = try run(scratch.path("zu.json"))
      #expect(closed.status == 65 && closed.errors.contains("[DATEI-KEIN-ZUGRIFF]"))
    }
    for refused in [missing, folder, endless, large] { #expect(refused.output == "") }
  }

  @Test(arguments: ["read", "check", "render", "fill"])
  func aClosedStandardInputIsAFailureAndNoCrash(_ command: String) throws {
    let words =
      command == "fill" ? ["fill", "gespraechsnotiz", "--no-input", "--from", "-"] : [command, "-"]
    let run = try Kiso.run(words, redirections: "<&-")
    #expect(run.status == 74 && run.errors.contains("[DATEI-EA]"), "\(run.errors)")
    #expect(run.output == "")
  }

  /// A record that can be read, with mistakes in it: findings, and no paper.
  @Test(arguments: [
    ("unknown field", "\"anlas\": \"x\""), ("wrong type", "\"datum\": {\"tag\": 1}"),
    ("number for text", "\"anlass\": 5"), ("text for a number", "\"notiz_nr\": \"drei\""),
    ("list for one", "\"datum\": [\"2025-11-14\", \"2025-11-13\"]"),
    ("text for a group", "\"beteiligte\": \"Frau Muster\""),
    ("binary", "\"anlass\": \"a\\u0001b\\u0000c\""), ("unknown code", "\"kontaktart\": \"brieftaube\""),
    ("no such day", "\"datum\": \"2025-02-30\""), ("boolean for text", "\"anlass\": true"),
  ])
  func aRecordWithMistakesGivesFindings(_ name: String, _ member: String) throws {
    let scratch = try Scratch()
    let key = member.prefix { $0 != ":" }
    let lines = try Repository.text("Examples/gespraechsnotiz-minimal.json").split(separator: "\n")
    let kept = lines.filter { !$0.hasPrefix("  \(key):") }.joined(separator: "\n")
    let last = "\"fallstatus\": \"laufend\""
    try scratch.write(kept.replacing(last, with: "\(last), \(member)"), "satz.json")
    let run = try Kiso.runOnDay(["check", "satz.json"], in: scratch.path)
    try Golden.expect(run.transcript, "record/\(name)")
    let rendered = try Kiso.runOnDay(["render", "satz.json", "-o", "x.odt"], in: scratch.path)
    #expect(rendered.status == run.status)
    #expect(scratch.has("x.odt") == (run.status < 2))
  }
}
