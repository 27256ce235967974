import FormModel
import OpenDocument
@testable import Paperwork
import Testing

/// What is read from a paper that was filled in, whatever became of it on the way.
@Suite struct FillableReadingTests {
  private static let note = Result { try EditedPaper.fillable(example: "gespraechsnotiz-erstkontakt.json") }
  private static let blank = Result { try EditedPaper.fillable("gespraechsnotiz") }

  private func note() throws -> EditedPaper { try Self.note.get() }
  private func blank() throws -> EditedPaper { try Self.blank.get() }

  @Test func anUntouchedPaperGivesBackItsRecord() throws {
    let paper = try note().read()
    let statuses = Set(paper.readings.map(\.status))
    #expect(statuses == [.unchanged])
    #expect(paper.ids == [])
    #expect(paper.changes == [])
    let issued = try Repository.record(note().package["Record/record.xml"])
    #expect(paper.record == issued)
  }

  // MARK: - Each status

  @Test func anotherValueIsEditedAndTaken() throws {
    let paper = try note().filling("anlass", "Umzug in eine größere Wohnung").read()
    #expect(paper.reading("anlass")?.status == .edited)
    #expect(paper.reading("anlass")?.issued == "Jobcenter kürzt Leistungen, Geld für Kita-Ausflug fehlt")
    #expect(paper.record.root.value("anlass") == "Umzug in eine größere Wohnung")
    #expect(paper.readings.count { $0.status != .unchanged } == 1)
    #expect(paper.ids == [])
  }

  @Test(arguments: ["", " ", "‹Anlass / Anliegen›", " ‹Anlass / Anliegen› "])
  func noValueIsEmptied(_ content: String) throws {
    let paper = try note().filling("anlass", content).read()
    #expect(paper.reading("anlass")?.status == .emptied)
    #expect(paper.record.root["anlass"] == [])
    #expect(paper.ids == [])
  }

  @Test func aLostCarrierIsReportedAndNeverTakenForEmpty() throws {
    let element = try note().element("anlass")
    let paper = try note().replacing(element, with: "").read()
    #expect(paper.reading("anlass")?.status == .carrierLost)
    #expect(paper.reading("anlass")?.found == nil)
    #expect(paper.record.root.value("anlass") == "Jobcenter kürzt Leistungen, Geld für Kita-Ausflug fehlt")
    #expect(paper.ids == ["W-LESEN-02"])
  }

  @Test func textInThePlaceOfALostCarrierIsTaken() throws {
    let element = try note().element("anlass")
    let paper = try note().replacing(element, with: "Umzug").read()
    #expect(paper.reading("anlass")?.status == .carrierLost)
    #expect(paper.reading("anlass")?.source == .position)
    #expect(paper.record.root.value("anlass") == "Umzug")
    #expect(paper.ids == ["W-LESEN-02"])
  }

  @Test func aDoubledCarrierIsReported() throws {
    let element = try note().element("anlass")
    let other = element.replacing("Jobcenter", with: "Sozialamt")
    let same = try note().replacing(element, with: element + " " + element).read()
    #expect(same.reading("anlass")?.status == .carrierDoubled)
    #expect(same.ids == ["W-LESEN-03", "W-LESEN-08"] || same.ids == ["W-LESEN-03"])
    #expect(same.record.root.value("anlass") == "Jobcenter kürzt Leistungen, Geld für Kita-Ausflug fehlt")
    // The one that was changed counts; of two that were changed none does.
    let changed = try note().replacing(element, with: element + other).read()
    #expect(changed.record.root.value("anlass") == "Sozialamt kürzt Leistungen, Geld für Kita-Ausflug fehlt")
    let third = element.replacing("Jobcenter", with: "Jugendamt")
    let unclear = try note().replacing(element, with: third + other).read()
    #expect(unclear.reading("anlass")?.status == .carrierDoubled)
    #expect(unclear.reading("anlass")?.found?.contains("Jugendamt") == true)
    #expect(unclear.record.root.value("anlass") == "Jobcenter kürzt Leistungen, Geld für Kita-Ausflug fehlt")
    #expect(unclear.ids.contains("W-LESEN-03"))
  }

