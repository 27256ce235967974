import Files
import Glibc
import Testing

/// Where results go: whole or not at all, for their owner only, without a trace.
struct WritingTests {
  private let source = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")

  @Test(arguments: ["odt", "fodt"])
  func aDocumentIsForItsOwnerOnlyWhateverTheUmask(_ ending: String) throws {
    let scratch = try Scratch()
    for mask in ["000", "022", "777"] {
      let target = scratch.path("a\(mask).\(ending)")
      let run = try Kiso.run(
        ["render", source, "--as-of", "2025-11-20", "-o", target], prelude: "umask \(mask)")
      #expect(run.status == 0, "\(run.errors)")
      #expect(mode(of: target) == 0o600)
    }
    #expect(scratch.names.count == 3)
  }

  @Test func aRecordReplacesAnOpenFileAndClosesIt() throws {
    let scratch = try Scratch()
    try scratch.write("alt", "x.json")
    chmod(scratch.path("x.json"), 0o666)
    let run = try Kiso.run(
      [
        "fill", "gespraechsnotiz", "--no-input", "--from", source, "--as-of", "2025-11-20", "-o",
        scratch.path("x.json"),
      ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(mode(of: scratch.path("x.json")) == 0o600)
    #expect(try scratch.bytes("x.json").contains("Ayşegül"))
  }

  @Test func standardOutputIsTheSameAsAFile() throws {
    let scratch = try Scratch()
    let plain = try Kiso.runOnDay(["render", source])
    let dash = try Kiso.runOnDay(["render", source, "-o", "-"])
    let piped = try Kiso.runOnDay(
      ["render", "-", "-o", scratch.path("x.odt")],
      input: Repository.bytes("Examples/gespraechsnotiz-erstkontakt.json"))
    #expect(piped.transcript == "-- Status 0\n")
    #expect(try plain.bytes == dash.bytes && dash.bytes == scratch.bytes("x.odt"))
  }

  @Test(arguments: [("fehlt/x.odt", 73), ("x.odt/y.odt", 73), ("ordner.odt", 65)])
  func anOutputThatCannotBeMadeIsNamed(_ name: String, _ status: Int) throws {
    let scratch = try Scratch()
    mkdir(scratch.path("ordner.odt"), 0o700)
    if name.hasPrefix("x.odt/") { try scratch.write("Datei", "x.odt") }
    let before = scratch.names
    let run = try Kiso.runOnDay(["render", source, "-o", scratch.path(name)])
    #expect(Int(run.status) == status, "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1 && run.output == "")
    #expect(scratch.names == before)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aFolderThatMayNotBeWrittenIsNamed() throws {
    let scratch = try Scratch()
    chmod(scratch.path, 0o500)
    defer { chmod(scratch.path, 0o700) }
    #expect(try Kiso.runOnDay(["render", source, "-o", scratch.path("x.odt")]).status == 73)
  }

  @Test func aFolderOfTheSystemMayNotBeWritten() throws {
    let run = try Kiso.runOnDay(["render", source, "-o", "/proc/kiso.odt"])
    #expect(run.status == 73, "\(run.errors)")
  }

  /// The limit of the file size stands for a full disk; both end as `storageFull`.
  @Test func aFullDiskLeavesTheOldFileAndNoRemains() throws {
    let scratch = try Scratch()
    try scratch.write("die alte Notiz", "x.odt")
    let words = ["render", source, "--as-of", "2025-11-20", "-o", scratch.path("x.odt")]
    let run = try Kiso.run(words, prelude: "trap '' XFSZ; ulimit -f 8")
    #expect(run.status == 74 && run.errors.contains("[DATEI-SPEICHER-VOLL]"), "\(run.errors)")
    #expect(try scratch.bytes("x.odt") == Array("die alte Notiz".utf8))
    #expect(scratch.names == ["x.odt"])
    symlink("/dev/full", scratch.path("voll.odt"))
    let full = try Kiso.runOnDay(["render", source, "-o", scratch.path("voll.odt")])
    #expect(full.status == 74 && full.errors.contains("[DATEI-SPEICHER-VOLL]"), "\(full.errors)")
    let output = try Kiso.run(["render", source, "--as-of", "2025-11-20"], redirections: ">/dev/full")
    #expect(output.status == 74 && output.errors.contains("[DATEI-SPEICHER-VOLL]"))
  }

  @Test func killedAtAnyMomentTheFileIsTheOldOrTheNewOne() throws {
    let scratch = try Scratch()
    let old = try scratch.write("die alte Notiz", "x.odt")
    let words = [Kiso.path, "render", source, "--as-of", "2025-11-20", "-o", old]
    let new = try Kiso.runOnDay(["render", source]).bytes
    let previous = Array("die alte Notiz".utf8)
    var replaced = 0
    for round in 0..<50 {
      try AtomicFile.write(previous, to: old)
      let process = try Program.spawn(
        words, streams: ["/dev/null", "/dev/null", "/dev/null"], environment: ["KISO_HOME": Repository.root])
      usleep(UInt32(round * 7_000))
      kill(process, SIGKILL)
      _ = Program.wait(for: process, seconds: 10)
      let now = try scratch.bytes("x.odt")
      if now == new { replaced += 1 }
      let isWhole = now == new || now == previous
      #expect(isWhole, "after \(round * 7) ms: \(now.count) bytes")
    }
    // A temporary file may be left by a kill, under a name that says nothing.
    for name in scratch.names where name != "x.odt" {
      #expect(name.wholeMatch(of: /\.kiso-[a-z0-9]{6}/) != nil)
    }
  }

  @Test func aSignalLeavesNothing() throws {
    let scratch = try Scratch()
    let words = [Kiso.path, "render", "-", "-o", scratch.path("x.odt")]
    mkfifo(scratch.path("eingabe"), 0o600)
    let reader = open(scratch.path("eingabe"), O_RDWR)
    defer { close(reader) }
    let process = try Program.spawn(
      words, streams: [scratch.path("eingabe"), "/dev/null", "/dev/null"],
      environment: ["KISO_HOME": Repository.root])
    usleep(300_000)
    kill(process, SIGTERM)
    #expect(Program.wait(for: process, seconds: 10) == 128 + SIGTERM)
    #expect(scratch.names == ["eingabe"])
  }

  @Test(arguments: ["gespraechsnotiz-lang.json", "gespraechsnotiz-schutz.xml"])
  func findingsOnStandardErrorNeverMixWithTheDocument(_ name: String) throws {
    let run = try Kiso.runOnDay(["render", Repository.path("Examples/\(name)")])
    #expect(run.bytes.starts(with: [0x50, 0x4B]))
    #expect(run.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("[") })
  }
}
