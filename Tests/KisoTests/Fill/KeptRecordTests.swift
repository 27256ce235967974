import Files
import Glibc
import Paperwork
import Testing

/// Whatever a conversation ends with, the whole record stays, and the last screen says where.
struct KeptRecordTests {
  /// What is typed for the shortest paper, up to the question where it goes.
  private static let answers = ["", "Mareike Töpfer", "", ""]

  private func record(_ desk: borrowing Desk, _ name: String) throws -> Record {
    try Repository.record(desk.bytes(name))
  }

  @Test func besideAPDFLieTheValuesAndTheLastScreenSaysSo() throws {
    let desk = try Desk()
    let programs = try StandIns()
    let run = try desk.start(["fill", "datenschutzinfo"] + Desk.day, environment: programs.environment)
    for answer in Self.answers + ["pdf", "info.pdf"] { run.answer(answer) }
    #expect(run.finish() == 0, "\(run.text)")
    #expect(run.text.contains("Geschrieben: info.pdf"), "\(run.text)")
    #expect(run.text.contains("Die Angaben dazu: info.json"), "\(run.text)")
    #expect(try record(desk, "info.json").root.groups("fachkraft").first?.value("name") == "Mareike Töpfer")
    #expect(try desk.bytes("info.pdf").starts(with: "%PDF-1.7".utf8) && desk.drafts == [])
  }

  @Test func nothingThatIsThereIsReplacedByTheValues() throws {
    let desk = try Desk()
    let programs = try StandIns()
    for name in ["info.json", "info-2.json"] { _ = try desk.home.write(Array("fremd".utf8), as: name) }
    let run = try desk.run(
      ["fill", "datenschutzinfo", "-o", "info.pdf"] + Desk.day, lines: Self.answers, environment: programs.environment)
    #expect(run.status == 0 && run.errors.contains("Die Angaben dazu: info-3.json"), "\(run.errors)")
    #expect(try desk.bytes("info.json") == Array("fremd".utf8) && desk.bytes("info-2.json") == Array("fremd".utf8))
    #expect(try record(desk, "info-3.json").form == "datenschutzinfo")
  }

  @Test func afterPrintingTheValuesStay() throws {
    let desk = try Desk()
    let programs = try StandIns()
    let run = try desk.start(["fill", "datenschutzinfo"] + Desk.day, environment: programs.environment)
    for answer in Self.answers + ["drucken"] { run.answer(answer) }
    #expect(run.finish() == 0, "\(run.text)")
    #expect(run.text.contains("Auftrag Datei-1"), "\(run.text)")
    #expect(run.text.contains("Die Angaben dazu: datenschutzinfo-2025-11-20.json"), "\(run.text)")
    #expect(try record(desk, "datenschutzinfo-2025-11-20.json").form == "datenschutzinfo" && desk.drafts == [])
  }

  @Test func theNextPaperBeginsFromTheValuesAndNotFromThePDF() throws {
    let desk = try Desk()
    let programs = try StandIns()
    var answers = try TypedTalk.note.answers()
    answers[answers.count - 4] = "ja"
    let run = try desk.run(
      ["fill", "gespraechsnotiz", "-o", "n.pdf"] + Desk.day, lines: answers.map { $0.replacing("\n", with: "\\\n") },
      environment: programs.environment)
    #expect(run.errors.contains("kiso fill kwg-meldebogen --from n.json\n"), "\(run.errors)")
  }

  /// A consent of two signers makes two pages; each of them hides something, none has everything.
  @Test func ofTwoSheetsNoneHoldsAllAndTheRecordLiesBeside() throws {
    let desk = try Desk()
    let release = Repository.path("Examples/schweigepflichtentbindung-zwei-blaetter.json")
    let run = try desk.run(
      ["fill", "schweigepflichtentbindung", "--from", release, "-o", "e.odt"] + Desk.day, lines: ["/fertig", ""])
    #expect(run.status <= 1 && run.errors.contains("Die Angaben dazu: e.json"), "\(run.errors)")
    let persons = try record(desk, "e.json").root.groups("erklaerende")
    #expect(persons.count == 2 && persons.allSatisfy { !$0.groups("anschrift").isEmpty })
  }

