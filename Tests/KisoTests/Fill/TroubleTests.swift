import Files
import Glibc
import Paperwork
import Testing

/// What goes wrong in the world is said in clear words, with the right status, and costs nothing that was typed.
struct TroubleTests {
  private let note = ["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day

  @Test func bytesThatAreNoTextAreLeftOut() throws {
    let desk = try Desk()
    let run = try desk.start(note)
    run.type([0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80, 0xF5])
    try run.wait(for: "kein UTF-8")
    // The rest of what was typed is there, and the next key goes on.
    run.answer("\u{15}KSA-2-2025-0147")
    try run.wait(for: "  Vorgangsnummer              KSA-2-2025-0147")
    // Keys without meaning, broken sequences and control characters do nothing.
    run.type([0x1B, 0x5B, 0x39, 0x39, 0x7E, 0x1B, 0x4F, 0x50, 0x07, 0x1B, 0x5B, 0x3F, 0x31, 0x68, 0x00])
    run.answer("1")
    try run.wait(for: "  Notiz Nr.                   1")
    run.type("\u{03}")
    #expect(run.finish() == 130 && run.screen.unknown == [])
  }

  @Test func malformedLinesThroughAPipeAreRefusedAndTheNextOneCounts() throws {
    let desk = try Desk()
    let lines: [[UInt8]] = [[0xFF, 0xFE, 0x0A], Array("KSA-2-2025-0147\n".utf8), Array("1\u{07}\u{1B}[2J\n".utf8)]
    let run = try Kiso.run(note, input: lines.flatMap { $0 }, in: desk.home.path, environment: desk.environment)
    #expect(run.status == 65 && run.errors.contains("Die Zeile ist kein UTF-8 und wurde nicht übernommen."))
    #expect(run.errors.contains("Vorgangsnummer: KSA-2-2025-0147\n"))
    // What could steer a terminal is not shown again.
    #expect(!run.errors.utf8.contains(0x1B) && !run.errors.utf8.contains(0x07))
    #expect(run.errors.contains("Entwurf gespeichert.") && desk.drafts.count == 1)
  }

  @Test func anEnormousPasteIsRefusedAsAWhole() throws {
    let desk = try Desk()
    let run = try desk.start(note)
    run.answer("/inhalt")
    try run.wait(for: "\nKurze Inhaltsdarstellung")
    run.type("Vorher")
    run.type("\u{1B}[200~" + String(repeating: "Zeile mit Umlauten äöü\r", count: 45_000) + "\u{1B}[201~")
    try run.wait(for: "Der eingefügte Text ist zu lang")
    #expect(run.text.contains("› Vorher"))
    run.type("\u{04}")
    try run.wait(for: "  Kurze Inhaltsdarstellung    Vorher")
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }

  @Test func aPasteOfManyLinesIsOneTextAndOneLineInAField() throws {
    let desk = try Desk()
    let run = try desk.start(note)
    run.answer("/anlass")
    try run.wait(for: "\nAnlass")
    run.type("\u{1B}[200~Erste\rzweite\u{1B}[201~\r")
    try run.wait(for: "  Anlass / Anliegen           Erste zweite")
    run.answer("/inhalt")
    try run.wait(for: "\nKurze Inhaltsdarstellung")
    run.type("\u{1B}[200~Erste\r\n\r\ndritte mit e\u{301}\u{1B}[201~\u{04}")
    try run.wait(for: "dritte mit é")
    run.answer("/sichern y.json")
    try run.wait(for: "Gesichert: y.json")
    let record = try Repository.record(desk.bytes("y.json"))
    #expect(record.root.value("inhalt") == "Erste\n\ndritte mit é" && record.root.value("anlass") == "Erste zweite")
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }

  @Test func aLineWithoutEndThroughAPipeIsRefused() throws {
    let desk = try Desk()
    let long = String(repeating: "x", count: 1 << 20)
    let run = try desk.run(note, lines: [long, "KSA-2-2025-0147"])
    #expect(run.status == 65 && run.errors.contains("Die Zeile ist zu lang (höchstens 128 KiB)"))
    #expect(run.errors.contains("Vorgangsnummer: KSA-2-2025-0147\n"))
  }

  @Test func aTextThatIsTooLongForItsFieldIsKeptAndSaid() throws {
    let desk = try Desk()
    let run = try desk.start(note)
    run.answer("/inhalt")
    try run.wait(for: "\nKurze Inhaltsdarstellung")
    run.type("\u{1B}[200~" + String(repeating: "Wort ", count: 2000) + "\u{1B}[201~\u{04}")
    try run.wait(for: "[E-GN-inhalt-laenge]")
    #expect(run.screen.unknown == [])
    run.type("\u{03}")
    #expect(run.finish() == 130)
    #expect(try FileReader.bytes(at: desk.drafts.first ?? "", limit: 1 << 20).count > 20_000)
  }

  @Test func aClosedInputIsAFailureOfTheWorld() throws {
    let desk = try Desk()
    let run = try desk.run(note, redirections: "<&-")
    #expect(run.status == 74 && run.errors.contains("[DATEI-EA]"), "\(run.errors)")
    #expect(desk.drafts == [])
  }

  @Test func anInputThatEndsEarlyKeepsTheDraft() throws {
    let desk = try Desk()
    let run = try desk.run(note, lines: ["KSA-2-2025-0147", "1", "9.9.2025"])
    #expect(run.status == 65 && run.output == "" && desk.drafts.count == 1)
    let name = FilePath.stem(of: desk.drafts.first ?? "")
    #expect(
      run.errors.hasSuffix(
        "Die Eingabe endete vor der letzten Frage. Entwurf gespeichert. Fortsetzen: kiso fill --resume \(name)\n"))
    let rest = try TypedTalk.note.answers().dropFirst(3).map { $0.replacing("\n", with: "\\\n") }
    let resumed = try desk.run(["fill", "--resume", name, "-o", "x.json"] + Desk.day, lines: Array(rest))
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try Repository.record(desk.bytes("x.json")) == TypedTalk.note.expected())
  }

  @Test func aFullDiskIsSaidOnceAndTheAnswersStay() throws {
    let desk = try Desk()
    // No file may grow beyond a block: the first answers fit into a draft, then no more.
    let run = try TerminalRun(
      ["/bin/sh", "-c", "ulimit -f 1; exec \"$0\" \"$@\"", Kiso.path, "fill", "gespraechsnotiz"] + Desk.day,
      in: desk.home.path,
      environment: desk.environment)
    try run.wait("the first question") { $0.asks }
    for answer in try TypedTalk.note.typed().prefix(20) { run.answer(answer) }
    try run.wait(for: "\nSprachmittlung")
    #expect(run.finish(seconds: 0.1) == 137)
    let text = String(decoding: run.output, as: UTF8.self)
    #expect(text.split(separator: "Der Entwurf kann nicht gespeichert werden").count == 2)
    #expect(text.contains("Der Speicher ist voll") && text.contains("/sichern DATEI"))
    #expect(run.text.contains("Gesprächssprache            Türkisch"))
    // What fitted is still there.
    let kept = try Repository.record(desk.draftedRecord())
    #expect(kept.root.value("vorgangsnummer") == "KSA-2-2025-0147")
  }

  @Test func aFullDiskAtTheEndIsSaidAndTheDraftStays() throws {
    let desk = try Desk()
    let texts = try TypedTalk.note.answers().map { $0.replacing("\n", with: "\\\n") }
    symlink("/dev/full", desk.path("voll.json"))
    let run = try desk.run(["fill", "gespraechsnotiz", "-o", "voll.json"] + Desk.day, lines: texts)
    #expect(run.status == 74 && run.errors.contains("[DATEI-SPEICHER-VOLL]"), "\(run.errors)")
    #expect(desk.drafts.count == 1)
    let again = try desk.run(["fill", "--resume", "-o", "x.json"] + Desk.day, lines: [""])
    #expect(again.status == 0 && desk.drafts == [], "\(again.errors)")
    #expect(try Repository.record(desk.bytes("x.json")) == TypedTalk.note.expected())
  }

  @Test func aDraftFolderThatCannotBeMadeIsSaidOnceAndThePaperIsWritten() throws {
    let desk = try Desk()
    _ = try desk.home.write([], as: "state")
    let run = try desk.start(note)
    run.answer("KSA-2-2025-0147")
    try run.wait(for: "Der Entwurf kann nicht gespeichert werden")
    for answer in try TypedTalk.note.typed().dropFirst() { run.answer(answer) }
    #expect(run.finish() == 0)
    #expect(try Repository.record(desk.bytes("x.json")) == TypedTalk.note.expected())
    let text = String(decoding: run.output, as: UTF8.self)
    #expect(text.split(separator: "Der Entwurf kann nicht").count == 2)
  }

  @Test func whatCannotBeKeptAsADraftCanBeSavedElsewhere() throws {
    let desk = try Desk()
    _ = try desk.home.write([], as: "state")
    let run = try desk.start(note)
    run.answer("KSA-2-2025-0147")
    run.answer("")
    run.answer("/sichern anderswo.json")
    try run.wait(for: "Gesichert: anderswo.json")
    run.answer("/sichern anderswo.json")
    try run.wait(for: "gibt es schon")
    run.type("\u{03}")
    #expect(run.finish() == 130 && mode(of: desk.path("anderswo.json")) == 0o600)
    #expect(String(decoding: run.output, as: UTF8.self).contains("Es gibt keinen Entwurf; die Angaben sind verloren."))
    #expect(try Repository.record(desk.bytes("anderswo.json")).root.value("vorgangsnummer") == "KSA-2-2025-0147")
  }

  @Test func anEndingThatNothingCanBeWrittenToIsRefusedBeforeTheFirstQuestion() throws {
    let desk = try Desk()
    let run = try desk.run(["fill", "gespraechsnotiz", "-o", "notiz.doc"])
    #expect(run.status == 64 && run.errors.contains("›.doc‹") && !run.errors.contains("Vorgangsnummer"))
  }

  @Test func aDamagedDraftIsNamedAndCanBeRemoved() throws {
    let desk = try Desk()
    #expect(try desk.run(note, lines: ["KSA-2-2025-0147"]).status == 65)
    let file = try #require(desk.drafts.first)
    try AtomicFile.write(Array("{\"draft\": ".utf8), to: file)
    let name = FilePath.stem(of: file)
    #expect(try desk.run(["drafts"]).output == "\(name)  nicht lesbar\n")
    #expect(try desk.run(["fill", "--resume", name]).status == 65)
    #expect(try desk.run(["fill", "--resume"]).status == 66)
    #expect(try desk.run(["drafts", "remove", "--all"]).status == 0 && desk.drafts == [])
  }

  @Test func nothingPersonalStandsInNamesOrTheTitle() throws {
    let desk = try Desk()
    let run = try desk.start(note)
    for answer in try TypedTalk.note.typed().prefix(16) { run.answer(answer) }
    try run.wait(for: "\nNoch ein Kind?")
    for name in ["cmdline", "environ"] {
      let bytes = try FileReader.bytes(at: "/proc/\(run.process)/\(name)", limit: 1 << 20)
      #expect(!bytes.contains("lkay") && !bytes.contains("Kalay") && !bytes.contains("0171"))
    }
    // OSC sets titles; none is sent, nor any other sequence that leaves a trace in the terminal.
    #expect(!run.output.contains("\u{1B}]") && run.screen.unknown == [])
    #expect(!(desk.drafts.first ?? "").contains("lkay"))
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }
}
