import Files
import Paperwork
import Testing

/// Blank papers are for a pen: lines long enough, boxes large enough, nothing printed that makes no sense.
struct BlankTests {
  static let forms = (try? Catalogue(home: Repository.root).formIDs()) ?? []

  private func measures(_ form: String) throws -> PageMeasures {
    let scratch = try Scratch()
    _ = try Kiso.runOnDay(["render", "--blank", form, "-o", scratch.path("x.fodt")])
    return try PageMeasures(scratch.bytes("x.fodt"))
  }

  @Test(arguments: forms)
  func aLineForASignatureIsSevenCentimetresLong(_ form: String) throws {
    let measures = try measures(form)
    let lines = measures.lines("Unterschrift") + measures.lines("Brief.Unterschrift")
    for line in lines {
      #expect(line.width >= (line.style.hasPrefix("Unterschrift.Datum") ? 30 : 70), "\(line)")
    }
    // What only informs, families or the public, is the only kind of paper that nobody signs.
    let isSigned = !["datenschutzinfo", "jahresbericht", "leichte-sprache"].contains(form)
    #expect(lines.contains { !$0.style.contains("Datum") } == isSigned)
  }

  @Test(arguments: forms)
  func aBoxIsThreeAndAHalfMillimetres(_ form: String) throws {
    let boxes = try measures(form).boxes
    // The square of DejaVu Sans is 0.72 of the size: 13.8 pt give 3.5 mm.
    for size in boxes { #expect(size * 25.4 / 72 * 0.72 >= 3.5) }
    #expect(
      boxes.isEmpty
        == [
          "auskunft", "besuch", "datenschutzinfo", "jahresbericht",
          "kita-zuordnung", "kooperation", "kwg-eingang", "leichte-sprache",
          "loeschprotokoll", "statistik-teil1", "statistik-teil2",
        ].contains(form))
  }

  @Test(arguments: forms)
  func whereSomethingIsToBeWrittenThereIsRoomAndALine(_ form: String) throws {
    var count = 0
    // Nothing is written between two lines to sign on.
    for cell in try measures(form).cells where !cell.isInHead && cell.style != "Luft" {
      let texts = cell.paragraphs.map { $0.text.filter { !$0.isWhitespace } }
      let isLabelled = texts.count == 2 && !texts[0].isEmpty && texts[1].isEmpty
      guard texts.allSatisfy(\.isEmpty) || isLabelled else { continue }
      count += 1
      // A hand writes between lines of seven to nine millimetres; a larger room needs lines of its own.
      #expect(cell.rowHeight >= 6.9, "\(texts)")
      #expect(cell.rowHeight <= 16, "\(texts)")
    }
    // Letters have lines in their text instead of cells.
    #expect(count > (["rueckmeldung-sd", "kita-status"].contains(form) ? -1 : 1))
  }

  @Test(arguments: forms)
  func nothingIsPrintedWithoutSense(_ form: String) throws {
    let page = try #require(Pages.named("blanko-" + form))
    #expect(page.errors == "")
    let text = try visibleText(page.document)
    #expect(!text.contains(/\([\s,;–]*\)|\[[\s,;]*\]|\{\s*\}|„\s*“|›\s*‹|, ,|\( |«|»/), "brackets around nothing")
    let pieces = text.split { $0 == "\n" || $0 == "¶" || $0 == "\t" }.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    for (index, piece) in pieces.enumerated() {
      // A sentence may lead to boxes below it.
      let leadsToBoxes = pieces.dropFirst(index + 1).first?.hasPrefix("☐") ?? false
      #expect(!piece.hasSuffix(":") || leadsToBoxes, "\(piece)")
      // These stand for what was left open; on a blank paper nothing was.
      #expect(piece != "–" && piece != "nicht bekannt" && piece != "keine Angabe", "\(piece)")
    }
  }
}