  @Test func whereTheValuesCannotBeWrittenTheDraftStays() throws {
    let desk = try Desk()
    let programs = try StandIns()
    let run = try desk.run(
      ["fill", "datenschutzinfo", "-o", "/proc/info.pdf"] + Desk.day, lines: Self.answers,
      environment: programs.environment)
    #expect(run.status != 0 && desk.drafts.count == 1, "\(run.errors)")
  }
}

/// The same where an archive is set up.
struct KeptInArchiveTests {
  /// What is typed for the note after the first, up to the question where it goes.
  private static let lines = [
    "18.11.2025", "10:00", "10:45", "hausbesuch", "", "", "", "2", "", "ja", "Jobcenter zahlt nach", "behoerde", "",
    "Leistungen werden nachgezahlt.", "", "", "", "", "", "", "", "", "", "",
  ]

  /// A conversation at a terminal about the note after the first, up to its end as a PDF.
  private func begin(
    _ store: borrowing Store, _ programs: borrowing StandIns, _ more: [String] = []
  ) throws -> TerminalRun {
    let first = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")
    let words = ["fill", "gespraechsnotiz", "--from", first, "-o", "n.pdf", "--as-of", "2025-11-20"] + more
    let run = try TerminalRun(
      [Kiso.path] + words, in: store.folder,
      environment: ["KISO_ARCHIVE": store.data, "HOME": store.path("heim")].merging(programs.environment) { $1 })
    try run.wait("the first question") { $0.asks }
    for line in Self.lines { run.answer(line.hasPrefix("Leistungen") ? line + "\u{04}" : line) }
    return run
  }

  @Test func anArchiveThatIsSetUpTakesTheRecordAndThePage() throws {
    let store = try Store()
    let programs = try StandIns()
    let run = try begin(store, programs)
    try run.wait(for: "Kennwort der Ablage:")
    run.type("falsch geraten und lang\r")
    try run.wait(for: "[ZUGANG-FALSCH]")
    try run.wait("the question again") { $0.text.count(of: "Kennwort der Ablage:") == 2 }
    run.type(Store.passphrase + "\r")
    try run.wait(for: "Abgelegt: ")
    #expect(run.finish() == 0, "\(run.text)")
    #expect(!FileRemoval.exists(store.path("n.json")) && FileRemoval.exists(store.path("n.pdf")))
    let listed = try store.run(["archive", "case", CaseTests.number])
    #expect(listed.output.contains("Gesprächsnotiz Nr. 2"), "\(listed.output)\(listed.errors)")
  }

  @Test func withoutAPassphraseTheValuesLieBeside() throws {
    let store = try Store()
    let programs = try StandIns()
    let run = try begin(store, programs)
    try run.wait(for: "Kennwort der Ablage:")
    run.type("\r")
    try run.wait(for: "Die Angaben dazu: n.json")
    // What the archive could say about the paper was not heard, and that is said.
    #expect(run.finish() == 1 && run.text.contains("[W-GN-ablage]"), "\(run.text)")
    #expect(try Repository.record(store.bytes("n.json")).root.value("notiz_nr") == "2")
  }

  @Test func whoLeavesTheArchiveOutIsNotAsked() throws {
    let store = try Store()
    let programs = try StandIns()
    let run = try begin(store, programs, ["--no-archive"])
    try run.wait(for: "Die Angaben dazu: n.json")
    #expect(run.finish() == 0 && !run.text.contains("Kennwort der Ablage"), "\(run.text)")
  }

  @Test func killedWhileTheArchiveIsAskedTheDraftIsThere() throws {
    let store = try Store()
    let programs = try StandIns()
    let run = try begin(store, programs)
    try run.wait(for: "Kennwort der Ablage:")
    kill(run.process, SIGKILL)
    _ = run.finish()
    let drafts = try DirectoryListing.files(in: store.path("heim/.local/state/kiso/drafts"), withExtension: "json")
    #expect(drafts.count == 1)
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
