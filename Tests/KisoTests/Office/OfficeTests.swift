import Files
import Paperwork
import Testing

/// What LibreOffice makes of our documents, and what it leaves of them.
@Suite(
  .serialized,
  .enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"))
struct OfficeTests {
  @Test func renderMakesAPDFAsPrintDoes() throws {
    let scratch = try Scratch()
    let source = Repository.path("Examples/gespraechsnotiz-minimal.json")
    #expect(try Kiso.runOnDay(["render", source, "-o", scratch.path("x.pdf")]).transcript == "-- Status 0\n")
    let pdf = try scratch.bytes("x.pdf")
    let isArchive = pdf.starts(with: "%PDF-1.".utf8) && pdf.contains("<pdfaid:part>2</")
    #expect(isArchive && mode(of: scratch.path("x.pdf")) == 0o600)
    // Both have one page and the same text; the bytes hold the time of day.
    try #require(Outside.hasPoppler, "needs poppler-utils")
    #expect(try Poppler.pages(pdf) == Poppler.pages(#require(Pages.pdfs["gespraechsnotiz-minimal"])))
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
    // What a person changed there is reported, and the visible text wins.
    let saved = target.path(of: "gespraechsnotiz-minimal.odt")
    let edited = try Package(FileReader.bytes(at: saved, limit: 1 << 24)).changing("content.xml") {
      $0.replacing("14.11.2025", with: "13.11.2025")
    }
    let run = try Kiso.runOnDay(["read", scratch.write(edited.bytes(), "changed.odt")])
    #expect(run.status == 1)
    #expect(run.errors.contains("[W-LESEN-05]"))
    #expect(run.output.contains("2025-11-13"))
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

/// Without LibreOffice, a change is reported as well.
struct ChangedDocumentTests {
  @Test func aChangedTextIsToldAndWins() throws {
    let document = try PackageTests.document("gespraechsnotiz-erstkontakt.json")
    let changed = try Package(document).changing("content.xml") {
      $0.replacing("behoerde", with: "x").replacing("Jobcenter kürzt", with: "Jobcenter zahlt")
    }
    let run = try Kiso.runOnDay(["read", "-"], input: changed.bytes())
    #expect(run.status == 1)
    #expect(run.errors.contains("[W-LESEN-"))
    let untouched = try Kiso.runOnDay(["read", "-"], input: document)
    #expect(untouched.transcript == untouched.output + "-- Status 0\n")
    #expect(run.output != untouched.output && run.output.contains("Jobcenter zahlt"))
    let checked = try Kiso.runOnDay(["check", "-"], input: changed.bytes())
    #expect(checked.status == 1 && checked.output.contains("[W-LESEN-"))
  }
}
