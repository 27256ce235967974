import Files
import FormModel
import Glibc
import RecordArchive
import Testing

/// What goes wrong is one sentence with the right status, and nothing is changed.
struct ArchiveFailureTests {
  private func expect(
    _ run: Run, _ status: Int32, _ code: String, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == status, "\(run.errors)", sourceLocation: location)
    let lines = run.errors.split(separator: "\n")
    #expect(
      lines.count == 1 && run.errors.contains("[\(code)] ") && run.output == "", "\(run.errors)",
      sourceLocation: location)
    // Staff find the sentence in the manual, word for word.
    guard ArchiveFailure.Code(rawValue: code) != nil, let start = run.errors.firstRange(of: "[\(code)] ") else {
      return
    }
    let sentence = run.errors[start.upperBound...].prefix { $0 != "\n" }
      .replacing(/›[^‹]*‹/, with: "›…‹").replacing(/\d\d\.\d\d\.\d{4}/, with: "…")
    #expect(
      Self.manual.contains("| `\(code)` | \(sentence) |"), "\(code): \(sentence)", sourceLocation: location)
  }

  private static let manual = (try? Repository.text("Documentation/Handbuch/9-Ablage.md")) ?? ""

  @Test func everyRefusalStandsInTheManual() {
    // What a person typed and what other files do have sentences of their own.
    for code in ArchiveFailure.Code.allCases where code != .input && code != .file {
      #expect(Self.manual.contains("| `\(code.rawValue)` | "), "\(code.rawValue)")
    }
  }

  /// Runs `body` and holds both files against what they were.
  private func unchanged(_ store: borrowing Store, _ body: () throws -> Void) throws {
    let before = [try store.bytes("ablage.kiso"), try store.bytes("ablage.schluessel")]
    try body()
    #expect([try store.bytes("ablage.kiso"), try store.bytes("ablage.schluessel")] == before)
    #expect(!store.names.contains { $0.hasSuffix(".neu") || $0.hasSuffix("-journal") })
  }

  private let note = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")

  @Test func aWrongPassphrase() throws {
    let store = try Store()
    _ = try store.write(Array("falsch geraten hier\n".utf8), "falsch")
    try unchanged(store) {
      let run = try store.run(
        ["archive", "add", note], before: ["sh", "-c", "exec \"$@\" 3<'\(store.path("falsch"))'", "sh"])
      expect(run, 77, "ZUGANG-FALSCH")
    }
  }

  @Test func aMissingKeyring() throws {
    let store = try Store()
    let run = try store.run(["archive", "add", note, "--keys", store.path("fehlt")])
    expect(run, 66, "SCHLUESSELBUND-FEHLT")
    expect(try store.run(["archive", "list", "--store", store.path("fehlt")]), 66, "ABLAGE-FEHLT")
  }

  @Test(arguments: [0, 50, 4_096, 9_000])
  func aTruncatedDatabase(_ length: Int) throws {
    let store = try Store()
    try AtomicFile.write(Array(store.bytes("ablage.kiso").prefix(length)), to: store.data)
    try unchanged(store) { expect(try store.run(["archive", "add", note]), 65, "ABLAGE-BESCHAEDIGT") }
  }

  @Test func twoArchivesMixedUp() throws {
    let store = try Store()
    let other = try Store()
    try unchanged(store) {
      expect(try store.run(["archive", "add", note, "--keys", other.keys]), 65, "ABLAGE-VERTAUSCHT")
    }
  }

  @Test func somethingElseInTheirPlace() throws {
    let store = try Store()
    let text = try store.write(Array(repeating: 0x41, count: 9_000), "text")
    expect(try store.run(["archive", "list", "--store", text, "--keys", store.keys]), 65, "ABLAGE-FREMD")
    expect(try store.run(["archive", "list", "--keys", text]), 65, "SCHLUESSELBUND-FREMD")
    var keys = try store.bytes("ablage.schluessel")
    keys[keys.count / 2] ^= 1
    try AtomicFile.write(keys, to: store.keys)
    expect(try store.run(["archive", "list"]), 65, "SCHLUESSELBUND-BESCHAEDIGT")
  }

  @Test func yesterdaysDataFile() throws {
    let store = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    let yesterday = try store.bytes("ablage.kiso")
    let number = "KSA-2-2025-0147"
    #expect(try store.run(["archive", "hold", number, "--reason", "auskunft", "--review", "2026-01-15"]).status == 0)
    try AtomicFile.write(yesterday, to: store.data)
    try unchanged(store) {
      for words in [
        ["hold", number, "--reason", "auskunft", "--review", "2026-01-15"],
        ["close", number, "--on", "2025-11-14", "--reason", "ziel_erreicht"], ["add", note], ["list"],
      ] { expect(try store.run(["archive"] + words), 65, "ABLAGE-ALT") }
    }
    // As the sentence says.
    let old = try store.write(yesterday, "gestern.kiso")
    unlink(store.data)
    #expect(try store.run(["archive", "restore", "--data", old]).status == 0)
    #expect(try store.run(["archive", "list"]).output.contains("Gesprächsnotiz"))
  }

  @Test func aKeyThatIsNone() throws {
    let store = try Store()
    let text = try store.write(Array("kein Schlüssel\n".utf8), "text")
    expect(try store.run(["archive", "sender", "--add", "mt", "--key", text], asOf: nil), 65, "ABSENDER-UNGUELTIG")
    let sign = ["archive", "export", "KSA-2-2025-0147", "--sign", text, "-o", store.path("x")]
    expect(try store.run(sign, asOf: nil), 65, "ABSENDER-UNGUELTIG")
  }

  /// A disk that cannot be written to, as the system says it when the journal is to be made.
  @Test(.enabled(if: Outside.strace != nil, "needs strace, and the right to trace"))
  func aReadOnlyDisk() throws {
    let store = try Store()
    let strace = Outside.strace ?? ""
    let before = [
      strace, "-f", "-qq", "-o", "/dev/null", "-P", store.data + "-journal", "-e", "trace=openat", "-e",
      "inject=openat:error=EROFS",
    ]
    try unchanged(store) {
      expect(try store.run(["archive", "add", note], before: before), 73, "ABLAGE-SCHREIBGESCHUETZT")
      #expect(try store.run(["archive", "list"], before: before).status == 0)
    }
  }

  @Test(
    .enabled(if: Outside.strace != nil, "needs strace, and the right to trace"),
    arguments: ["6969", "42 4d53ff", "7b51"])
  func aShare(_ kind: String) throws {
    let store = try Store()
    // What statfs(2) says of the folder, poked in its answer: NFS, CIFS, SMB.
    let digits = kind.filter { $0 != " " } + String(repeating: "0", count: 16 - kind.filter { $0 != " " }.count)
    let before = [
      Outside.strace ?? "", "-f", "-qq", "-o", "/dev/null", "-e", "trace=statfs", "-e",
      "inject=statfs:poke_exit=@arg2=\(digits)",
    ]
    try unchanged(store) { expect(try store.run(["archive", "list"], before: before), 65, "ABLAGE-NETZLAUFWERK") }
    let initial = try store.run(
      ["archive", "init", "--person", "jw", "--store", store.path("neu.kiso")], asOf: nil, before: before)
    expect(initial, 65, "ABLAGE-NETZLAUFWERK")
    #expect(!store.names.contains("neu.kiso") && !store.names.contains("neu.schluessel"))
  }

  @Test func anArchiveIsNotOverwrittenAndAWeakPassphraseIsRefused() throws {
    let store = try Store()
    try unchanged(store) {
      expect(try store.run(["archive", "init", "--person", "jw"], asOf: nil), 73, "ABLAGE-VORHANDEN")
    }
    let weak = try Kiso.run(
      ["archive", "init", "--person", "jw", "--passphrase-fd", "0", "--store", store.path("neu.kiso")],
      input: Array("kurz\n".utf8))
    expect(weak, 2, "ZUGANG-KENNWORT-KURZ")
    #expect(!store.names.contains("neu.kiso"))
  }

  @Test func unknownCasesEntriesAndCodes() throws {
    let store = try Store()
    expect(try store.run(["archive", "case", "KSA-1-2025-0001"]), 66, "VORGANG-FEHLT")
    expect(try store.run(["archive", "show", "abcd1234"]), 66, "EINTRAG-FEHLT")
    expect(try store.run(["retention", "purge", "--code", "AAAA-AAAA"]), 2, "LISTE-GEAENDERT")
    try store.add("gespraechsnotiz-erstkontakt.json")
    expect(try store.run(["archive", "reopen", "KSA-2-2025-0147"]), 2, "VORGANG-LAEUFT")
    expect(try store.run(["archive", "hold", "KSA-2-2025-0147", "--review", "2026-01-01"]), 2, "E-LO-01")
  }

  @Test func aClockThatWentBackOrFarAhead() throws {
    let back = try Store(lastUsed: Day(iso: "2025-11-21") ?? .first)
    expect(try back.run(["retention", "purge"]), 2, "UHR-ZURUECK")
    let ahead = try Store(lastUsed: Day(iso: "2025-10-15") ?? .first)
    expect(try ahead.run(["retention", "purge"]), 2, "UHR-VORAUS")
    #expect(try ahead.run(["retention", "purge", "--confirm-clock"]).status == 0)
  }

  /// Neither an odd time zone nor a day on the command line brings a deletion forward.
  ///
  /// The last two are a whole day ahead and behind at any hour; in one of the first it is tomorrow for half of the day.
  @Test(arguments: ["Pacific/Kiritimati", "Asia/Tokyo", "Pacific/Pago_Pago", "Europe/Berlin", "X-24", "X24"])
  func notADayEarlyInAnyTimeZone(_ zone: String) throws {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    let today = try #require(
      Day(year: Int(parts.tm_year) + 1_900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)))
    let store = try Store(lastUsed: today)
    try store.add("gespraechsnotiz-erstkontakt.json")
    // To be deleted from tomorrow on: ended a year ago, less nothing.
    let end = try #require(today.adding(days: -365))
    let year = try #require(Period(years: 1))
    // On 1 March after a leap day the year before ends elsewhere; that day is in the tests of dates.
    guard end.adding(year) == today else { return }
    try closed(store, on: end)
    for words in [["retention", "purge"], ["retention", "purge", "--as-of", "2099-01-01", "--confirm-clock"]] {
      let run = try store.run(words, asOf: nil, environment: ["TZ": zone])
      #expect(!run.output.contains("Gelöscht würden"), "\(zone): \(run.output)")
    }
  }

  private func closed(_ store: borrowing Store, on end: Day) throws {
    let run = try store.run(
      ["archive", "close", "KSA-2-2025-0147", "--on", end.iso, "--reason", "ziel_erreicht"], asOf: nil)
    #expect(run.status == 0 || run.errors.contains("[E-LO-11]"), "\(run.errors)")
  }
}
