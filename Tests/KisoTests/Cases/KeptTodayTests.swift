import Files
import Paperwork
import Testing

@testable import RecordArchive

/// `kiso today` over an archive says the same whether it reads all papers or what it kept, and never what was true once.
struct KeptTodayTests {
  private static let papers = [
    "1-erstkontakt", "2-schweigepflichtentbindung", "3-abschluss", "4-rueckmeldung",
  ].map { Repository.path("Examples/Fall/\($0).json") }

  /// An archive with a case, and a folder in which the program keeps what it prepared.
  private func store() throws -> Store {
    let store = try Store()
    #expect(try store.run(["archive", "add", "--draft"] + Self.papers).status <= 1)
    return store
  }

  private func today(_ store: borrowing Store, asOf: String = "2025-11-20", home: String? = nil) throws -> String {
    var environment = ["KISO_CACHE": store.path("vorbereitet")]
    if let home { environment["KISO_HOME"] = home }
    let run = try store.run(["today", "--all", "--format", "json"], asOf: asOf, environment: environment)
    #expect(run.status <= 1, "\(run.errors)")
    return run.output + run.errors
  }

  /// The same from the papers, with nothing kept.
  private func slow(_ store: borrowing Store, asOf: String = "2025-11-20") throws -> String {
    let run = try store.run(["today", "--all", "--format", "json"], asOf: asOf)
    return run.output + run.errors
  }

  private func change(_ store: borrowing Store, _ sql: String) throws {
    try Database(store.data).run(sql)
  }

