import FormModel
@testable import Paperwork
import Testing

/// What is read from a finished paper that somebody changed although it was not meant to be.
@Suite struct FinalReadingTests {
  private static let note = Result { try EditedPaper.final("gespraechsnotiz-erstkontakt.json") }

  private func note() throws -> EditedPaper { try Self.note.get() }

  @Test(arguments: Repository.examples)
  func anUntouchedPaperHasOnlyUnchangedFields(_ example: String) throws {
    let words = try Repository.companions(of: example).flatMap { ["--with", Repository.path("Examples/\($0)")] }
    let run = try Kiso.runOnDay(["render", Repository.path("Examples/\(example)"), "--fillable"] + words)
    // A paper of several sheets goes to several files.
    guard run.status != 64 else { return }
    let paper = try EditedPaper(package: Package(run.bytes)).read()
    #expect(paper.readings.filter { $0.status != .unchanged } == [])
    #expect(paper.changes == [])
    #expect(!paper.readings.isEmpty)
  }

  @Test func everyFieldOfAFinishedPaperIsNamed() throws {
    let paper = try note().read()
    #expect(Set(paper.readings.map(\.status)) == [.unchanged])
    #expect(paper.reading("datum")?.issued == "09.09.2025")
    #expect(paper.reading("kontaktart")?.issued == "Kita")
    #expect(paper.ids == [])
  }

  @Test func anAlteredValueContradictsTheRecordAndCounts() throws {
    let paper = try note().replacing(">09.09.2025<", with: ">10.09.2025<").read()
    #expect(paper.reading("datum")?.status == .contradictsRecord)
    #expect(paper.reading("datum")?.issued == "09.09.2025")
    #expect(paper.reading("datum")?.found == "10.09.2025")
    #expect(paper.record.root.value("datum") == "2025-09-10")
    #expect(paper.ids == ["W-LESEN-05"])
    #expect(paper.readings.count { $0.status != .unchanged } == 1)
  }

  @Test func aValueOfSeveralFieldsIsNotTakenApart() throws {
    let paper = try note().replacing("Günnigfelder Straße 88 b", with: "Hauptstraße 1").read()
    #expect(paper.reading("ratsuchende[1]/anschrift")?.status == .contradictsRecord)
    #expect(paper.reading("ratsuchende[1]/anschrift")?.found == "Hauptstraße 1, 44866 Bochum")
    #expect(paper.record.contents(at: "ratsuchende[1]/anschrift/strasse") == [.value("Günnigfelder Straße")])
    #expect(paper.ids == ["W-LESEN-05"])
  }

  @Test func alteredBoxesAreTheAnswer() throws {
    let example = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")
    var paper = EditedPaper(package: try Package(BoxedTown().run(["render", example]).bytes))
    let text = paper.package.text("content.xml")
    let start = try #require(text.firstRange(of: ">Video<"))
    let box = try #require(text[..<start.lowerBound].ranges(of: "☐").last)
    paper.package["content.xml"] = Array((text[..<box.lowerBound] + "☒" + text[box.upperBound...]).utf8)
    let both = try paper.read()
    #expect(both.ids == ["W-LESEN-05", "W-LESEN-12"])
    #expect(both.record.root.value("kontaktart") == "kita")
    let second = paper.package.text("content.xml")
    let kita = try #require(second.firstRange(of: ">Kita</text:span>"))
    let ticked = try #require(second[..<kita.lowerBound].ranges(of: "☒").last)
    paper.package["content.xml"] = Array((second[..<ticked.lowerBound] + "☐" + second[ticked.upperBound...]).utf8)
    let other = try paper.read()
    #expect(other.reading("kontaktart")?.found == "Video")
    #expect(other.record.root.value("kontaktart") == "video")
    #expect(other.ids == ["W-LESEN-05"])
  }

  @Test func alteredFixedTextIsNoValue() throws {
    let paper = try note().replacing(">sorgeberechtigt<", with: ">nicht sorgeberechtigt<").read()
    #expect(paper.ids == ["W-LESEN-04"])
    #expect(paper.changes.map(\.issued) == ["sorgeberechtigt"])
    #expect(paper.reading("ratsuchende[1]/sorgeberechtigt")?.status == .staticTextAltered)
    #expect(paper.reading("datum")?.status == .unchanged)
  }

  @Test func aTextOfSeveralLinesKeepsThem() throws {
    let paper = try note().replacing("gern in die Kita", with: "sehr gern hin").read()
    // Line ends at the end are not printed.
    let issued = try #require(try note().read().record.root.value("inhalt")).trimmedLineEnds
    #expect(paper.record.root.value("inhalt") == issued.replacing("gern in die Kita", with: "sehr gern hin"))
    #expect(paper.reading("inhalt")?.status == .contradictsRecord)
  }

  @Test func withoutItsPageOnlyTheChangeIsKnown() throws {
    var paper = try note().replacing(">09.09.2025<", with: ">10.09.2025<")
    paper.package = paper.package.without("Record/page.xml")
      .changing("META-INF/manifest.xml") { manifest in
        manifest.replacing(#/<manifest:file-entry manifest:full-path="Record/page[^>]*>/#, with: "")
      }
    let read = try paper.read()
    #expect(read.ids == ["W-LESEN-01"])
    #expect(read.record.root.value("datum") == "2025-09-09")
  }
}
