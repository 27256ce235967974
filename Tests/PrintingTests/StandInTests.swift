import Files
import Glibc
import Printing
import Testing

/// With a shell script in LibreOffice's place, for what the real one does rarely.
struct StandInTests {
  private let flat = OfficeDocument.bytes(flatText("<text:p>Text</text:p>"), name: "a.fodt")

  private func result(of script: String, timeout: Duration = .seconds(20)) throws -> PrintingFailure? {
    let base = try PrivateDirectory()
    let office = LibreOffice(
      executable: try standIn(script, in: base.path), temporaryFolder: try base.makeFolder("tmp"))
    let failure = failure { () throws(PrintingFailure) in
      _ = try office.convert([flat], to: .pdfArchive, timeout: timeout)
    }
    #expect(entries(of: base.path(of: "tmp")) == [])
    #expect(processes(under: base.path) == [])
    return failure
  }

  @Test func itIsStartedAgainOnceAfterStatus81() throws {
    let once = """
      [ -e profile/again ] || { touch profile/again; exit 81; }
      printf '%%PDF-1.7 %%%%EOF' > out/0.pdf
      """
    let failure = try result(of: once)
    #expect(failure == nil)
    #expect(try result(of: "exit 81") == PrintingFailure(.aborted, source: "a.fodt", status: 81))
    let silently = """
      [ -e profile/again ] || { touch profile/again; exit 0; }
      printf '%%PDF-1.7 %%%%EOF' > out/0.pdf
      """
    #expect(try result(of: silently) == nil)
  }

  @Test(arguments: [
    ("exit 0", PrintingFailure.Code.noOutput, Int32?.none), (": > out/0.pdf", .noOutput, nil),
    ("printf '%%PDF-1.7 half' > out/0.pdf", .noOutput, nil), ("exit 7", .aborted, 7),
    ("kill -SEGV $$", .aborted, -11), ("exec /fehlt", .cannotStart, nil),
  ])
  func anEndWithoutSoundOutputIsAFailure(script: String, code: PrintingFailure.Code, status: Int32?) throws {
    let failure = try result(of: script)
    #expect(failure?.code == code)
    #expect(failure?.status == status)
  }

  @Test func whatIgnoresTheRequestToEndIsKilledWithItsChildren() throws {
    let start = ContinuousClock.now
    let failure = try result(
      of: "trap '' TERM; (trap '' TERM; sleep 30) & sleep 30; sleep 30", timeout: .milliseconds(100))
    #expect(failure == PrintingFailure(.timedOut))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func theProgramSeesNothingPersonal() throws {
    let base = try PrivateDirectory()
    let script = """
      { echo "$@"; env; pwd; umask; ls -l /proc/self/fd; } > '\(base.path)/seen'
      printf '%%PDF-1.7 %%%%EOF' > out/0.pdf
      """
    try AtomicFile.write(flatText("<text:p>x</text:p>"), to: base.path(of: "mustermann.fodt"))
    setenv("KISO_TEST_NAME", "mustermann", 1)
    let office = LibreOffice(executable: try standIn(script, in: base.path))
    _ = try office.convert([base.path(of: "mustermann.fodt")], to: .pdfArchive, into: base.path)
    let seen = try FileReader.bytes(at: base.path(of: "seen"), limit: 100_000)
    #expect(!contains(seen, "mustermann"))
    #expect(contains(seen, "in/0.fodt"))
    #expect(contains(seen, "\n0077\n"))
    #expect(contains(seen, "0 -> /dev/null"))
  }

  @Test(arguments: [
    ("a.odt", "kein Dokument"), ("a.fodt", "kein Dokument"), ("a.txt", "<a/>"), ("a", "<a/>"),
    ("a.docx", ""), ("a.odt", "<a/>"), ("a.fodt", ""),
    ("a.fodt", "<?xml version=\"1.0\"?><html/>"), ("a.fodt", "<office:document/>"),
    ("a.fodt", "\n<?xml version=\"1.0\"?><office:document/>"),
  ])
  func whatIsNoDocumentIsRefusedBefore(name: String, content: String) throws {
    let failure = failure { () throws(PrintingFailure) in
      _ = try LibreOffice(executable: "/bin/true").convert(
        [.bytes(Array(content.utf8), name: name)], to: .pdfArchive)
    }
    #expect(failure == PrintingFailure(.unsuitableSource, source: name))
  }

  @Test func outputsThatWouldMeetAreRefused() {
    let office = LibreOffice(executable: "/bin/true")
    for sources in [["x/a.odt", "y/a.fodt"], ["out/a.odt"]] {
      let failure = failure { () throws(PrintingFailure) in
        _ = try office.convert(sources, to: .odt, into: "out")
      }
      #expect(failure == PrintingFailure(.sameOutput, source: sources.last))
    }
  }

  @Test func aMissingSourceIsAFileFailure() {
    let failure = failure { () throws(PrintingFailure) in
      _ = try LibreOffice(executable: "/bin/true").convert([.file("/fehlt.odt")], to: .pdfArchive)
    }
    #expect(failure?.code == .file)
    #expect(failure?.file?.code == .noSuchFile)
  }
}
