import Testing

/// `kiso check` for programs and for several papers of one case.
struct ReportTests {
  /// Two states of one case and a broken file among them.
  private func files(in scratch: borrowing Scratch) throws -> [String] {
    let first = try Repository.text("Examples/gespraechsnotiz-erstkontakt.json")
    try scratch.write(first, "eins.json")
    let second = first.replacing("\"datum\": \"2025-09-09\"", with: "\"datum\": \"2025-09-16\"")
      .replacing("\"zugangsweg\": \"kita\"", with: "\"zugangsweg\": \"selbst\"")
      .replacing("\"bis\": \"2025-09-12\"", with: "\"bis\": \"2025-09-19\"")
    try scratch.write(second, "zwei.json")
    return ["eins.json", "zwei.json"]
  }

  @Test(arguments: ["text", "json", "sarif"])
  func severalPapersOfOneCaseAreCheckedTogether(_ format: String) throws {
    let scratch = try Scratch()
    let run = try Kiso.runOnDay(["check"] + files(in: scratch) + ["--format", format], in: scratch.path)
    #expect(run.errors == "")
    try Golden.expect(run.transcript, "report/case-\(format)")
    if format != "text", let python = Outside.python {
      let script = "import json, sys; json.load(sys.stdin)"
      #expect(try Program.run([python, "-c", script], input: run.bytes).status == 0)
    }
  }

  @Test func aPaperAloneHasNoFindingAboutTheOthers() throws {
    let scratch = try Scratch()
    for file in try files(in: scratch) {
      let run = try Kiso.runOnDay(["check", file], in: scratch.path)
      #expect(!run.output.contains("Notiz Nr."), "\(run.output)")
    }
  }

  @Test(arguments: ["json", "sarif"])
  func nothingToSayIsStillAReport(_ format: String) throws {
    let words = ["check", "Examples/gespraechsnotiz-minimal.json", "--format", format]
    let run = try Kiso.runOnDay(words, in: Repository.root)
    try Golden.expect(run.transcript, "report/none-\(format)")
  }

  @Test func oneFileThatCannotBeReadDoesNotHideTheOthers() throws {
    let scratch = try Scratch()
    try scratch.write("{", "kaputt.json")
    let words = try ["check"] + files(in: scratch) + ["kaputt.json", "fehlt.json"]
    let run = try Kiso.runOnDay(words, in: scratch.path)
    #expect(run.output.contains("eins.json: ") && run.output.contains("zwei.json: "))
    #expect(
      run.errors.contains("kaputt.json: [DATEN-JSON]") && run.errors.contains("fehlt.json: [DATEI-FEHLT]"))
    #expect(run.errors.split(separator: "\n").count == 2)
    #expect(run.status == 66)
  }

  @Test func aDocumentAndItsRecordAreOnePaper() throws {
    let scratch = try Scratch()
    let source = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")
    _ = try Kiso.runOnDay(["render", source, "-o", scratch.path("x.odt")])
    let alone = try Kiso.runOnDay(["check", scratch.path("x.odt")])
    #expect(alone.status == 0 && alone.output.hasSuffix("in Ordnung\n"))
  }
}
