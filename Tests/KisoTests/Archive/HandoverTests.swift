import Files
import Glibc
import Testing

/// A case that is handed over: one archive answers for it at every moment, and the giver keeps no more than a line.
struct HandoverTests {
  private static let number = "KSA-2-2025-0147"

  /// A giver with a case in it, a receiver that knows the giver's key, and the words of the command between them.
  private static func words(_ store: borrowing Store, _ other: borrowing Store, isKnown: Bool = true) throws -> [String]
  {
    try store.add("gespraechsnotiz-erstkontakt.json")
    #expect(try other.run(["archive", "collect", "--key", "-o", store.path("andere.pub")], asOf: nil).status == 0)
    let key = try Kiso.run(["archive", "sender", "--make", store.path("absender.geheim")])
    if isKnown {
      let file = try store.write(Array(key.output.utf8), "absender.pub")
      #expect(try other.run(["archive", "sender", "--add", "bezirk2", "--key", file], asOf: nil).status == 0)
    }
    return [
      "archive", "transfer", number, "--to", store.path("andere.pub"), "--sign", store.path("absender.geheim"),
      "--inbox", other.folder,
    ]
  }

  private static func give(_ store: borrowing Store, _ words: [String]) throws -> String {
    let shown = try store.run(words)
    let code = String(try #require(shown.output.firstMatch(of: /--accept (\S+)/), "\(shown.transcript)").1)
    let run = try store.run(words + ["--accept", code])
    return String(try #require(run.output.firstMatch(of: /Übergabe ([0-9a-f]{8}) liegt/), "\(run.transcript)").1)
  }

  private static func table(_ store: borrowing Store) throws -> String {
    try store.run(["archive", "case", number]).masked
  }

  @Test func aCaseGoesAsAWholeAndIsDestroyedWithTheReceipt() throws {
    let store = try Store()
    let other = try Store()
    let words = try Self.words(store, other)
    #expect(
      try store.run(["archive", "hold", Self.number, "--reason", "beschwerde", "--review", "2026-01-15"]).status == 0)
    #expect(try store.run(["archive", "disclose", Self.number, "--for", "1", "--received", "2025-11-03"]).status == 0)
    let before = try Self.table(store)
    let name = try Self.give(store, words)
    let scan = try store.write(Array("%PDF-1.4\nein Scan".utf8), "scan.pdf")
    // On its way nothing of it changes here, in whatever way.
    for change in [
      ["archive", "release", Self.number], ["archive", "reopen", Self.number],
      ["archive", "hold", Self.number, "--reason", "beschwerde", "--review", "2026-02-01"],
      ["archive", "case", Self.number, "--event", "letzter_kontakt_am", "--on", "2025-11-01"],
      ["archive", "disclose", Self.number, "--for", "1", "--answered"],
      ["archive", "add", scan, "--kind", "spe", "--case", Self.number],
    ] {
      let run = try store.run(change)
      #expect(run.errors.contains("[VORGANG-UEBERGEBEN]") && run.status == 2, "\(run.transcript)")
    }
    let due = try store.run(["retention", "due", "--details"]).output
    #expect(due.contains("Quittung \(name) fehlt"), "\(due)")
    let (shown, run) = try other.collect([other.path("uebergabe-\(name).kisopost")])
    #expect(
      shown.output.contains("Übergabe von \(Self.number): der Vorgang wird danach hier geführt"), "\(shown.transcript)")
    #expect(run.output == "1 von 1 Sendungen abgelegt.\n", "\(run.transcript)")
    let arrived = try Self.table(other)
    #expect(arrived == before)
    let receipt = other.path("uebergabe-\(name).kisoquittung")
    let finished = try store.run(["archive", "transfer", "--receipt", receipt])
    #expect(finished.output.contains("Hier vernichtet: 3 Einträge"), "\(finished.transcript)")
    #expect(try store.run(["archive", "transfer", "--receipt", receipt]).output.contains("schon abgeschlossen"))
    #expect(try store.run(["archive", "case", Self.number]).errors.contains("[VORGANG-FEHLT]"))
    let log = try store.run(["retention", "log"]).output
    #expect(log.contains("übergeben (Quittung \(name))") && !log.contains("Çağlayan"), "\(log)")
    #expect(try store.run(["archive", "verify"], asOf: nil).status == 0)
    #expect(try other.run(["archive", "verify"], asOf: nil).status == 0)
  }

