import Files
import Paperwork
import Testing

/// `kiso settings` and what papers take from them.
struct SettingsTests {
  private static let text = """
    # Kommentar
    name = Jörg Weißhaupt
    funktion = Kita-Sozialarbeiter
    einrichtung = Jugendamt Bochum
    stadtbezirk = 2
    telefon = 02349100000
    ausgabe = angaben
    """

  private func settle(_ desk: borrowing Desk, _ text: String) throws {
    _ = try desk.home.makeFolder("config")
    _ = try desk.home.makeFolder("config/kiso")
    _ = try desk.home.write(Array(text.utf8), as: "config/kiso/settings")
  }

  @Test func settingsAreAskedForAndWrittenWithGermanComments() throws {
    let desk = try Desk()
    let run = try desk.start(["settings"])
    for answer in [
      "Jörg Weißhaupt", "Kita-Sozialarbeiter", "", "wattenscheid", "02349100000", "", "JW", "pdf", "", "", "", "", "",
      "", "",
    ] { run.answer(answer) }
    #expect(run.finish() == 0, "\(run.text)")
    try Golden.expect(String(decoding: desk.bytes("config/kiso/settings"), as: UTF8.self), "fill/settings")
    #expect(mode(of: desk.path("config/kiso/settings")) == 0o600 && mode(of: desk.path("config/kiso")) == 0o700)
    let shown = try desk.run(["settings", "--show"])
    #expect(try shown.status == 0 && shown.bytes == desk.bytes("config/kiso/settings"))
    #expect(desk.drafts == [])
  }

  @Test func whatIsWrongInTheFileIsSaidWithItsLine() throws {
    let desk = try Desk()
    try settle(desk, "naem = X\nstadtbezirk = 9\nohne Zeichen\n")
    let run = try desk.run(["settings", "--show"])
    #expect(run.status == 1)
    try Golden.expect(run.errors.replacing(desk.home.path, with: "~"), "fill/settings-wrong")
  }

  @Test func aNoteTakesWhoAndWhereFromThem() throws {
    let desk = try Desk()
    try settle(desk, Self.text)
    var answers = try TypedTalk.note.answers()
    let place = try #require(answers.firstIndex { $0.hasPrefix("Jörg Weißhaupt") })
    answers[place] = ""
    answers[try #require(answers.firstIndex(of: "2"))] = ""
    let run = try desk.run(
      ["fill", "gespraechsnotiz"] + Desk.day, lines: answers.map { $0.replacing("\n", with: "\\\n") } + ["", "x.json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.contains(
        "Fachkraft (Pflicht) [Jörg Weißhaupt, Kita-Sozialarbeiter, Bochum-Wattenscheid, 0234 910-0000]:"))
    #expect(run.errors.contains("Ausgabe [nur die Angaben (.json)]:"))
    var expected = try TypedTalk.note.expected()
    let path = try #require(RecordPath("fachkraft/telefon"))
    let library = try #require(Repository.library)
    expected.replace(
      at: path, with: [.value("0234 910-0000")], form: try #require(library.forms["gespraechsnotiz"]))
    #expect(try Repository.record(desk.bytes("x.json")) == expected)
  }

  @Test func anEditorFromTheSettingsWritesTheLongText() throws {
    let desk = try Desk()
    // It adds a line, and says what it saw of the world.
    let editor = try desk.home.write(
      Array(
        "#!/bin/sh\nls -la \"$(dirname \"$1\")\" > spur; echo \"$1\" >> spur; echo 'aus dem Editor' >> \"$1\"\n".utf8),
      as: "editor")
    _ = try desk.run(["fill", "gespraechsnotiz", "--no-input"])
    try settle(desk, "editor = sh \(editor)\n")
    let run = try desk.start(["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day)
    run.answer("/inhalt")
    try run.wait(for: "\nKurze Inhaltsdarstellung")
    run.type("Am Bildschirm begonnen.\r\u{0F}")
    try run.wait(for: "aus dem Editor")
    run.answer("/sichern y.json")
    try run.wait(for: "Gesichert")
    let record = try Repository.record(desk.bytes("y.json"))
    #expect(record.root.value("inhalt") == "Am Bildschirm begonnen.\naus dem Editor\n")
    let trace = String(decoding: try desk.bytes("spur"), as: UTF8.self)
    #expect(trace.contains(/drwx------ .* \.\n/) && trace.contains(/-rw------- .* text\.txt/))
    let path = try #require(trace.split(separator: "\n").last)
    #expect(path.contains(/\/kiso-\d+-\w{6}\/text\.txt$/) && !FileRemoval.exists(String(path)))
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }

  @Test func anEditorThatFailsLeavesTheTextAsItWas() throws {
    let desk = try Desk()
    let run = try desk.start(
      ["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day, environment: ["VISUAL": "false", "EDITOR": "true"])
    run.answer("/inhalt")
    try run.wait(for: "\nKurze Inhaltsdarstellung")
    run.type("Bleibt stehen\u{0F}")
    try run.wait(for: "Der Editor hat keinen Text geliefert")
    try run.wait("the text") { $0.text.contains("› Bleibt stehen") }
    run.type("\u{03}")
    #expect(run.finish() == 130)
    // Where there is none at all, it is said.
    let none = try desk.start(["fill", "--resume"] + Desk.day, environment: ["PATH": desk.path("nichts")])
    none.type("\u{0F}")
    try none.wait(for: "Kein Editor bekannt.")
    none.type("\u{03}")
    #expect(none.finish() == 130)
    // Without one that is named, that of the machine.
    let bin = try desk.home.makeFolder("bin")
    _ = try desk.home.write(Array("#!/bin/sh\necho 'vom Rechner' >> \"$1\"\n".utf8), as: "bin/editor")
    _ = try Program.run(["chmod", "755", desk.path("bin/editor")])
    let system = try desk.start(["fill", "--resume"] + Desk.day, environment: ["PATH": bin])
    system.type("\u{0F}")
    try system.wait(for: "vom Rechner")
    system.type("\u{03}")
    #expect(system.finish() == 130)
  }
}