  @Test func anAlteredLabelConcernsTheFieldUnderIt() throws {
    let paper = try note().replacing(">Notiz Nr.<", with: ">Frühere Notiz<").filling("notizNr", "4").read()
    #expect(paper.reading("notiz_nr")?.status == .staticTextAltered)
    #expect(paper.reading("notiz_nr")?.found == "4")
    #expect(paper.record.root.value("notiz_nr") == "4")
    #expect(paper.changes.map(\.issued) == ["Notiz Nr."])
    #expect(paper.changes.map(\.found) == ["Frühere Notiz"])
    #expect(paper.ids == ["W-LESEN-04"])
  }

  @Test func aPrintedValueThatWasAlteredContradictsTheRecord() throws {
    // The age is computed and nobody fills it in; it belongs to no field.
    let paper = try note().replacing(">4;4<", with: ">9;4<").read()
    #expect(paper.changes.map(\.found) == ["9;4"])
    #expect(paper.ids == ["W-LESEN-04"])
    // A value that the form computes is one of the record.
    let kept = try note().read()
    #expect(kept.reading("rueckmeldung_sd") == nil || kept.reading("rueckmeldung_sd")?.status == .unchanged)
  }

  // MARK: - Whatever the editor did

  @Test(arguments: [
    "Zeile <text:span text:style-name=\"T1\">ei</text:span><text:span text:style-name=\"T2\">ns</text:span> und <text:s/>zwei",
    "Zeile<text:s/>eins<text:soft-page-break/> und <text:s/>zwei",
    "Zeile eins <text:change text:change-id=\"ct1\"/>und <text:s/>zwei",
    "Zeile eins<office:annotation><text:p>Bemerkung</text:p></office:annotation> und <text:s/>zwei",
    "Zeile eins <text:change-start text:change-id=\"ct2\"/>und<text:change-end text:change-id=\"ct2\"/> <text:s/>zwei",
    "<text:bookmark text:name=\"b\"/>Zeile eins\n    und <text:s/>zwei",
  ])
  func noiseInASectionIsNoText(_ content: String) throws {
    let paper = try blank().filling("inhalt", "<text:p text:style-name=\"P99\">\(content)</text:p><text:p/>").read()
    #expect(paper.record.root.value("inhalt") == "Zeile eins und  zwei")
    #expect(paper.reading("inhalt")?.status == .edited)
    #expect(paper.ids == [])
  }

  @Test func theParagraphsOfASectionAreLines() throws {
    let content =
      "<text:p><text:s text:c=\"2\"/>Datum: eins</text:p><text:p/><text:p>zwei<text:tab/>| drei<text:line-break/>vier</text:p>"
      + "<text:list><text:list-item><text:p>fünf</text:p></text:list-item></text:list>"
    let paper = try blank().filling("inhalt", content).read()
    #expect(paper.record.root.value("inhalt") == "  Datum: eins\n\nzwei\t| drei\nvier\n- fünf")
  }

  @Test func anInputFieldKeepsItsBlanks() throws {
    let paper = try blank().filling("anlass", "zwei  Blanks und eine\nZeile").read()
    #expect(paper.reading("anlass")?.found == "zwei  Blanks und eine\nZeile")
  }

  @Test func theAttributesOfAnotherProgramDoNotMatter() throws {
    var paper = try note().filling("anlass", "neu")
    let text = paper.package.text("content.xml")
      .replacing("text:name=\"Fest", with: "text:name=\"Bereich")
      .replacing("text:style-name=\"Wert\"", with: "text:style-name=\"P17\"")
    paper.package["content.xml"] = Array(text.utf8)
    let read = try paper.read()
    #expect(read.record.root.value("anlass") == "neu")
    #expect(read.ids == [])
  }

  // MARK: - What people type

  @Test(arguments: [
    ("datum", "datum", "9.9.25", "2025-09-09"), ("uhrzeitVon", "uhrzeit_von", "9.15 Uhr", "09:15"),
    ("kinder.1.geburtsdatum", "kinder[1]/geburtsdatum", "ET 3.2.26", "expected:2026-02-03"),
    ("ratsuchende.1.telefon", "ratsuchende[1]/telefon", "(0234) 910/0000", "0234 910-0000"),
    ("ratsuchende.1.anschrift.plz", "ratsuchende[1]/anschrift/plz", " 44 787", "44 787"),
  ])
  func typedValuesBecomeCanonical(_ name: String, _ path: String, _ typed: String, _ value: String) throws {
    let paper = try blank().filling(name, typed).read()
    let content = paper.record.contents(at: path).first
    let expected =
      path.hasSuffix("geburtsdatum") ? PartialDayInput.parse(typed, reference: Repository.day)?.canonical : value
    #expect(content == .value(expected ?? value))
  }

