import Files
import Testing

/// `kiso setup`: what an office needs once, asked or from a file, and each thing tried.
struct SetupTests {
  private static let settings = """
    name = Jörg Weißhaupt
    stadtbezirk = 2
    ausgabe = pdf
    ordner = ~/Papiere
    editor = /bin/true
    zugang = jw
    daten = ~/ablage/daten.kiso

    """
  private static let passphrase = "ein langes Kennwort fürs Amt"

  private func set(_ desk: borrowing Desk, _ text: String = settings, _ words: [String] = []) throws -> Run {
    if !FileRemoval.exists(desk.path("ein.txt")) { _ = try desk.home.write(Array(text.utf8), as: "ein.txt") }
    return try desk.run(["setup", "--from", desk.path("ein.txt")] + words)
  }

  @Test func fromAFileEverythingIsKeptAndTriedWithoutAQuestion() throws {
    let desk = try Desk()
    let run = try set(desk, Self.settings, ["--new-access-file", desk.path("zugang.key")])
    #expect(run.status == 0, "\(run.transcript)")
    for line in ["Formulare  ", "Ordner  ", "LibreOffice  ", "Drucker  ", "Editor  ", "Ablage  "] {
      #expect(run.output.contains(line), "\(line)")
    }
    #expect(run.output.contains("in Ordnung: \(desk.path("Papiere"))"), "\(run.output)")
    // The archive lies where the settings say, and the commands find it there.
    #expect(FileRemoval.exists(desk.path("ablage/daten.kiso")))
    let list = try desk.run(["archive", "list", "--access-file", desk.path("zugang.key")])
    #expect(list.status == 0 && list.output.contains("Nichts gefunden"), "\(list.transcript)")
    let again = try set(desk)
    #expect(again.status == 0 && again.output.contains(/nicht\s+geöffnet/), "\(again.transcript)")
  }

  @Test func whatDoesNotWorkIsSaidAndTheRestIsTriedAllTheSame() throws {
    let desk = try Desk()
    let text = Self.settings.replacing("/bin/true", with: "gibtsnicht").replacing("~/Papiere", with: "/proc/Papiere")
    let run = try set(desk, text + "drucker = nirgends\n")
    #expect(run.status == 1, "\(run.transcript)")
    #expect(run.output.contains("‚gibtsnicht‘ gibt es nicht"))
    #expect(run.output.matches(of: /geht nicht/).count == 3, "\(run.output)")
    #expect(run.output.contains("kiso archive init legt sie an"))
  }

  @Test func aMistakeInTheFileChangesNothing() throws {
    let desk = try Desk()
    let run = try set(desk, "stadtbezirk = 9\nnaem = X\n")
    #expect(run.status == 65 || run.status == 2, "\(run.transcript)")
    #expect(run.errors.contains("naem") && run.output.isEmpty)
    #expect(!FileRemoval.exists(desk.path("config/kiso/settings")))
    let unattended = try desk.run(["setup"])
    #expect(unattended.status == 64 && unattended.errors.contains("--from DATEI"), "\(unattended.transcript)")
  }

  @Test func atATerminalItAsksAndMakesTheArchive() throws {
    let desk = try Desk()
    let run = try desk.start(["setup"])
    for answer in ["Jörg Weißhaupt", "", "", "2", "", "", "JW", "pdf", "", "", "", "jw", "", "", ""] {
      run.answer(answer)
    }
    try run.wait(for: "Eine verschlüsselte Ablage anlegen")
    run.answer("ja")
    try run.wait(for: "Neues Kennwort")
    run.answer(Self.passphrase)
    try run.wait(for: "Noch einmal")
    run.answer(Self.passphrase)
    try run.wait(for: "Eingerichtet")
    #expect(run.finish() == 0, "\(run.text)")
    #expect(run.text.contains("Ablage:"), "\(run.text)")
  }
}
