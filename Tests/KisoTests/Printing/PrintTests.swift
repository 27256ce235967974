import Files
import Glibc
import Paperwork
import Testing

/// Papers on paper: a real print service, the real LibreOffice, the real command.
@Suite(
  .serialized,
  .enabled(if: PrintService.obstacle == nil, "\(PrintService.obstacle ?? "")"),
  .enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"))
struct PrintTests {
  private let note = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")

  private func print(
    _ words: [String], _ service: PrintService, _ more: [String: String] = [:]
  ) throws -> Run {
    let variables = service.environment.merging(more) { $1 }
    return try Kiso.run(["print"] + words + ["--as-of", "2025-11-20"], environment: variables)
  }

  @Test func papersOfEveryKindGoToThePrinterEachAsAJobOfItsOwn() throws {
    let service = try PrintService()
    let scratch = try Scratch()
    let files = ["Çağlayan.odt", "Çağlayan.fodt"].map { scratch.path($0) }
    for file in files { #expect(try Kiso.runOnDay(["render", note, "-o", file]).status == 0) }
    let given = try scratch.write(Array("%PDF-1.4 gegeben\n%%EOF\n".utf8), "Ayşegül.pdf")
    let temporary = scratch.path("tmp")
    mkdir(temporary, 0o700)
    let words = [note] + files + [given, "--printer", "Datei", "--copies", "2", "--duplex", "short"]
    let run = try print(words, service, ["TMPDIR": temporary])
    // A flat file carries no record: it is printed as it is, and that is said.
    let lines = run.errors.split(separator: "\n")
    #expect(run.status == 0 && lines.count == 1 && lines[0].contains(".fodt: [H-UNGEPRUEFT]"), "\(run.errors)")
    let expected = ([note] + files + [given]).enumerated().map { "\($0.element): Auftrag Datei-\($0.offset + 1)\n" }
    #expect(run.output == expected.joined())
    for number in 1...4 {
      let job = try #require(try service.job(number))
      #expect(job.document.starts(with: "%PDF-1.".utf8))
      // Number, user, title, copies, options: nothing says whose paper it is.
      #expect(job.words[2...3] == ["kiso", "2"])
      let options = job.words[4].split(separator: " ")
      #expect(options.contains("sides=two-sided-short-edge") && options.contains("collate"))
      #expect(options.contains("print-scaling=none") == (number == 1))
      for word in ["Çağlayan", "Ayşegül", "erstkontakt"] { #expect(!job.words.joined().contains(word)) }
      if number < 4 { #expect(job.document.contains("<pdfaid:part>2</")) }
    }
    #expect(try service.job(4)?.document == FileReader.bytes(at: given, limit: 100))
    #expect(try DirectoryListing.files(in: temporary) == [] && service.jobCount() == 4)
  }

  @Test func aBlankPaperGoesToTheDefaultPrinterOnBothSides() throws {
    let service = try PrintService()
    #expect(try service.admin(["lpadmin", "-d", "Datei"]))
    let run = try print(["--blank", "widerruf"], service)
    #expect(run.output == "widerruf: Auftrag Datei-1\n" && run.status == 0, "\(run.errors)")
    let words = try #require(try service.job(1)).words
    #expect(words[3] == "1" && words[4].contains("sides=two-sided-long-edge") && !words[4].contains("ollate"))
  }

  @Test func aPrinterThatCannotPrintIsToldBeforeAnythingIsMade() throws {
    let service = try PrintService()
    // Were LibreOffice started, this would be the failure.
    let office = ["--soffice", "/bin/false"]
    let none = try print([note] + office, service)
    #expect(none.status == 69 && none.output == "")
    try Golden.expect(none.errors, "print/no default printer")
    let unknown = try print([note, "--printer", "Flur"] + office, service)
    #expect(unknown.status == 69)
    try Golden.expect(unknown.errors, "print/unknown printer")
    #expect(try service.admin(["cupsreject", "Datei"]))
    let refusing = try print([note, "--printer", "Datei"] + office, service)
    #expect(refusing.status == 69)
    try Golden.expect(refusing.errors, "print/refusing printer")
    let nowhere = try print([note], service, ["CUPS_SERVER": "/nirgends/socket"])
    #expect(nowhere.status == 69)
    try Golden.expect(nowhere.errors, "print/no service")
    let nothing = try print([note], service, ["PATH": "/nirgends"])
    #expect(nothing.status == 69)
    try Golden.expect(nothing.errors, "print/no lp")
    #expect(try service.jobCount() == 0)
  }

  @Test func atAPrinterThatWasStoppedThePaperWaitsAndThatIsTold() throws {
    let service = try PrintService()
    #expect(try service.admin(["cupsdisable", "Datei"]))
    let run = try print(["--blank", "widerruf", "--printer", "Datei"], service)
    #expect(run.status == 1 && run.output == "widerruf: Auftrag Datei-1\n" && run.errors.contains("angehalten"))
    #expect(try service.admin(["cupsenable", "Datei"]))
    #expect(try service.job(1) != nil)
  }

  @Test func onePaperWithErrorsHoldsUpTheOthersButNotTheReport() throws {
    let service = try PrintService()
    let scratch = try Scratch()
    let broken = try scratch.write(#"{"form": "gespraechsnotiz", "datum": "2025-12-24"}"#, "kaputt.json")
    let report = Repository.path("Examples/kwg-meldebogen-minimal.json")
    let all = try print([note, broken, "--printer", "Datei"], service)
    #expect(all.status == 2 && all.output == "")
    #expect(
      all.errors.contains("\(broken): [E-GN-01]") && all.errors.contains("\(broken): [E-GN-fallstatus-fehlt]"),
      "\(all.errors)")
    #expect(all.errors.hasSuffix("Nichts gedruckt. Fehler in: \(broken)\n"))
    #expect(try service.jobCount() == 0)
    let some = try print([note, report, broken, "--printer", "Datei"], service)
    #expect(some.status == 2 && some.output == "\(report): Auftrag Datei-1\n")
    #expect(some.errors.hasSuffix("Nur gedruckt, weil nichts es aufhält: \(report). Fehler in: \(broken)\n"))
    #expect(try service.job(1) != nil)
  }
}
