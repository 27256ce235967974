import Files
import Glibc
import Testing

/// A case that goes sealed into another archive arrives as it stood.
struct TransferTests {
  static let number = "KSA-2-2025-0147"

  private static func send(
    _ words: [String], from store: borrowing Store, to other: borrowing Store, _ name: String = "akte.kisopost",
    isSigned: Bool = true
  ) throws -> String {
    #expect(try other.run(["archive", "collect", "--key", "-o", store.path("andere.pub")], asOf: nil).status == 0)
    let bundle = store.path(name)
    var seal = ["--seal", store.path("andere.pub"), "-o", bundle]
    if isSigned {
      let secret = store.path("absender.geheim")
      let key = try Kiso.run(["archive", "sender", "--make", secret])
      #expect(key.status == 0, "\(key.errors)")
      let add = [
        "archive", "sender", "--add", "kollegin", "--key", try store.write(Array(key.output.utf8), "absender.pub"),
      ]
      #expect(try other.run(add, asOf: nil).output.hasPrefix("Eingetragen: kollegin"))
      seal += ["--sign", secret]
    }
    let run = try store.run(["archive", "export"] + words + seal, asOf: nil)
    #expect(run.status == 0, "\(run.errors)")
    return bundle
  }

  /// What stands in the table of a case, without the random numbers.
  private static func table(_ store: borrowing Store) throws -> String {
    try store.run(["archive", "case", number]).masked
  }

