import FormModel
@testable import Paperwork
import Testing

/// What is said about places and entries that are gone: one true sentence for one loss.
@Suite struct LostPlacesTests {
  private static let note = Result { try EditedPaper.fillable(example: "gespraechsnotiz-erstkontakt.json") }

  private func note() throws -> EditedPaper { try Self.note.get() }

  @Test func severalPlacesThatAreGoneAreOneSentence() throws {
    var paper = try note()
    for name in ["anlass", "kita", "datum"] { paper = try paper.replacing(paper.element(name), with: "") }
    let read = try paper.read()
    let said = read.findings.filter { $0.id == "W-LESEN-02" }
    #expect(said.count == 1)
    #expect(said.first?.message.hasPrefix("3 Eingabefelder fehlen im Dokument: ›Datum‹") == true, "\(said)")
    #expect(said.first?.message.contains("wie sie ausgestellt wurden") == true)
    #expect(read.record.root.value("datum") == "2025-09-09")
  }

  @Test func withoutTheRecordNobodySaysThatAValueWasKept() throws {
    var paper = try note()
    for name in ["anlass", "kita"] { paper = try paper.replacing(paper.element(name), with: "") }
    paper.package = paper.package.without("Record/record.xml").without("Record/page.xml")
    let read = try paper.read()
    let said = read.findings.filter { $0.id == "W-LESEN-02" }
    #expect(said.count == 1 && said.first?.message.contains("Werte sind nicht bekannt") == true, "\(said)")
    #expect(read.record.root["anlass"] == [])
  }

  @Test func aTableThatIsGoneIsToldWithItsEntries() throws {
    let text = try note().package.text("content.xml")
    let start = try #require(text.firstRange(of: "<table:table table:name=\"Vereinbarungen\"")).lowerBound
    let end = try #require(text[start...].firstRange(of: "</table:table>")).upperBound
    let read = try note().replacing(String(text[start..<end]), with: "").read()
    #expect(read.record.root["vereinbarungen"] == [])
    let said = read.findings.filter { $0.id.hasPrefix("W-LESEN") }
    #expect(said.map(\.id) == ["W-LESEN-15"], "\(said)")
    #expect(said.first?.message.contains("›Vereinbarungen 1‹, ›Vereinbarungen 2‹") == true, "\(said)")
  }

  @Test func anEntryThatWasDeletedIsNamed() throws {
    let text = try note().package.text("content.xml")
    let field = try #require(text.firstRange(of: "vereinbarungen.2.wer")).lowerBound
    let start = try #require(text[..<field].ranges(of: "<table:table-row").last).lowerBound
    let end = try #require(text[field...].firstRange(of: "</table:table-row>")).upperBound
    let read = try note().replacing(String(text[start..<end]), with: "").read()
    #expect(read.record.root["vereinbarungen"].count == 1)
    #expect(read.ids == ["W-LESEN-15"])
    #expect(read.findings.contains { $0.message.contains("fehlt der Eintrag ›Vereinbarungen 2‹") })
  }

  @Test(arguments: ["vereinbarungen.1", "vereinbarungen.2"])
  func aRowDeletedUnderChangeTrackingIsGone(_ entry: String) throws {
    var paper = try note()
    for name in ["wer", "was", "bis"] {
      paper = try paper.replacing(
        paper.element("\(entry).\(name)"), with: "<text:change text:change-id=\"ct\(name)\"/>")
    }
    let read = try paper.read()
    #expect(read.record.root["vereinbarungen"].count == 1)
    #expect(read.ids == ["W-LESEN-15"], "\(read.findings)")
    let kept = entry.hasSuffix("1") ? "Familie" : "Fachkraft"
    #expect(read.record.contents(at: "vereinbarungen[1]/wer") == [.value(kept)])
  }

  @Test func aRowWhoseFieldsWereOnlyLostKeepsItsPlaceAndItsValues() throws {
    var paper = try note()
    for name in ["wer", "was", "bis"] {
      paper = try paper.replacing(paper.element("vereinbarungen.1.\(name)"), with: "")
    }
    let read = try paper.read()
    #expect(read.record.root["vereinbarungen"].count == 2)
    #expect(read.record.contents(at: "vereinbarungen[1]/wer") == [.value("Fachkraft")])
    #expect(read.ids == ["W-LESEN-02"])
  }

  @Test func whatWasTypedOverAFieldIsItsValue() throws {
    let paper = try note()
    let read = try paper.replacing(paper.element("ratsuchende.1.nachname"), with: "Neumann").read()
    #expect(read.record.contents(at: "ratsuchende[1]/nachname") == [.value("Neumann")])
    #expect(read.reading("ratsuchende[1]/nachname")?.status == .carrierLost)
    #expect(read.ids == ["W-LESEN-02"], "\(read.findings)")
  }

  @Test func nothingIsTickedOnAPageThatNobodyHasFilledIn() throws {
    for form in try #require(Repository.library).forms.keys.sorted() {
      let content = try EditedPaper.fillable(form).package.text("content.xml")
      for box in content.matches(of: /<form:checkbox [^>]*>/) where box.output.contains("current-state=\"checked\"") {
        Issue.record("\(form): \(box.output)")
      }
    }
  }
}
