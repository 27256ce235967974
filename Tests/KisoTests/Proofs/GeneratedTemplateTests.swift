import Files
import Paperwork
import Testing
import Workers

@testable import Proofs

/// Made-up templates: what lint passes prints all it should, what it refuses has a place.
struct GeneratedTemplateTests {
  typealias Sketch = TemplateSketch

  private func proof(_ scratch: borrowing Scratch) throws -> TemplateProof {
    TemplateProof(try TemplateTown(in: scratch.path, sharing: Repository.root, day: Repository.day))
  }

  @Test func `What lint passes renders without a literal mark and without a lost text`() throws {
    let scratch = try Scratch()
    let report = TemplateRun.run(try proof(scratch), 0..<200, of: 20_251_120, .onAllCores)
    #expect(report.failures.map { "\($0.number): \($0.detail)" } == [])
    // Both happen, or nothing was tried.
    #expect(report.sound > 80 && report.refused > 20, "\(report.codes)")
  }

  private static let values: TemplateReading.Values = {
    var values = TemplateReading.Values()
    (values.place, values.items, values.words) = ("ORT1", ["WAS0", "WAS1"], ["WORT0"])
    return values
  }()

  private static func cell(_ inlines: Sketch.Inline...) -> Sketch.Cell { Sketch.Cell(nodes: [.paragraph(inlines)]) }

  @Test(
    arguments: [
      (
        [.paragraph([.begin(.items), .value(.what), .token("T1"), .end, .token("T2")])],
        ["WAS0", "T1", "WAS1", "T1", "T2"]
      ),
      (
        [
          .paragraph([.begin(.outside)]), .paragraph([.token("T1")]), .paragraph([.otherwise, .token("T2")]),
          .paragraph([.end]),
        ], ["T2"]
      ),
      (
        [.paragraph([.begin(.filled), .begin(.words), .token("T1"), .end, .end]), .paragraph([.value(.place)])],
        ["T1", "ORT1"]
      ),
      (
        // From one cell to another the whole row is repeated, with what stands before the mark.
        [.table("Tabelle1", columns: 2, rows: [[cell(.token("T1"), .begin(.items)), cell(.value(.what), .end)]])],
        ["T1", "WAS0", "T1", "WAS1"]
      ),
      (
        [.table("Tabelle1", columns: 2, rows: [[cell(.token("T1")), cell(.begin(.items), .value(.what), .end)]])],
        ["T1", "WAS0", "WAS1"]
      ),
    ] as [([Sketch.Node], [String])])
  func `The meaning of marks is read from a sketch`(_ nodes: [Sketch.Node], _ tokens: [String]) throws {
    #expect(TemplateReading.tokens(of: nodes, Self.values) == tokens)
    let scratch = try Scratch()
    let sketch = Sketch(body: nodes, header: [])
    #expect(try proof(scratch).prove(sketch, TemplateText.bytes(sketch), Dice(seed: 1)).failures == [])
  }

  @Test func `A page that leaves out, adds or moves a text is noticed`() throws {
    let scratch = try Scratch()
    let proof = try proof(scratch)
    func sketch(_ tokens: [String]) -> Sketch {
      Sketch(body: tokens.map { .paragraph([.token($0), .value(.place)]) }, header: [])
    }
    let meant = sketch(["T1", "T2"])
    for other in [["T1"], ["T1", "T2", "T2"], ["T2", "T1"]] {
      let outcome = proof.prove(meant, TemplateText.bytes(sketch(other)), Dice(seed: 1))
      #expect(outcome.isSound && outcome.failures.contains { $0.hasPrefix("body says") }, "\(other)")
    }
    var bytes = TemplateText.bytes(meant)
    bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("T1", with: "&lt;ort&gt;").utf8)
    #expect(proof.prove(meant, bytes, Dice(seed: 1)).codes == ["VORLAGE-WOERTLICH"])
  }
}

/// Some of the made papers of all kinds, opened and saved by the real LibreOffice.
@Suite(.serialized, .enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"))
struct GeneratedOfficeTests {
  @Test func `What LibreOffice opens and saves is read as before`() throws {
    let town = try ProvenTown(home: Repository.root, municipality: "bochum", day: Repository.day)
    let given = try PrivateDirectory()
    let saved = try PrivateDirectory()
    for sample in try PaperSamples.make(14, of: 20_251_120, in: town) {
      _ = try given.write(sample.bytes, as: sample.name)
    }
    try Outside.convert(try DirectoryListing.files(in: given.path), to: "odt", into: saved.path)
    let result = try PaperSamples.complaints(of: given.path, saved: saved.path, in: town)
    #expect(result.compared == 14 && result.complaints == [])
  }
}
