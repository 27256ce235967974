import Files
import Glibc
import Testing

/// Several papers in one call: what is reported, what is made, and where it goes.
struct BatchTests {
  private let notes = ["gespraechsnotiz-erstkontakt.json", "gespraechsnotiz-minimal.json"]
  private var sources: [String] { notes.map { Repository.path("Examples/\($0)") } }

  @Test(arguments: ["odt", "fodt"])
  func severalRecordsBecomeTheDocumentsThatEachBecomesAlone(_ format: String) throws {
    let scratch = try Scratch()
    let run = try Kiso.runOnDay(["render"] + sources + ["-o", scratch.path("neu/Fertig"), "--format", format])
    #expect(run.status == 0 && run.errors == "" && run.output == "")
    #expect(Scratch.names(in: scratch.path("neu/Fertig")) == notes.map { stem($0) + "." + format })
    #expect(mode(of: scratch.path("neu/Fertig")) == 0o700)
    for (source, name) in zip(sources, notes) {
      _ = try Kiso.runOnDay(["render", source, "-o", scratch.path("x.\(format)")])
      let file = "neu/Fertig/\(stem(name)).\(format)"
      #expect(try scratch.bytes(file) == scratch.bytes("x.\(format)") && mode(of: scratch.path(file)) == 0o600)
    }
  }

  @Test func oneRecordGoesIntoAFolderThatIsThere() throws {
    let scratch = try Scratch()
    let run = try Kiso.runOnDay(["render", sources[0], "-o", scratch.path])
    #expect(run.status == 0 && scratch.names == ["gespraechsnotiz-erstkontakt.odt"])
  }

  @Test func papersOfOneCallSeeEachOther() throws {
    let scratch = try Scratch()
    let pair = ["kita-status-kontakt.json", "schweigepflichtentbindung-kontaktstatus.json"]
    let run = try Kiso.runOnDay(["render"] + pair.map { Repository.path("Examples/\($0)") } + ["-o", scratch.path])
    #expect(run.status <= 1 && scratch.names == pair.map { stem($0) + ".odt" }, "\(run.errors)")
  }

  @Test func theSheetsOfOnePaperAreNumbered() throws {
    let scratch = try Scratch()
    let name = "schweigepflichtentbindung-zwei-blaetter"
    let run = try Kiso.runOnDay(["render", Repository.path("Examples/\(name).json"), sources[0], "-o", scratch.path])
    #expect(run.status <= 1, "\(run.errors)")
    #expect(scratch.names == ["gespraechsnotiz-erstkontakt.odt", "\(name)-1.odt", "\(name)-2.odt"])
  }

