import Files
import Testing

/// What is handed on as it is: documents of ours are checked as their records are, others are said to be unchecked.
struct HandedOnTests {
  private let letter = Repository.path("Examples/rueckmeldung-sd-ergebnis.json")

  /// The letter as a document, made beside the release that it needs.
  private func document(_ ending: String, in scratch: borrowing Scratch) throws -> String {
    let releases = try Repository.companions(of: "rueckmeldung-sd-ergebnis.json").map {
      Repository.path("Examples/\($0)")
    }
    let path = scratch.path("brief.\(ending)")
    let run = try Kiso.runOnDay(["render", letter, "-o", path] + releases.flatMap { ["--with", $0] })
    #expect(run.status <= 1, "\(run.errors)")
    return path
  }

  /// A program in the place of LibreOffice that gives each document a PDF.
  private func office(in scratch: borrowing Scratch) throws -> [String] {
    let script = "#!/bin/sh\nfor i in in/*; do printf '%%PDF-1.7\\n%%%%EOF' > out/$(basename ${i%.*}).pdf; done\n"
    try AtomicFile.write(Array(script.utf8), to: scratch.path("soffice"), permissions: 0o700)
    return ["--soffice", scratch.path("soffice")]
  }

  @Test func aDocumentOfOursIsRefusedAsItsRecordIs() throws {
    let scratch = try Scratch()
    let document = try document("odt", in: scratch)
    let words = try ["-o", scratch.path("x.pdf")] + office(in: scratch)
    let ofRecord = try Kiso.runOnDay(["print", letter] + words)
    let ofDocument = try Kiso.runOnDay(["print", document] + words)
    #expect(ofRecord.status == 2 && ofDocument.status == 2 && !scratch.has("x.pdf"))
    #expect(ofRecord.errors.contains("Schweigepflichtentbindung") && ofDocument.errors == ofRecord.errors)
  }

  @Test func besideItsReleaseItIsPrintedAsItIs() throws {
    let scratch = try Scratch()
    let document = try document("odt", in: scratch)
    let releases = try Repository.companions(of: "rueckmeldung-sd-ergebnis.json").map {
      Repository.path("Examples/\($0)")
    }
    let words = try ["-o", scratch.path("x.pdf")] + office(in: scratch) + releases.flatMap { ["--with", $0] }
    let run = try Kiso.runOnDay(["print", document] + words)
    #expect(run.status <= 1 && scratch.has("x.pdf") && !run.errors.contains("[H-UNGEPRUEFT]"), "\(run.errors)")
  }

  @Test func aDocumentWithoutARecordIsSaidToBeUnchecked() throws {
    let scratch = try Scratch()
    let document = try document("fodt", in: scratch)
    let run = try Kiso.runOnDay(["print", document, "-o", scratch.path("x.pdf")] + office(in: scratch))
    #expect(run.status == 0 && scratch.has("x.pdf"))
    #expect(run.errors.contains("[H-UNGEPRUEFT]") && run.errors.contains("geprüft wurde es nicht"))
  }

  @Test(arguments: ["ods", "fodt", "fods", "odt"])
  func whatIsFiledComesBackAsWhatItWas(_ ending: String) throws {
    let store = try Store()
    let figures = Repository.path("Examples/statistik-teil1-quartal.json")
    let file = store.path("zahlen.\(ending)")
    let made = try Kiso.run(["stats", "part1", "--from", figures, "-o", file, "--as-of", "2025-10-08"])
    #expect(made.status <= 1, "\(made.errors)")
    let words = ["archive", "add", file, "--kind", "spe", "--case", "KSA-2-2025-0147", "--issued"]
    let added = try store.run(words)
    #expect(added.status <= 1, "\(added.errors)")
    let run = try store.run(["archive", "export", "KSA-2-2025-0147", "-o", store.path("aus")], asOf: nil)
    #expect(run.status == 0, "\(run.errors)")
    let names = Scratch.names(in: store.path("aus")).filter { !$0.hasSuffix("-angaben.xml") }
    #expect(names.count == 1 && names.allSatisfy { $0.hasSuffix(".\(ending)") }, "\(names)")
    #expect(try names.map { try store.bytes("aus/\($0)") } == [store.bytes("zahlen.\(ending)")])
  }
}
