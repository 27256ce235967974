import Files
import FormModel
import Testing

/// Our own pages that came back as text are read by the layout of their templates.
@Suite struct PageTextTests {
  /// A page as text, held against the record that the page was made of.
  private struct Comparison {
    let right: Int
    let wrong: [String]
    let unmarked: [String]
    let run: Run

    init(_ text: [UInt8], example: String) throws {
      let scratch = try Scratch()
      let source = Repository.path("Examples/\(example)")
      _ = try Kiso.runOnDay(["render", source, "-o", scratch.path("x.odt")])
      _ = try Kiso.runOnDay(["read", scratch.path("x.odt"), "-o", scratch.path("truth.json")])
      let truth = try Repository.record(scratch.bytes("truth.json"))
      run = try Kiso.runOnDay(["read", scratch.write(text, "x.txt"), "-o", scratch.path("x.json")])
      let read = try Repository.record(scratch.bytes("x.json"))
      var (right, wrong): (Int, [String]) = (0, [])
      for path in read.unconfirmed {
        if Self.folded(read.contents(at: path)) == Self.folded(truth.contents(at: path)) {
          right += 1
        } else {
          wrong.append(path)
        }
      }
      (self.right, self.wrong) = (right, wrong)
      // Nothing else is in it: whatever was read waits for somebody who compares it.
      let form = try #require(Repository.library?.forms[read.form])
      var rest = read
      for path in read.unconfirmed.reversed() {
        guard let own = RecordPath(path) else { continue }
        rest.replace(at: own, with: [], form: form)
      }
      unmarked = Self.values(rest.root)
    }

    private static func values(_ group: RecordGroup) -> [String] {
      group.items.flatMap { item -> [String] in
        switch item.content {
        case .value, .status: [item.id]
        case .group(let inner): values(inner).map { item.id + "/" + $0 }
        }
      }
    }

    private static func folded(_ contents: [RecordContent]) -> [String] {
      contents.map { content in
        switch content {
        case .value(let text): text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case .status(let status): status.rawValue
        case .group: "(group)"
        }
      }.sorted()
    }
  }

  private static func fixture(_ name: String) throws -> [UInt8] {
    try FileReader.bytes(at: Repository.path("Tests/KisoTests/Fixtures/\(name)"), limit: 1 << 20)
  }

  @Test func theTextOfANoteGivesBackWhatItPrints() throws {
    let read = try Comparison(Self.fixture("notiz-pdftotext.txt"), example: "gespraechsnotiz-erstkontakt.json")
    #expect(read.wrong == [] && read.unmarked == [], "\(read.run.errors)")
    #expect(read.right >= 55, "\(read.right)")
    #expect(read.run.status == 1 && read.run.errors.contains("Nach der Vorlage gelesen"), "\(read.run.errors)")
  }

  @Test func recognisedTextGivesBackMostAndMarksEverything() throws {
    let read = try Comparison(Self.fixture("notiz-tesseract.txt"), example: "gespraechsnotiz-erstkontakt.json")
    #expect(read.right >= 39 && read.unmarked == [], "\(read.right): \(read.wrong)\n\(read.run.errors)")
    #expect(read.wrong.count <= 7, "\(read.wrong)")
  }

  @Test func aPageWhoseTitleWasLostIsKnownByItsFoot() throws {
    let text = String(decoding: try Self.fixture("notiz-pdftotext.txt"), as: UTF8.self)
    let untitled = text.replacing("\nGesprächsnotiz\n", with: "\n")
    #expect(untitled != text)
    let read = try Comparison(Array(untitled.utf8), example: "gespraechsnotiz-erstkontakt.json")
    #expect(read.right >= 55 && read.wrong == [] && read.unmarked == [], "\(read.wrong)\n\(read.run.errors)")
    let scratch = try Scratch()
    let nothing = untitled.replacing("GN · angelehnt", with: "angelehnt")
    let run = try Kiso.runOnDay(["read", scratch.write(Array(nothing.utf8), "x.txt"), "-o", scratch.path("x.json")])
    #expect(run.status == 65, "\(run.transcript)")
  }

  @Test func textComesFromStandardInputToo() throws {
    let scratch = try Scratch()
    let run = try Kiso.runOnDay(
      ["read", "-", "-o", scratch.path("x.json")], input: Self.fixture("notiz-pdftotext.txt"))
    #expect(run.errors.contains("Nach der Vorlage gelesen"), "\(run.errors)")
    #expect(try Repository.record(scratch.bytes("x.json")).root.value("kontaktart") == "kita")
  }

  @Test(
    .enabled(
      if: Outside.office != nil && Outside.hasPoppler, "needs LibreOffice (soffice) and poppler-utils"))
  func whatPopplerGivesOfAPageOfLibreOfficeIsRead() throws {
    let pdf = try #require(Pages.pdfs["gespraechsnotiz-erstkontakt"])
    let text = try Poppler.pages(pdf).joined(separator: "\u{C}")
    let read = try Comparison(Array(text.utf8), example: "gespraechsnotiz-erstkontakt.json")
    #expect(read.right >= 55 && read.wrong == [] && read.unmarked == [], "\(read.wrong)\n\(read.run.errors)")
  }

  @Test(
    .enabled(
      if: Outside.office != nil && Outside.hasPoppler && Outside.recognition != nil,
      "needs LibreOffice (soffice), poppler-utils and tesseract with German data"))
  func whatTesseractGivesOfAPageIsRead() throws {
    let pdf = try #require(Pages.pdfs["gespraechsnotiz-erstkontakt"])
    let scratch = try Scratch()
    let source = try scratch.write(pdf, "x.pdf")
    let tool = try #require(Outside.recognition)
    #expect(
      try Program.run(["/usr/bin/pdftoppm", "-r", "300", "-gray", "-png", source, scratch.path("x")]).status == 0)
    let text = try Program.run([tool, scratch.path("x-1.png"), "-", "-l", "deu"])
    let read = try Comparison(text.bytes, example: "gespraechsnotiz-erstkontakt.json")
    #expect(read.right >= 39 && read.unmarked == [], "\(read.right): \(read.wrong)\n\(read.run.errors)")
  }
}