  @Test func whatIsDoneTwiceOrBroughtByNobodyOrTakenBackLeavesOneOwner() throws {
    let store = try Store()
    let other = try Store()
    let words = try Self.words(store, other, isKnown: false)
    let name = try Self.give(store, words)
    // Made once more it is the same; to somebody else it is refused.
    #expect(try Self.give(store, words) == name)
    let bundle = other.path("uebergabe-\(name).kisopost")
    let unknown = try other.run(["archive", "collect", bundle])
    #expect(unknown.errors.contains("[UEBERGABE-ABSENDER]") && access(bundle, F_OK) == 0, "\(unknown.transcript)")
    #expect(
      try other.run(
        ["archive", "sender", "--add", "bezirk2", "--key", store.path("absender.pub")], asOf: nil
      ).status != 0)
    let key = try Kiso.run(["archive", "sender", "--make", store.path("neu.geheim")]).output
    #expect(
      try other.run(
        ["archive", "sender", "--add", "neu", "--key", try store.write(Array(key.utf8), "neu.pub")], asOf: nil
      ).status == 0)
    let again = words.map { $0 == store.path("absender.geheim") ? store.path("neu.geheim") : $0 }
    #expect(try Self.give(store, again) == name)
    let sealed = try FileReader.bytes(at: bundle, limit: 1 << 24)
    #expect(try other.collect([bundle]).run.output == "1 von 1 Sendungen abgelegt.\n")
    let receipt = other.path("uebergabe-\(name).kisoquittung")
    let told = try FileReader.bytes(at: receipt, limit: 4_096)
    // Interrupted before the receipt was there: the bundle once more gives it again, and nothing else.
    unlink(receipt)
    try AtomicFile.write(sealed, to: bundle)
    #expect(try other.run(["archive", "collect", bundle]).output == "0 von 1 Sendungen abgelegt.\n")
    #expect(try FileReader.bytes(at: receipt, limit: 4_096) == told && access(bundle, F_OK) != 0)
    // A receipt of which a letter is another one destroys nothing.
    var forged = told
    forged[forged.count - 3] = forged[forged.count - 3] == 0x30 ? 0x31 : 0x30
    let refused = try store.run(["archive", "transfer", "--receipt", try store.write(forged, "falsch")])
    #expect(refused.errors.contains("[QUITTUNG-UNBEKANNT]") && refused.status == 65, "\(refused.transcript)")
    let asked = try store.run(["archive", "transfer", Self.number, "--withdraw"])
    let code = String(try #require(asked.output.firstMatch(of: /--accept (\S+)/), "\(asked.transcript)").1)
    #expect(try store.run(["archive", "transfer", Self.number, "--withdraw", "--accept", code]).status == 0)
    let both = try store.run(["archive", "transfer", "--receipt", receipt])
    #expect(both.errors.contains("[QUITTUNG-WIDERSPRUCH]") && both.status == 2, "\(both.transcript)")
    #expect(try store.run(["archive", "case", Self.number]).status != 66)
  }

  @Test func whatArrivedShortlyBeforeADeletionIsToldBeforeTheCode() throws {
    let store = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    let old = try store.run(["retention", "purge", "--confirm-clock"], asOf: "2026-09-10").output
    #expect(old.contains("--code") && !old.contains("dazugekommen"), "\(old)")
    let scan = try store.write(Array("%PDF-1.4\nein Scan".utf8), "scan.pdf")
    let add = ["archive", "add", scan, "--kind", "spe", "--case", Self.number, "--day", "2025-09-09"]
    #expect(try store.run(add, asOf: "2026-08-30").status == 0)
    let new = try store.run(["retention", "purge", "--confirm-clock"], asOf: "2026-09-10").output
    let told = try #require(new.range(of: "in den letzten 30 Tagen dazugekommen"), "\(new)")
    let code = try #require(new.range(of: "--code"), "\(new)")
    #expect(told.lowerBound < code.lowerBound)
    let ahead = try store.run(["retention", "purge"], asOf: "2199-01-01")
    #expect(ahead.status == 64 && ahead.errors.contains("gelöscht wird nichts im Voraus"), "\(ahead.transcript)")
  }
}