  @Test func aValueThatDoesNotFitIsAFindingAndKept() throws {
    let paper = try blank().filling("datum", "31.02.2025").filling(
      "kinder.1.geschlecht", "<text:label text:value=\"?\"/>?"
    ).read()
    #expect(paper.record.root.value("datum") == "31.02.2025")
    #expect(paper.misfits.contains { $0.id == "E-GN-datum-format" && $0.path == "datum" })
    #expect(paper.misfits.contains { $0.id == "E-GN-kinder.geschlecht-code" })
    #expect(paper.record.contents(at: "kinder[1]/geschlecht") == [.value("?")])
  }

  @Test func anAnswerThatIsNoValueIsOne() throws {
    let paper = try blank().filling("ratsuchende.1.telefon", "Keine Angabe").read()
    #expect(paper.record.contents(at: "ratsuchende[1]/telefon") == [.status(.refused)])
    #expect(paper.ids == [])
  }

  // MARK: - Boxes

  @Test func anotherBoxIsAnotherAnswer() throws {
    let paper = try note().ticking("kontaktart..kita", false).ticking("kontaktart..video", true).read()
    #expect(paper.record.root.value("kontaktart") == "video")
    #expect(paper.reading("kontaktart")?.issued == "Kita")
    #expect(paper.reading("kontaktart")?.found == "Video")
    let none = try note().ticking("kontaktart..kita", false).read()
    #expect(none.reading("kontaktart")?.status == .emptied)
    #expect(none.record.root["kontaktart"] == [])
  }

  @Test func twoBoxesWhereOneAnswerBelongsAreInDoubt() throws {
    let paper = try note().ticking("kontaktart..video", true).read()
    #expect(paper.ids == ["W-LESEN-12"])
    #expect(paper.reading("kontaktart")?.status == .edited)
    #expect(paper.record.root.value("kontaktart") == "kita")
  }

  @Test func severalAnswersAreAllTaken() throws {
    let before = try note().read().record.root["themen"].count
    let paper = try note().ticking("themen..sucht", true).read()
    #expect(paper.record.root["themen"].count == before + 1)
    #expect(paper.ids == [])
  }

  // MARK: - Text beside fields

  @Test func textBesideAnEmptyFieldIsItsValue() throws {
    let element = try blank().element("anlass")
    let paper = try blank().replacing(element, with: element + "Umzug").read()
    #expect(paper.record.root.value("anlass") == "Umzug")
    #expect(paper.reading("anlass")?.source == .position)
    #expect(paper.ids == ["W-LESEN-06", "W-LESEN-13"])
  }

  @Test(arguments: ["Umzug‹Anlass / Anliegen›", "‹Anlass / Anliegen›Umzug"])
  func aPromptThatWasLeftStandingIsTakenAway(_ content: String) throws {
    let paper = try blank().filling("anlass", content).read()
    #expect(paper.record.root.value("anlass") == "Umzug")
    #expect(paper.ids == [])
  }

  @Test func aPieceOfAPromptIsReported() throws {
    let paper = try blank().filling("anlass", "‹Anlass / AnliUmzug").read()
    #expect(paper.record.root.value("anlass") == "‹Anlass / AnliUmzug")
    #expect(paper.ids == ["W-LESEN-11"])
  }

  @Test func aParagraphThatBelongsNowhereIsReported() throws {
    let paper = try blank().replacing("</office:text>", with: "<text:p>Bitte zurückrufen</text:p></office:text>").read()
    #expect(paper.ids == ["W-LESEN-08"])
    #expect(paper.changes.map(\.found) == ["Bitte zurückrufen"])
  }

  @Test func fixedTextThatIsGoneIsReported() throws {
    let paper = try blank().replacing(">Gesprächsnotiz</text:h>", with: "></text:h>").read()
    #expect(paper.ids == ["W-LESEN-04"])
    #expect(paper.changes.map(\.issued) == ["Gesprächsnotiz"])
  }

  // MARK: - What was lost

