import Files
import Testing

/// Many papers on several cores: the same output, the same order and the same files as on one.
struct JobsTests {
  /// Forty notes of forty cases, some with errors, with warnings or unreadable; and their paths.
  private func papers(in scratch: borrowing Scratch, broken: Bool) throws -> [String] {
    let note = try Repository.text("Examples/gespraechsnotiz-erstkontakt.json")
    return try (1...40).map { number in
      let name = "notiz-\(number < 10 ? "0" : "")\(number).json"
      let own = note.replacing("KSA-2-2025-0147", with: "KSA-2-2025-\(1000 + number)")
      switch number % 10 {
      case 3 where broken:
        return try scratch.write(Array(own.replacing("\"hauptthema\"", with: "\"thema\"").utf8), name)
      case 7 where broken: return try scratch.write(Array("kein Datensatz".utf8), name)
      case 8 where broken: return scratch.path("fehlt-\(number).json")
      default: return try scratch.write(Array(own.utf8), name)
      }
    }
  }

  @Test(arguments: [true, false])
  func renderingGivesTheSame(_ isBroken: Bool) throws {
    let scratch = try Scratch()
    let papers = try papers(in: scratch, broken: isBroken)
    var runs: [String] = []
    for jobs in ["1", "2", "5"] {
      let run = try Kiso.runOnDay(["render", "--jobs", jobs] + papers + ["-o", scratch.path("aus-\(jobs)")])
      runs.append(run.transcript)
      #expect(run.status == (isBroken ? 66 : 0))
    }
    #expect(Set(runs).count == 1)
    let made = Scratch.names(in: scratch.path("aus-1"))
    #expect(made.count == (isBroken ? 0 : 40))
    for name in made {
      for jobs in [2, 5] { #expect(try scratch.bytes("aus-\(jobs)/\(name)") == scratch.bytes("aus-1/\(name)")) }
    }
  }

  @Test(arguments: ["text", "json", "sarif"])
  func checkingGivesTheSame(_ format: String) throws {
    let scratch = try Scratch()
    let papers = try papers(in: scratch, broken: true)
    let runs = try ["1", "2", "5"].map {
      try Kiso.runOnDay(["check", "--format", format, "--jobs", $0] + papers).transcript
    }
    #expect(Set(runs).count == 1 && runs[0].contains(format == "sarif" ? "notiz-" : "notiz-40.json"))
    if format == "text" {
      let order = runs[0].matches(of: /notiz-(\d\d)\.json: (?:\d|in)/).map { String($0.1) }
      #expect(order == order.sorted() && order.count == 32)
    }
  }

  @Test func readingGivesTheSame() throws {
    let scratch = try Scratch()
    let papers = try papers(in: scratch, broken: false)
    #expect(try Kiso.runOnDay(["render"] + papers + ["-o", scratch.path("odt")]).status == 0)
    let documents = Scratch.names(in: scratch.path("odt")).map { scratch.path("odt/\($0)") } + [papers[0]]
    let runs = try ["1", "2"].map {
      try Kiso.runOnDay(["read", "--jobs", $0] + documents.dropLast() + ["-o", scratch.path("json-\($0)")]).transcript
    }
    #expect(Set(runs) == ["-- Status 0\n"])
    let names = Scratch.names(in: scratch.path("json-1"))
    #expect(names.count == 40 && names.first == "notiz-01.json")
    for name in names { #expect(try scratch.bytes("json-1/\(name)") == scratch.bytes("json-2/\(name)")) }
  }

  @Test func countingGivesTheSame() throws {
    let words = ["stats", "part1", "--explain", "--quarter", "2025-Q3", Repository.path("Examples/Quartal")]
    let more = ["--as-of", "2025-10-08", "--set", "fachkraft/name=Jörg Weißhaupt", "--set", "stadtbezirk=2"]
    let runs = try ["1", "2"].map { try Kiso.run(words + more + ["--jobs", $0]).transcript }
    #expect(Set(runs).count == 1)
  }

  @Test(arguments: ["0", "-1", "viele", "257"])
  func aNumberThatIsNoneIsRefused(_ jobs: String) throws {
    let run = try Kiso.runOnDay(["check", Repository.path("Examples/gespraechsnotiz-minimal.json"), "--jobs", jobs])
    #expect(run.status == 64 && run.errors.contains("--jobs"))
  }

  @Test func progressIsShownToAPersonOnly() throws {
    let scratch = try Scratch()
    let papers = try papers(in: scratch, broken: false)
    let words = ["render"] + papers + ["-o", scratch.path("aus"), "--as-of", "2025-11-20"]
    #expect(try Kiso.run(words).transcript == "-- Status 0\n")
    let line = ([Kiso.path] + words).map { "'\($0)'" }.joined(separator: " ")
    let watched = try Program.run(
      ["script", "-qefc", line, "/dev/null"], environment: ["KISO_HOME": Repository.root, "KISO_CACHE": ""])
    #expect(watched.status == 0 && watched.output.contains("Papiere: 39 von 40"))
    #expect(watched.output.hasSuffix("\r\u{1B}[K"))
  }
}
