import Files
import Paperwork
import Testing

/// `kiso case` and `kiso today`: over files, over the archive, over both, wide and narrow.
struct CaseScreenTests {
  static let examples = [
    "gespraechsnotiz-erstkontakt.json", "schweigepflichtentbindung-zwei-blaetter.json", "gespraechsnotiz-minimal.json",
    "kwg-meldebogen-kita.json", "rueckmeldung-sd-ergebnis.json",
  ]

  private func files() -> [String] { Self.examples.map { Repository.path("Examples/\($0)") } }

  @Test(arguments: [80, 40]) func theScreensAreLaidOutForTheirWidth(_ columns: Int) throws {
    let width = ["COLUMNS": String(columns)]
    for (name, words) in [
      ("case", ["case", "KSA-5-2025-0031"]), ("case-familie", ["case", "0147"]), ("today", ["today"]),
      ("today-all", ["today", "--all"]),
    ] {
      let run = try Kiso.run(words + files() + ["--as-of", "2025-11-20"], environment: width)
      #expect(run.status == 0, "\(run.errors)")
      for line in run.output.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
      try Golden.expect(run.output, "cases/\(name)-\(columns)")
    }
  }

  @Test func filesAndArchiveTellTheSame() throws {
    let store = try Store()
    for example in Self.examples { try store.add(example) }
    for words in [["case", "KSA-5-2025-0031"], ["today", "--all"], ["today", "--format", "json"]] {
      let stored = try store.run(words)
      let named = try Kiso.run(words + files() + ["--as-of", "2025-11-20"])
      #expect(stored.status == 0 && stored.output == named.output, "\(stored.transcript)\n\(named.transcript)")
      // What lies in both counts once.
      #expect(try store.run(words + files()).output == named.output)
    }
  }

  @Test func noNameOfAFamilyStandsInTheListWhereNobodyLooks() throws {
    for words in [["today", "--all"], ["today", "--format", "json"]] {
      let run = try Kiso.run(words + files() + ["--as-of", "2025-11-20"])
      for name in ["Çağlayan", "Heydt", "Nguyễn"] { #expect(!run.output.contains(name), "\(run.output)") }
    }
  }

  @Test func jsonIsWhole() throws {
    for words in [["case", "KSA-5-2025-0031"], ["today"]] {
      let run = try Kiso.run(words + files() + ["--as-of", "2025-11-20", "--format", "json"])
      try Golden.expect(run.output, "cases/\(words[0])-json")
    }
  }

  @Test func whatIsNotThereIsSaid() throws {
    let unknown = try Kiso.run(["case", "KSA-4-2025-0001"] + files())
    #expect(unknown.status == 66 && unknown.errors.contains("liegt nichts vor"), "\(unknown.errors)")
    let nothing = try Kiso.run(["today"])
    #expect(nothing.status == 0 && nothing.output.contains("kiso archive init"), "\(nothing.output)")
    let several = try Kiso.run(["case", "2025-0147", Repository.path("Examples/Quartal")] + files())
    #expect(several.status == 0 || several.status == 64, "\(several.errors)")
    #expect(try Kiso.run(["case", "0147", "nirgends.json"]).status == 66)
    #expect(try Kiso.run(["today", "--format", "yaml"] + files()).status == 64)
  }

  @Test func aHoldAClosingAndAScanAreSeen() throws {
    let store = try Store()
    for example in Self.examples { try store.add(example) }
    let number = "KSA-2-2025-0147"
    let scan = try store.write(Array("%PDF-1.4\nein Scan".utf8), "scan.pdf")
    #expect(try store.run(["archive", "add", scan, "--kind", "spe", "--case", number]).status == 0)
    #expect(
      try store.run(["archive", "hold", number, "--reason", "auskunft", "--review", "2026-01-15"]).status == 0)
    let held = try store.run(["case", number])
    #expect(held.output.contains("Löschsperren") && held.output.contains("15.01.2026"), "\(held.output)")
    #expect(held.output.contains("Papiere (2)"), "\(held.output)")
    #expect(
      try store.run(["archive", "close", number, "--on", "2025-11-14", "--reason", "ziel_erreicht"]).status <= 1)
    let closed = try store.run(["case", number]).output
    #expect(closed.contains("beendet 14.11.2025"), "\(closed)")
    #expect(try store.run(["archive", "reopen", number]).status <= 1)
    #expect(try !store.run(["case", number]).output.contains("beendet 14.11.2025"))
  }
}