  @Test func allFindingsOfAllAreToldAndNothingIsMade() throws {
    let scratch = try Scratch()
    let broken = try scratch.write(#"{"form": "gespraechsnotiz", "datum": "2025-12-24"}"#, "a.json")
    let noRecord = try scratch.write("kein Datensatz", "b.json")
    let missing = scratch.path("c.json")
    let run = try Kiso.runOnDay(["render", broken, sources[0], noRecord, missing, "-o", scratch.path("Fertig")])
    #expect(run.status == 66 && !scratch.has("Fertig"))
    for start in ["\(broken): [E-GN-01]", "\(noRecord): [ODF-", "\(missing): [DATEI-FEHLT]"] {
      #expect(run.errors.split(separator: "\n").contains { $0.hasPrefix(start) }, "\(start)")
    }
    #expect(run.errors.hasSuffix("Nichts erzeugt. Fehler in: \(noRecord), \(missing), \(broken)\n"))
  }

  @Test func aReportIsMadeThoughAnotherPaperHasErrors() throws {
    let scratch = try Scratch()
    let broken = try scratch.write(#"{"form": "gespraechsnotiz"}"#, "a.json")
    let report = Repository.path("Examples/kwg-meldebogen-minimal.json")
    let run = try Kiso.runOnDay(["render", broken, report, "-o", scratch.path("Fertig")])
    #expect(run.status == 2)
    #expect(Scratch.names(in: scratch.path("Fertig")) == ["kwg-meldebogen-minimal.odt"])
  }

  @Test(arguments: [
    (["render", "a.json", "b.json"], "several and no folder"),
    (["render", "a.json", "b.json", "-o", "x.odt"], "several into one file"),
    (["render", "a.json", "-o", "x.odt", "--format", "pdf"], "format against ending"),
    (["render", "a.json", "--format", "docx"], "format that is none"),
    (["render", "-", "-", "-o", "Fertig"], "standard input for two"),
    (["print", "-", "--with", "-"], "standard input for a companion"),
    (["print", "a.json", "-o", "x.odt"], "printing into a document"),
    (["print", "a.json", "-o", "x.pdf", "--copies", "2"], "copies of a file"),
    (["print", "a.json", "--copies", "0"], "no copies"), (["print", "a.json", "--copies", "100"], "many copies"),
    (["print", "a.json", "--duplex", "beides"], "unknown sides"), (["print"], "nothing to print"),
    (["print", "--blank", "notitz"], "unknown blank"),
  ])
  func aCallThatCannotBeMeantIsRefused(_ words: [String], _ name: String) throws {
    let scratch = try Scratch()
    let run = try Kiso.run(words, in: scratch.path)
    #expect(run.status == 64 && run.output == "" && scratch.names == [])
    try Golden.expect(run.errors, "usage/\(name)")
  }

  @Test func twoPapersOfOneNameAreRefused() throws {
    let scratch = try Scratch()
    let copy = try scratch.write(Repository.bytes("Examples/\(notes[0])"), notes[0])
    let run = try Kiso.runOnDay(["render", sources[0], copy, "-o", scratch.path("Fertig")])
    #expect(run.status == 64 && !scratch.has("Fertig"))
  }

  @Test func aFileThatIsNoDocumentIsNotPrinted() throws {
    let scratch = try Scratch()
    let cases: [(name: String, bytes: [UInt8])] = [
      ("halb.pdf", Array("%PDF-1.7 halb".utf8)), ("bild.odt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      ("halb.odt", Array(try Kiso.runOnDay(["render", sources[0]]).bytes.prefix(2000))),
      ("roh.fodt", Array("<office:document office:version='1.3'>".utf8)), ("leer.odt", []),
    ]
    for (name, bytes) in cases {
      let run = try Kiso.run(["print", scratch.write(bytes, name), "-o", scratch.path("x.pdf")])
      #expect(run.status == 65 && !scratch.has("x.pdf"), "\(name): \(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }
  }

  @Test func whatLibreOfficeDoesNotDeliverIsNamed() throws {
    let scratch = try Scratch()
    let script = "#!/bin/sh\nprintf '%%PDF-1.7\\n%%%%EOF' > out/0.pdf\nprintf '%%PDF-1.7 halb' > out/1.pdf\n"
    try AtomicFile.write(Array(script.utf8), to: scratch.path("soffice"), permissions: 0o700)
    let run = try Kiso.runOnDay(
      ["print"] + sources + ["-o", scratch.path("Fertig"), "--soffice", scratch.path("soffice")])
    #expect(run.status == 74 && !scratch.has("Fertig"))
    #expect(
      run.errors == "kiso print: [DRUCK-KEINE-AUSGABE] ›\(sources[1])‹: LibreOffice hat kein Ergebnis geliefert.\n")
  }

  @Test(.enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"))
  func progressIsShownToAPersonOnly() throws {
    let scratch = try Scratch()
    let words = ["print", "--blank", "widerruf", "kita-status", "-o", scratch.path("Fertig")]
    #expect(try Kiso.run(words).transcript == "-- Status 0\n")
    let line = ([Kiso.path] + words).map { "'\($0)'" }.joined(separator: " ")
    let watched = try Program.run(
      ["script", "-qefc", line, "/dev/null"], environment: ["KISO_HOME": Repository.root, "KISO_CACHE": ""])
    #expect(watched.status == 0 && watched.output.contains("PDF: 0 von 2") && watched.output.hasSuffix("\r\u{1B}[K"))
    #expect(Scratch.names(in: scratch.path("Fertig")) == ["kita-status.pdf", "widerruf.pdf"])
  }
}