  @Test func everyDayIsAsThePapersSayAndNoPaperIsReadForIt() throws {
    let store = try store()
    let days = ["2024-07-01", "2024-11-19", "2024-11-20", "2025-02-12", "2025-11-20", "2026-02-01"]
    let expected = try days.map { try slow(store, asOf: $0) }
    #expect(Set(expected).count > 3)
    for (day, text) in zip(days, expected) { #expect(try today(store, asOf: day) == text, "\(day)") }
    // Without the papers only what was kept can be told.
    try change(store, "UPDATE part SET box = x'00'")
    for (day, text) in zip(days, expected) { #expect(try today(store, asOf: day) == text, "\(day)") }
    #expect(try slow(store).contains("nicht ganz lesbar"))
  }

  @Test func aFurtherPaperAnEndAndAnotherProcessAreTold() throws {
    let store = try store()
    let before = try today(store)
    let further = Repository.path("Examples/Fall/7-neuer-kontakt.json")
    #expect(try store.run(["archive", "add", "--draft", further]).status <= 1)
    let after = try today(store)
    #expect(after != before)
    #expect(try after == slow(store))
    let home = store.path("stadt")
    _ = try Program.run(["/bin/sh", "-c", "mkdir '\(home)' && cp -r Forms Templates '\(home)'"], in: Repository.root)
    let process = home + "/Forms/bochum/process.xml"
    let text = String(decoding: try FileReader.bytes(at: process, limit: 1 << 20), as: UTF8.self)
    let changed = text.replacing("<text>", with: "<text>Neu: ")
    try AtomicFile.write(Array(changed.utf8), to: process)
    #expect(try today(store, home: home).contains("\"Neu: "))
    #expect(try today(store) == after)
  }

  @Test func aChangedBitIsWorkedOutAgain() throws {
    let store = try store()
    let text = try today(store)
    try change(store, "UPDATE kept SET box = zeroblob(length(box))")
    #expect(try today(store) == text)
    try change(store, "UPDATE part SET box = x'00'")
    // It was kept again.
    #expect(try today(store) == text)
  }

  @Test func whatCouldNotBeReadIsNotKept() throws {
    let store = try store()
    let whole = try Database(store.data)
    try whole.run("CREATE TABLE aside AS SELECT * FROM part")
    try whole.run("UPDATE part SET box = x'00' WHERE row = (SELECT max(row) FROM part)")
    #expect(try today(store).contains("nicht ganz lesbar"))
    try whole.run("UPDATE part SET box = (SELECT box FROM aside WHERE aside.row = part.row)")
    try whole.run("DROP TABLE aside")
    #expect(try today(store) == slow(store))
  }

  @Test func aLetterReadsTheRevocationsThatMayBeAboutItsReleaseAndNoOthers() throws {
    let store = try store()
    let release = Repository.path("Examples/schweigepflichtentbindung-zwei-blaetter.json")
    let other = Repository.path("Examples/Fall/5-widerruf.json")
    #expect(try store.run(["archive", "add", "--draft", release, other]).status <= 1)
    func check(_ cache: String) throws -> Run {
      let letter = Repository.path("Examples/rueckmeldung-sd-ergebnis.json")
      return try store.run(["check", letter], environment: ["KISO_CACHE": cache])
    }
    let kept = store.path("vorbereitet")
    for cache in [kept, ""] { #expect(try check(cache).status <= 1) }
    _ = try today(store)
    // The sheet of the other family cannot be read; it is known to be about a release of that family alone.
    let ids = try Archive.open(
      ArchivePlace(data: store.data), with: .passphrase(Store.secret(Store.passphrase)),
      library: Catalogue(home: Repository.root).library()
    ).entries().filter { $0.card.form == "widerruf" }.map(\.id)
    #expect(ids.count == 1)
    let data = try Database(store.data)
    try data.run("CREATE TABLE aside AS SELECT * FROM part")
    for id in ids { try data.run("UPDATE part SET box = x'00' WHERE id = ?", [.id(id)]) }
    let narrowed = try check(kept)
    #expect(narrowed.status <= 1, "\(narrowed.transcript)")
    #expect(try check("").transcript.contains("[E-RSD-ablage]"))
    try data.run("UPDATE part SET box = (SELECT box FROM aside WHERE aside.row = part.row)")
    try data.run("DROP TABLE aside")
    // A sheet without a number stops every letter that it may mean, in whatever case it was filed.
    let sheet = try store.write(
      Array(
        """
        {"form": "widerruf", "umfang_widerruf": "ganz", "datum": "2025-10-10", "eingegangen_am": "2025-10-10",
         "person": {"vorname": "Thành", "nachname": "Nguyễn"},
         "kinder": [{"vorname": "Mai-Linh", "nachname": "von der Heydt"}]}
        """.utf8), "widerruf.json")
    let added = try store.run(["archive", "add", "--draft", "--case", "KSA-5-2024-0031", sheet])
    #expect(added.status <= 1, "\(added.transcript)")
    #expect(try check(kept).status == 2)
    _ = try today(store)
    let (stopped, slow) = (try check(kept), try check(""))
    #expect(stopped.status == 2 && stopped.transcript == slow.transcript, "\(stopped.transcript)")
  }

  @Test func aRevocationFiledUnderAnotherCaseIsToldInAllOfThem() throws {
    let store = try Store()
    #expect(try store.run(["archive", "add", "--draft"] + Self.papers.prefix(2)).status <= 1)
    let view = { (cache: String) throws -> String in
      let run = try store.run(["case", "KSA-5-2024-0031"], asOf: "2024-10-20", environment: ["KISO_CACHE": cache])
      return run.output + run.errors
    }
    let kept = store.path("vorbereitet")
    let before = try (today(store, asOf: "2024-10-20"), view(kept))
    // The family has a second case by now, and the sheet was put there; it gives no number.
    let note = try store.write(
      Array(
        """
        {"form": "gespraechsnotiz", "vorgangsnummer": "KSA-5-2024-0077", "notiz_nr": 1, "datum": "2024-10-15"}
        """.utf8), "notiz.json")
    let sheet = try store.write(
      Array(
        """
        {"form": "widerruf", "umfang_widerruf": "ganz", "datum": "2024-10-12", "eingegangen_am": "2024-10-12",
         "person": {"vorname": "Thành", "nachname": "Nguyễn"},
         "kinder": [{"vorname": "Mai-Linh", "nachname": "von der Heydt"}]}
        """.utf8), "widerruf.json")
    #expect(try store.run(["archive", "add", "--draft", note]).status <= 1)
    #expect(try store.run(["archive", "add", "--draft", "--case", "KSA-5-2024-0077", sheet]).status <= 1)
    for cache in [kept, ""] {
      let after = try view(cache)
      #expect(after != before.1 && after.contains("gilt nicht, bis geklärt ist: der Widerruf"), "\(after)")
    }
    let after = try today(store, asOf: "2024-10-20")
    #expect(try after == slow(store, asOf: "2024-10-20"))
    // And once more from what was kept meanwhile.
    #expect(try today(store, asOf: "2024-10-20") == after)
    #expect(after.contains("\"PR-5\"") && !before.0.contains("\"PR-5\""), "\(after)")
  }

  @Test func aLockedArchiveIsSaidAsBefore() throws {
    let store = try store()
    let locked = { (cache: String) throws -> Run in
      try Program.run(
        [Kiso.path, "today", "--as-of", "2025-11-20"], in: store.folder,
        environment: [
          "KISO_HOME": Repository.root, "KISO_CACHE": cache, "KISO_ARCHIVE": store.data, "HOME": store.path("heim"),
        ])
    }
    let before = try locked("")
    _ = try today(store)
    let after = try locked(store.path("vorbereitet"))
    #expect(before.status == after.status && before.transcript == after.transcript)
  }
}