  @Test func aClosedCaseArrivesClosedWithEverythingOfIt() throws {
    let store = try Store()
    let other = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    let scan = try store.write(Array("%PDF-1.4\nein Scan".utf8), "scan.pdf")
    #expect(try store.run(["archive", "add", scan, "--kind", "spe", "--case", Self.number]).status == 0)
    #expect(
      try store.run(["archive", "close", Self.number, "--on", "2025-11-14", "--reason", "ziel_erreicht"]).status == 0)
    #expect(
      try store.run(["archive", "hold", Self.number, "--reason", "auskunft", "--review", "2026-01-15"]).status == 0)
    let bundle = try Self.send([Self.number], from: store, to: other)
    let copy = try FileReader.bytes(at: bundle, limit: 1 << 20)
    let (shown, run) = try other.collect([bundle])
    for line in [
      "von kollegin, mit bekannter Unterschrift", "\(Self.number): neuer Vorgang, eröffnet am 09.09.2025",
      "\(Self.number): Ende der Unterstützung: 14.11.2025 (Ziel erreicht)",
      "\(Self.number): gesperrt, zu prüfen am 15.01.2026", "\(Self.number): neu: Gesprächsnotiz Nr. 1 vom 09.09.2025",
    ] { #expect(shown.output.contains(line), "\(shown.transcript)") }
    #expect(run.status == 0 && run.output == "1 von 1 Sendungen abgelegt.\n", "\(run.transcript)")
    let arrived = try Self.table(other)
    #expect(try arrived == Self.table(store))
    // The same once more is nothing new, also after the case went on here.
    #expect(try other.run(["archive", "release", Self.number]).status == 0)
    #expect(try other.run(["archive", "reopen", Self.number]).status == 0)
    try AtomicFile.write(copy, to: bundle)
    #expect(try other.run(["archive", "collect", bundle]).output == "0 von 1 Sendungen abgelegt.\n")
    #expect(try !other.run(["archive", "case", Self.number]).output.contains("Vorgang, beendet"))
  }

  @Test func allVersionsOfAPaperArrive() throws {
    let store = try Store()
    let other = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    let text = try Repository.text("Examples/gespraechsnotiz-erstkontakt.json").replacing("kürzt", with: "streicht")
    #expect(
      try store.run(["archive", "add", try store.write(Array(text.utf8), "neu.json"), "--replace"]).status == 0)
    let bundle = try Self.send([Self.number], from: store, to: other)
    let run = try other.collect([bundle]).run
    #expect(run.status == 0, "\(run.transcript)")
    let arrived = try Self.table(other)
    #expect(try arrived == Self.table(store))
    let id = String(
      try #require(try other.run(["archive", "list"]).output.firstMatch(of: /(\w{8})  \S+  \S+  Gespr/)).1)
    #expect(try other.run(["archive", "show", id, "--edition", "1"]).output.contains("Jobcenter kürzt"))
    #expect(try other.run(["archive", "show", id]).output.contains("Jobcenter streicht"))
  }

  @Test func anotherVersionThanTheOneHereIsSettledBeforeAnythingEnds() throws {
    let store = try Store()
    let other = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    #expect(
      try store.run(["archive", "close", Self.number, "--on", "2025-11-14", "--reason", "ziel_erreicht"]).status == 0)
    let text = try Repository.text("Examples/gespraechsnotiz-erstkontakt.json").replacing("kürzt", with: "streicht")
    #expect(try other.run(["archive", "add", try other.write(Array(text.utf8), "hier.json")]).status == 0)
    let bundle = try Self.send([Self.number], from: store, to: other)
    let shown = try other.run(["archive", "collect", bundle])
    #expect(
      shown.status == 0 && shown.output.contains("als Fassung 2; die bisherige bleibt daneben"), "\(shown.transcript)")
    #expect(access(bundle, F_OK) == 0)
    #expect(try !other.run(["archive", "case", Self.number]).output.contains("Vorgang, beendet"))
    let wrong = try other.run(["archive", "collect", bundle, "--accept", "AAAA-AAAA"])
    #expect(wrong.status == 2 && wrong.errors.contains("[SENDUNG-GEAENDERT]"), "\(wrong.transcript)")
    let agreed = try other.collect([bundle]).run
    #expect(agreed.status == 0 && agreed.output == "1 von 1 Sendungen abgelegt.\n", "\(agreed.transcript)")
    #expect(try other.run(["archive", "case", Self.number]).output.contains("Vorgang, beendet"))
  }

  @Test func anOpenCaseArrivesOpen() throws {
    let store = try Store()
    let other = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    let run = try other.collect([try Self.send([Self.number], from: store, to: other)]).run
    #expect(run.output == "1 von 1 Sendungen abgelegt.\n", "\(run.transcript)")
    let arrived = try Self.table(other)
    #expect(try arrived == Self.table(store))
  }

  @Test func anUnknownSenderEndsNothingHoldsNothingAndReplacesNothing() throws {
    let store = try Store()
    let other = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    #expect(
      try store.run(["archive", "close", Self.number, "--on", "2025-11-14", "--reason", "ziel_erreicht"]).status == 0)
    #expect(
      try store.run(["archive", "hold", Self.number, "--reason", "auskunft", "--review", "2026-01-15"]).status == 0)
    let text = try Repository.text("Examples/gespraechsnotiz-erstkontakt.json").replacing("kürzt", with: "streicht")
    #expect(try other.run(["archive", "add", try other.write(Array(text.utf8), "hier.json")]).status == 0)
    let (shown, run) = try other.collect([Self.send([Self.number], from: store, to: other, isSigned: false)])
    for event in ["Ende der Unterstützung 14.11.2025", "Löschsperre"] {
      #expect(
        shown.output.contains("nicht übernommen, weil der Absender unbekannt ist: \(Self.number): \(event)"),
        "\(shown.transcript)")
    }
    #expect(run.status == 0, "\(run.transcript)")
    let table = try other.run(["archive", "case", Self.number]).output
    #expect(!table.contains("Vorgang, beendet") && !table.contains("gesperrt"), "\(table)")
    // What the version before told of the case still counts.
    #expect(table.contains("Fassung 2") && table.contains("letzter Kontakt: 09.09.2025"), "\(table)")
    let id = String(
      try #require(try other.run(["archive", "list"]).output.firstMatch(of: /(\w{8})  \S+  \S+  Gespr/)).1)
    #expect(try other.run(["archive", "show", id, "--edition", "1"]).output.contains("streicht"))
  }
}
