import Files
import Paperwork
import Testing

/// `kiso fill --correct`: a finished paper is opened again, and its next edition stands beside the earlier one.
struct CorrectionTests {
  private static let note = "gespraechsnotiz-erstkontakt.json"

  private func record(_ desk: borrowing Desk, _ name: String) throws -> Record {
    try Repository.record(desk.bytes(name))
  }

  private func copy(_ example: String, to desk: borrowing Desk) throws -> String {
    _ = try desk.home.write(Repository.bytes("Examples/\(example)"), as: "p.json")
    return "p.json"
  }

  @Test func whatIsChangedMakesTheNextEditionAndTheEarlierOneStays() throws {
    let desk = try Desk()
    let paper = try copy(Self.note, to: desk)
    let run = try desk.start(["fill", "--correct", paper] + Desk.day)
    try run.wait(for: "Alles gefragt")
    #expect(String(decoding: run.output, as: UTF8.self).contains("Was Sie ändern, wird Fassung 2; Fassung 1 bleibt."))
    for answer in ["/anlass", "\u{15}Jobcenter und Wohngeld", "/fertig", "", "angaben", ""] { run.answer(answer) }
    #expect(run.finish() == 0, "\(run.text)")
    let earlier = try record(desk, paper)
    let names = try DirectoryListing.files(in: desk.home.path, withExtension: "json").map {
      FilePath.lastComponent(of: $0)
    }
    let name = try #require(names.first { $0 != "p.json" }, "\(names)")
    let next = try record(desk, name)
    #expect(
      next.edition == 2 && next.corrected == Repository.day && next.root.value("anlass") == "Jobcenter und Wohngeld")
    #expect(earlier.edition == 1 && earlier.root.value("anlass") != next.root.value("anlass"))
    // Everything else is what it was, and nobody was asked for it.
    for id in ["vorgangsnummer", "ratsuchende", "inhalt", "vereinbarungen"] {
      #expect(next.root[id] == earlier.root[id], "\(id)")
    }
    #expect(desk.drafts == [])
    // The page says so, and the document read back is the same edition.
    #expect(try desk.run(["render", name, "-o", "n.odt"] + Desk.day).status == 0)
    let text = try desk.run(["text", "n.odt"]).output
    #expect(
      text.contains("Berichtigte Fassung 2 vom 20.11.2025"), "\(text)")
    #expect(try record(desk, "n.odt").edition == 2)
    #expect(try desk.run(["render", paper, "-o", "alt.odt"] + Desk.day).status == 0)
    #expect(try !desk.run(["text", "alt.odt"]).output.contains("Berichtigte Fassung"))
    // Both together are one paper: nothing is there twice.
    let check = try desk.run(["check", paper, name] + Desk.day)
    #expect(check.status == 0 && !check.output.contains("E-GN-20"), "\(check.output)\(check.errors)")
  }

  @Test func aConsentThatComesBackSignedIsCompletedWithoutTypingItAgain() throws {
    let desk = try Desk()
    var record = try Repository.record(Repository.bytes("Examples/schweigepflichtentbindung-zwei-blaetter.json"))
    let signatures = record.root.groups("unterschriften")
    for id in ["unterschriften", "entgegengenommen_am", "kopie_ausgehaendigt"] { record.root.set(id, []) }
    _ = try desk.home.write(record.xml(), as: "e.xml")
    #expect(signatures.count == 2)
    let run = try desk.start(["fill", "--correct", "e.xml", "-o", "s.xml"] + Desk.day)
    for answer in [
      "Dr. Annika von der Heydt; Bochum; 2.10.2025; unterschrieben", "Thành Nguyễn; Essen; 9.10.2025; unterschrieben",
      "",
      "9.10.2025", "ja", "",
    ] { run.answer(answer) }
    #expect(run.finish() <= 1, "\(run.text)")
    let signed = try self.record(desk, "s.xml")
    #expect(signed.root.groups("unterschriften") == signatures && signed.root.value("kopie_ausgehaendigt") == "ja")
    // It is the same declaration; nothing of it was corrected.
    #expect(signed.edition == 2 && signed.corrected == nil)
    #expect(signed.root["empfaenger"] == record.root["empfaenger"])
    // Beside its unsigned edition it counts as the one release there is.
    let check = try desk.run(["check", "e.xml", "s.xml"] + Desk.day)
    #expect(!check.output.contains("doppelt"), "\(check.output)")
  }

  @Test func whatIsNotChangedMakesNoEdition() throws {
    let desk = try Desk()
    let paper = try copy(Self.note, to: desk)
    let run = try desk.run(["fill", "--correct", paper] + Desk.day, lines: [""])
    #expect(run.status == 0 && run.errors.contains("Nichts ist geändert"), "\(run.errors)")
    #expect(try DirectoryListing.files(in: desk.home.path, withExtension: "json").count == 1 && desk.drafts == [])
  }

  @Test func anInterruptedCorrectionGoesOnAsOne() throws {
    let desk = try Desk()
    let paper = try copy(Self.note, to: desk)
    let run = try desk.start(["fill", "--correct", paper] + Desk.day)
    for answer in ["/anlass", "\u{15}Wohngeld", "/pause"] { run.answer(answer) }
    #expect(run.finish() == 0 && desk.drafts.count == 1)
    let again = try desk.run(["fill", "--resume", "-o", "n.json"] + Desk.day, lines: ["/fertig", ""])
    #expect(again.status == 0, "\(again.errors)")
    let next = try record(desk, "n.json")
    #expect(next.edition == 2 && next.corrected == Repository.day && next.root.value("anlass") == "Wohngeld")
  }

  @Test(arguments: [
    (["--correct", "p.json", "-o", "p.json"], "Die frühere Fassung bleibt"),
    (["--correct", "fehlt.json"], "Dieses Papier gibt es nicht"),
    (["widerruf", "--correct", "p.json"], "gespraechsnotiz"),
    (["--correct", "p.json", "--from", "p.json"], "‚--correct‘ passt nicht"),
  ])
  func whatCannotBeMeantIsSaid(_ words: [String], _ reason: String) throws {
    let desk = try Desk()
    _ = try copy(Self.note, to: desk)
    let before = try desk.bytes("p.json")
    let run = try desk.run(["fill"] + words + Desk.day)
    #expect(run.status > 1 && run.errors.contains(reason), "\(run.errors)")
    #expect(try desk.bytes("p.json") == before)
  }

  @Test func aPaperOfTheArchiveIsChosenByItsCaseAndGoesBackThere() throws {
    let store = try Store()
    let id = try store.add(Self.note)
    try store.add("gespraechsnotiz-minimal.json")
    let answers = ["/anlass", "Wohngeld", "/fertig", "", "angaben", "n.json"]
    let run = try store.run(
      ["fill", "--correct", CaseTests.number], input: answers.map { $0 + "\n" }.joined())
    #expect(run.status == 0 && run.errors.contains("Abgelegt als Fassung 2: \(id)"), "\(run.errors)")
    let shown = try store.run(["archive", "list"]).output
    #expect(shown.contains("Gesprächsnotiz Nr. 1, Fassung 2"), "\(shown)")
    #expect(try Repository.record(store.bytes("n.json")).edition == 2)
    let again = try store.run(
      ["fill", "--correct", id],
      input: ["/anlass", "Noch einmal", "/fertig", "", "angaben", "m.json"].map { $0 + "\n" }.joined())
    #expect(again.status == 0, "\(again.errors)")
  }
}