  @Test func withoutItsRecordAPaperIsReadByItsCarriers() throws {
    var paper = try note().filling("anlass", "Umzug")
    paper.package = paper.package.without("Record/record.xml").without("Record/page.xml")
      .changing("META-INF/manifest.xml") { manifest in
        manifest.replacing(#/<manifest:file-instance manifest:full-path="Record[^>]*>/#, with: "")
      }
    let read = try paper.read()
    #expect(read.ids == ["W-LESEN-07"])
    #expect(read.record.form == "gespraechsnotiz")
    #expect(read.record.root.value("anlass") == "Umzug")
    // What the page does not show is not there; everything else is.
    let issued = try note().read()
    for reading in issued.readings where reading.source == .carrier && reading.path != "anlass" {
      // Line ends at the end are not printed.
      let values = issued.record.contents(at: reading.path).map { content in
        if case .value(let text) = content { RecordContent.value(text.trimmedLineEnds) } else { content }
      }
      #expect(Set(read.record.contents(at: reading.path)) == Set(values), "\(reading.path)")
    }
  }

  @Test func withoutItsPageNothingIsSaidOfFixedText() throws {
    var paper = try note().filling("anlass", "Umzug")
    paper.package = paper.package.without("Record/page.xml")
      .changing("META-INF/manifest.xml") { manifest in
        manifest.replacing(#/<manifest:file-instance manifest:full-path="Record/page[^>]*>/#, with: "")
      }
    let read = try paper.read()
    #expect(read.ids == ["W-LESEN-10"])
    #expect(read.record.root.value("anlass") == "Umzug")
  }

  @Test func aRecordOfAnotherFormIsReported() throws {
    var paper = try note()
    paper.package = paper.package.changing("meta.xml") {
      $0.replacing(">gespraechsnotiz</meta:user-defined>", with: ">widerruf</meta:user-defined>")
    }
    #expect(try paper.read().ids == ["W-LESEN-09"])
  }

  // MARK: - Rows

  /// A field that was copied into the row of another child is not that row copied: nobody may come of it.
  @Test func aFieldInTheRowOfAnotherInstanceIsDoubledAndNoNewInstance() throws {
    let paper = try blank().filling("kinder.1.vorname", "Ada").filling("kinder.2.nachname", "Beispiel")
    let copy = try paper.element("kinder.1.vorname").replacing("Ada", with: "Ben")
    let read = try paper.replacing(paper.element("kinder.2.vorname"), with: copy).read()
    #expect(read.reading("kinder[1]/vorname")?.status == .carrierDoubled)
    #expect(read.ids.contains("W-LESEN-03"))
    let children = read.record.root.groups("kinder")
    #expect(children.map { $0.value("nachname") } == ["Beispiel"])
  }

  /// Rows of two lists are no copies of each other, even when a name stands in both.
  @Test func aFieldInTheRowOfAnotherListIsDoubledAndNoNewInstance() throws {
    let paper = try blank().filling("kinder.1.vorname", "Ada").filling("vereinbarungen.2.was", "Termin")
    let copy = try paper.element("kinder.1.vorname").replacing("Ada", with: "Ben")
    let read = try paper.replacing(paper.element("vereinbarungen.2.wer"), with: copy).read()
    #expect(read.reading("kinder[1]/vorname")?.status == .carrierDoubled)
    #expect(read.record.root.groups("kinder").isEmpty)
    #expect(read.record.root.groups("vereinbarungen").map { $0.value("was") } == ["Termin"])
  }

  @Test func aRowWhoseCellHoldsSeveralFieldsKeepsItsText() throws {
    // A row of a child: the name is four fields, and nobody can tell which word is which.
    let text = try blank().package.text("content.xml")
    let start = try #require(text.firstRange(of: "kinder.2.titel"))
    let row = try #require(text[..<start.lowerBound].ranges(of: "<table:table-row").last)
    let cells = ["", "Ada Sample", "3.5.2021", "", "weiblich", ""].map {
      "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>"
    }
    var paper = try blank()
    let new =
      text[..<row.lowerBound] + "<table:table-row>" + cells.joined() + "</table:table-row>" + text[row.lowerBound...]
    paper.package["content.xml"] = Array(String(new).utf8)
    let read = try paper.read()
    #expect(read.ids.contains("W-LESEN-08"))
    #expect(read.changes.map(\.found).contains("Ada Sample"))
    #expect(read.record.root.groups("kinder").map { $0.value("geburtsdatum") } == ["2021-05-03"])
  }
}
