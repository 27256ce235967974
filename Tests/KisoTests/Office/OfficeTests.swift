import Files
import Paperwork
import Testing

/// What LibreOffice makes of our documents, and what it leaves of them.
@Suite(
  .serialized,
  .enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"))
struct OfficeTests {
  /// The PDF of each paper, made by the command itself; a start of LibreOffice takes seconds, so once for all tests.
  private static let pages: [String: Run] = {
    var pages: [String: Run] = [:]
    for paper in PackageTests.papers {
      guard let scratch = try? Scratch() else { continue }
      let words = paper == "blank" ? ["--blank", "gespraechsnotiz"] : [Repository.path("Examples/\(paper)")]
      guard var run = try? Kiso.runOnDay(["render"] + words + ["-o", scratch.path("x.pdf")]) else { continue }
      run.bytes = (try? scratch.bytes("x.pdf")) ?? []
      pages[paper] = run
    }
    return pages
  }()

  private func page(_ paper: String) throws -> Run { try #require(Self.pages[paper]) }

  @Test(arguments: PackageTests.papers)
  func aPaperBecomesATaggedArchivePDFWithItsTitle(_ paper: String) throws {
    let run = try page(paper)
    #expect(run.status == (paper.contains("lang") ? 1 : 0))
    let isPDF = run.bytes.starts(with: "%PDF-1.".utf8)
    #expect(isPDF)
    let isArchive = run.bytes.contains("<pdfaid:part>2</") && run.bytes.contains("<pdfaid:conformance>B</")
    #expect(isArchive)
    try #require(Outside.hasPoppler, "needs poppler-utils")
    let scratch = try Scratch()
    let info = try Program.run(["pdfinfo", scratch.write(run.bytes, "x.pdf")]).output
    #expect(info.contains(/Title: +Gesprächsnotiz\n/))
    #expect(info.contains(/Author: +Stadt Bochum, Jugendamt\n/))
    #expect(info.contains(/Tagged: +yes/))
    // ISO 19005-2 (6.1.2) allows any up to 1.7; LibreOffice 7.4 writes 1.6 for it, later ones 1.7.
    #expect(info.contains(/PDF version: +1\.[67]/))
    #expect(info.contains(/Form: +none/))
    #expect(info.contains(/Page size: +59\d\.\d+ x 84\d\.\d+ pts \(A4\)/))
    let fonts = try Program.run(["pdffonts", scratch.path("x.pdf")]).output.split(separator: "\n").dropFirst(
      2)
    #expect(!fonts.isEmpty)
    for font in fonts { #expect(font.contains(/\ yes (yes|no) +yes +\d+ +\d+$/), "\(font)") }
  }

  @Test(arguments: [
    ("gespraechsnotiz-erstkontakt.json", 1), ("gespraechsnotiz-anonym.json", 1),
    ("gespraechsnotiz-minimal.json", 1), ("blank", 2),
  ])
  func aPaperHasItsPages(_ paper: String, _ count: Int) throws {
    try #require(Outside.hasPoppler, "needs poppler-utils")
    let scratch = try Scratch()
    let info = try Program.run(["pdfinfo", scratch.write(page(paper).bytes, "x.pdf")]).output
    #expect(info.contains(try Regex("Pages: +\(count)\n")))
  }

  /// Every word that the ODT shows stands in the PDF, only writing from right to left comes out in another order.
  @Test(arguments: PackageTests.papers)
  func everyWordOfThePaperStandsInThePDF(_ paper: String) throws {
    try #require(Outside.hasPoppler, "needs poppler-utils")
    let scratch = try Scratch()
    let text = try Program.run(["pdftotext", scratch.write(page(paper).bytes, "x.pdf"), "-"]).output
    let letters = squeezed(text)
    // The head of a second page is in no document of one page, and long words break at their hyphens.
    let shown = try visibleText(PackageTests.document(paper)).split(separator: "\n----\n").last ?? ""
    let words = shown.split { !$0.isLetter && !$0.isNumber }
    let missing = words.filter { !letters.contains(squeezed($0)) && !$0.contains(/\p{Arabic}/) }
    #expect(words.count > 50)
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func ourDocumentsSurviveLoadingAndSavingInLibreOffice() throws {
    let scratch = try Scratch()
    var files: [String] = []
    for example in Repository.notes {
      files.append(try scratch.write(PackageTests.document(example), stem(example) + ".odt"))
    }
    let target = try PrivateDirectory(under: scratch.path)
    try Outside.convert(files, to: "odt", into: target.path)
    for file in files {
      let saved = target.path(of: FilePath.lastComponent(of: file))
      let before = try Kiso.runOnDay(["read", file])
      let after = try Kiso.runOnDay(["read", saved])
      #expect(after.errors == "" && after.status == 0, "\(FilePath.lastComponent(of: file))")
      #expect(after.bytes == before.bytes)
      let checked = try Kiso.runOnDay(["check", saved])
      #expect(!checked.output.contains("LESEN"))
    }
    // What a person changed there is told, and the values as issued are given.
    let saved = target.path(of: "gespraechsnotiz-minimal.odt")
    let edited = try Package(FileReader.bytes(at: saved, limit: 1 << 24)).changing("content.xml") {
      $0.replacing("14.11.2025", with: "13.11.2025")
    }
    let run = try Kiso.runOnDay(["read", scratch.write(edited.bytes(), "changed.odt")])
    #expect(run.status == 1)
    #expect(run.errors.contains("[W-LESEN-01]"))
    #expect(run.output.contains("2025-11-14"))
  }

  @Test func aMissingLibreOfficeIsNamedWithItsPackage() throws {
    let scratch = try Scratch()
    let run = try Kiso.run(
      ["render", "--blank", "gespraechsnotiz", "-o", scratch.path("x.pdf"), "--soffice", "/nirgends/soffice"])
    #expect(run.status == 69)
    #expect(run.errors.contains("libreoffice-writer"))
    #expect(scratch.names.isEmpty)
  }
}

/// A text without white space and soft hyphens, in the composed form.
private func squeezed(_ text: some StringProtocol) -> String {
  String(
    text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{AD}" && $0 != "\u{200B}" }.map(
      Character.init))
}

/// Without LibreOffice, a change is told as well.
struct ChangedDocumentTests {
  @Test func aChangedTextIsToldAndTheValuesAsIssuedAreGiven() throws {
    let document = try PackageTests.document("gespraechsnotiz-erstkontakt.json")
    let changed = try Package(document).changing("content.xml") {
      $0.replacing("behoerde", with: "x").replacing("Jobcenter kürzt", with: "Jobcenter zahlt")
    }
    let run = try Kiso.runOnDay(["read", "-"], input: changed.bytes())
    #expect(run.status == 1)
    #expect(run.errors.split(separator: "\n").count == 1 && run.errors.hasPrefix("[W-LESEN-01] "))
    let untouched = try Kiso.runOnDay(["read", "-"], input: document)
    #expect(untouched.transcript == untouched.output + "-- Status 0\n")
    #expect(run.output == untouched.output)
    let checked = try Kiso.runOnDay(["check", "-"], input: changed.bytes())
    #expect(checked.status == 1 && checked.output.contains("[W-LESEN-01]"))
  }
}
