import Files
import Paperwork
import Testing

/// The archive as a source of papers: asked by itself, only where it matters, and never guessed about.
struct StoredPapersTests {
  private static let letter = Repository.path("Examples/rueckmeldung-sd-ergebnis.json")
  private static let release = Repository.path("Examples/schweigepflichtentbindung-zwei-blaetter.json")

  /// A sheet by which the father takes everything back.
  private static let sheet = """
    {"form": "widerruf", "spe_id": "KSA-5-2025-0031-SPE-01", "umfang_widerruf": "ganz", "datum": "2025-10-10",
     "eingegangen_am": "2025-10-10", "person": {"vorname": "Thành", "nachname": "Nguyễn"},
     "kinder": [{"vorname": "Mai-Linh", "nachname": "von der Heydt"}]}
    """

  /// The command without any passphrase at hand.
  private func locked(_ store: borrowing Store, _ words: [String]) throws -> Run {
    try Program.run(
      [Kiso.path] + words + ["--as-of", "2025-11-20"], in: store.folder,
      environment: [
        "KISO_HOME": Repository.root, "KISO_CACHE": "", "KISO_ARCHIVE": store.data, "HOME": store.path("heim"),
      ])
  }

  @Test func aLetterFindsItsReleaseInTheArchive() throws {
    let store = try Store()
    #expect(try store.run(["archive", "add", Self.release]).status <= 1)
    let check = try store.run(["check", Self.letter])
    #expect(check.status <= 1 && !check.output.contains("[E-RSD-10]"), "\(check.output)")
    let render = try store.run(["render", Self.letter, "-o", "brief.odt"])
    #expect(render.status <= 1 && store.names.contains("brief.odt"), "\(render.errors)")
    let print = try store.run(["print", "brief.odt", "-o", "brief.pdf", "--no-archive"])
    #expect(print.status == 2 && print.errors.contains("[E-RSD-10]"), "\(print.errors)")
  }

  @Test func aStoredRevocationStopsALetterOnItsWayToThePage() throws {
    let store = try Store()
    let sheet = try store.write(Array(Self.sheet.utf8), "widerruf.json")
    #expect(try store.run(["archive", "add", Self.release]).status <= 1)
    #expect(try store.run(["render", Self.letter, "-o", "brief.odt"]).status <= 1)
    #expect(try store.run(["archive", "add", sheet]).status <= 1)
    for words in [["check"], ["render", "-o", "zweiter.odt"], ["print", "-o", "zweiter.pdf"]] {
      // Whether the release comes along or not.
      for files in [[Self.letter], [Self.letter, Self.release]] where files.count == 1 || words == ["check"] {
        let run = try store.run(words + files)
        #expect(run.status == 2 && run.transcript.contains("[E-RSD-13]"), "\(words): \(run.transcript)")
      }
    }
    #expect(!store.names.contains { $0.hasPrefix("zweiter") })
    // The document that was made before is held against what is known now.
    let printed = try store.run(["print", "brief.odt", "-o", "zweiter.pdf"])
    #expect(printed.status == 2 && printed.errors.contains("[E-RSD-13]"), "\(printed.errors)")
    let without = try store.run(["check", "--no-archive", Self.letter, Self.release])
    #expect(!without.output.contains("[E-RSD-13]"), "\(without.output)")
  }

  @Test func aLockedArchiveIsSaidWhereItMattersAndNotOpenedWhereItDoesNot() throws {
    let store = try Store()
    #expect(try store.run(["archive", "add", Self.release]).status <= 1)
    let letter = try locked(store, ["check", Self.letter, Self.release])
    #expect(letter.status == 2 && letter.output.contains("[E-RSD-ablage]"), "\(letter.output)")
    let render = try locked(store, ["render", Self.letter, Self.release, "-o", "."])
    #expect(render.status == 2 && render.errors.contains("[E-RSD-ablage]"), "\(render.errors)")
    let note = try locked(store, ["check", Repository.path("Examples/gespraechsnotiz-minimal.json")])
    #expect(note.status == 1 && note.output.contains("[W-GN-ablage]"), "\(note.output)")
    #expect(try locked(store, ["check", "--no-archive", Self.letter, Self.release]).status <= 1)
    // A report of danger to a child waits for nobody, and asks for no passphrase.
    let report = Repository.path("Examples/kwg-meldebogen-minimal.json")
    try AtomicFile.write([], to: store.data)
    let urgent = try locked(store, ["render", report, "-o", "meldung.odt"])
    #expect(urgent.status == 1 && store.names.contains("meldung.odt"), "\(urgent.errors)")
    #expect(!urgent.errors.contains("ablage]"), "\(urgent.errors)")
  }

  @Test func aWrongPassphraseOrAMissingArchiveIsNoReasonToGoOnAsIfThereWereNone() throws {
    let store = try Store()
    #expect(try store.run(["archive", "add", Self.release]).status <= 1)
    try AtomicFile.write(Array("ganz andere Worte als vorher\n".utf8), to: store.path("kennwort"))
    let wrong = try store.run(["render", Self.letter, Self.release, "-o", "."])
    #expect(wrong.status == 77 && !store.names.contains { $0.hasSuffix(".odt") }, "\(wrong.errors)")
    let missing = try store.run(
      ["check", Self.letter, Self.release], environment: ["KISO_ARCHIVE": store.path("nirgends.kiso")])
    #expect(missing.status == 66 && missing.output.contains("[E-RSD-ablage]"), "\(missing.transcript)")
  }

  @Test func anEditedNoteIsNoSecondOneBesideItsStoredVersion() throws {
    let store = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    let text = String(decoding: try Repository.bytes("Examples/gespraechsnotiz-erstkontakt.json"), as: UTF8.self)
    let edited = try store.write(Array(text.replacing("\"2025-09-16\"", with: "\"2025-09-17\"").utf8), "notiz.json")
    let run = try store.run(["check", edited])
    #expect(run.status <= 1 && !run.output.contains("[E-"), "\(run.output)")
  }
}
