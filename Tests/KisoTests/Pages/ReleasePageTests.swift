import Testing

/// A reader who has only the page knows who declares what, to whom, about what, how long, and how to undo it.
struct ReleasePageTests {
  private func page(_ edits: [(String, String)], _ example: String = "zwei-blaetter") throws -> String {
    let scratch = try Scratch()
    let path = "Examples/schweigepflichtentbindung-\(example).json"
    var record = String(decoding: try Repository.bytes(path), as: UTF8.self)
    for (old, new) in edits {
      #expect(record.contains(old), "\(old)")
      record = record.replacing(old, with: new)
    }
    let file = try scratch.write(Array(record.utf8), "x.json")
    let run = try Kiso.runOnDay(["render", file, "-o", scratch.path("x.odt")])
    #expect(run.status <= 1, "\(run.transcript)")
    return try visibleText(scratch.bytes(scratch.names.contains("x-1.odt") ? "x-1.odt" : "x.odt"))
  }

  @Test func theDeclarationStandsUnderTheTitle() throws {
    let page = try page([])
    let title = try #require(page.range(of: "Schweigepflichtentbindung"))
    let release = try #require(page.range(of: "Ich entbinde die Personen und Stellen"))
    let consent = try #require(page.range(of: "Ich willige ein, dass die angekreuzten Angaben"))
    let first = try #require(page.range(of: "Wer erklärt?"))
    #expect(title.lowerBound < release.lowerBound && release.lowerBound < consent.lowerBound)
    #expect(consent.lowerBound < first.lowerBound)
    for heading in [
      "Welches Kind?", "Wer darf sprechen?", "Mit wem?", "Wozu?", "Worüber?", "Worüber nicht?", "Wie lange?",
    ] { #expect(page.contains(heading), "\(heading)") }
  }

  @Test func healthIsNamedExpresslyWhereItIsTickedAndNowhereElse() throws {
    let sentence = "ausdrücklich auch für die angekreuzten Angaben zur Gesundheit"
    #expect(try !page([]).contains(sentence))
    #expect(try page([("\"ergebnis\"", "\"befunde\"")]).contains(sentence))
    #expect(try page([("\"ergebnis\"", "\"gesundheit_kind\"")]).contains(sentence))
  }

  @Test func bothSidesAreReleasedWhereBothDirectionsAreTicked() throws {
    let sentence = "Ich entbinde auch die Personen und Stellen unter „Mit wem?“"
    #expect(try !page([]).contains(sentence))
    #expect(try page([("\"einseitig\"", "\"wechselseitig\"")]).contains(sentence))
  }

  @Test func whoeverChangesTheirMindKnowsWhomToTell() throws {
    let office = try page([])
    #expect(office.contains("Stadt Bochum, Jugendamt, 44777 Bochum") && office.contains("Telefon 0234 910-0000"))
    #expect(office.contains("E-Mail jugendamt@bochum.de"))
    let person = try page([
      ("\"fachkraft\": {", "\"fachkraft\": {\"telefon\": \"0234 910-1234\", \"email\": \"toepfer@example.org\",")
    ])
    #expect(person.contains("Telefon 0234 910-1234") && person.contains("E-Mail toepfer@example.org"))
    for name in ["widerruf-ganz", "blanko-widerruf"] {
      let page = try visibleText(#require(Pages.named(name)).document)
      #expect(page.contains("0234 910-") && page.contains("@") && page.contains("44777 Bochum"), "\(name)")
    }
  }

  @Test func onlyWhatWasChosenIsPrintedAndNothingCanBeAdded() throws {
    let page = try page([("  \"ausgenommen\": \"Gesundheit der Mutter, Aufenthaltsort der Mutter\",\n", "")])
    #expect(page.contains("Ergebnis der Unterstützung") && !page.contains("Befunde"))
    #expect(!page.contains("☐") && !page.contains("____"))
    // Neither exceptions nor documents: each says so.
    #expect(page.contains("keine") && page.contains("–"))
  }

  @Test func aGuardianIsCalledWhatTheLawCallsThem() throws {
    let blank = try visibleText(#require(Pages.named("blanko-schweigepflichtentbindung")).document)
    #expect(blank.contains("Ergänzungspfleger/in") && !blank.contains(" Pfleger/in"))
  }

  @Test func anInterpreterIsPrintedAlsoWithGerman() throws {
    let page = try page([
      (
        "\"sprache\": \"de\",",
        "\"sprache\": \"de\", \"sprachmittler\": {\"vorname\": \"Iryna\", \"nachname\": \"Melnyk\"},"
      )
    ])
    #expect(page.contains("Unterschrift Sprachmittlung: Iryna Melnyk"))
  }

  @Test(
    .enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"),
    .enabled(if: Outside.hasPoppler, "needs poppler-utils"),
    arguments: ["zwei-blaetter-1", "zwei-blaetter-2", "kontaktstatus", "entwurf"])
  func aReleaseOfOnePageKeepsEightMillimetresToSpare(_ name: String) throws {
    let scratch = try Scratch()
    let pdf = try #require(Pages.pdfs["schweigepflichtentbindung-" + name])
    let words = try Program.run(["pdftotext", "-bbox", scratch.write(pdf, "x.pdf"), "-"]).output
    let bottoms = words.matches(of: /yMax="([\d.]+)">([^<]*)</).compactMap { match in
      Double(match.1).map { (bottom: $0 / 72 * 25.4, word: String(match.2)) }
    }
    // The foot of a page begins with its form's short name.
    let foot = try #require(bottoms.filter { $0.word == "SPE" }.map(\.bottom).max())
    let last = try #require(bottoms.map(\.bottom).filter { $0 < foot - 3 }.max())
    #expect(foot - last - 4 >= 8, "\(foot - last)")
  }
}
