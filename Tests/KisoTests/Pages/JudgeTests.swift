import Files
import Testing

/// An independent judge of documents looks at every paper.
struct JudgeTests {
  @Test(.enabled(if: Outside.judge != nil, "needs the judge of documents beside the repository, and lxml"))
  func anIndependentJudgeFindsNothing() throws {
    let judge = try #require(Outside.judge)
    let scratch = try Scratch()
    let files = try Pages.all.map { try scratch.write($0.document, $0.name + ".odt") }
    var words = [Outside.python ?? "python3", judge.script, "--strict", "--schema", judge.schemas]
    words += ["--odf-version", "1.3", "--lang", "de-DE"]
    if Outside.office != nil { words += ["--soffice-cmd", try officeInOneStart(files, scratch)] }
    let run = try Program.run(words + files, environment: ["HOME": scratch.path], seconds: 600)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  /// The judge calls LibreOffice twice for each file; this stands in and hands out what one start made of all.
  private func officeInOneStart(_ files: [String], _ scratch: borrowing Scratch) throws -> String {
    let made = scratch.path("made")
    try FolderMaking.make(made + "/odt")
    try FolderMaking.make(made + "/pdf")
    try Outside.convert(files, to: "odt", into: made + "/odt")
    for (name, pdf) in Pages.pdfs { try AtomicFile.write(pdf, to: "\(made)/pdf/\(name).pdf") }
    // -env:… --headless --norestore --convert-to KIND --outdir FOLDER SOURCE
    let script = "#!/bin/sh\ncp '\(made)'/\"$5\"/\"$(basename \"$8\" .odt).$5\" \"$7\"\n"
    let path = scratch.path("soffice")
    try AtomicFile.write(Array(script.utf8), to: path, permissions: 0o700)
    return path
  }
}
