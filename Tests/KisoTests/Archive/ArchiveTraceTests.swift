import Files
import Glibc
import Synchronization
import Testing

/// What working with an archive leaves elsewhere: nothing of anybody.
struct ArchiveTraceTests {
  /// What identifies the people of the examples that are stored here.
  private static let names = [
    "Ayşegül", "Çağlayan", "Öztürk", "oeztuerk", "İlkay", "Günnigfelder", "0171 3920012", "Großjohann", "Jobcenter",
    "2021-05-03", "03.05.2021",
  ]
  private static let number = "KSA-2-2025-0147"

  /// Looks at the command lines and environments of all processes, again and again, until it is told to stop.
  ///
  /// In a thread of its own: those of the tests wait for the very processes it is to see.
  private final class Watch: Sendable {
    private let program: String
    private let isOver = Mutex(false)
    private let seen = Mutex<(lines: Set<[UInt8]>, own: Int)>(([], 0))

    init(of program: String) {
      self.program = program
      var thread = pthread_t()
      let own = Unmanaged.passRetained(self).toOpaque()
      let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { own in
        if let own { Unmanaged<Watch>.fromOpaque(own).takeRetainedValue().look() }
        return nil
      }
      pthread_create(&thread, nil, body, own)
      pthread_detach(thread)
    }

    private func look() {
      while !isOver.withLock({ $0 }) {
        for name in Scratch.names(in: "/proc") where name.allSatisfy(\.isNumber) {
          guard let line = try? FileReader.bytes(at: "/proc/\(name)/cmdline", limit: 1 << 20),
            line.starts(with: Array(program.utf8))
          else { continue }
          let variables = (try? FileReader.bytes(at: "/proc/\(name)/environ", limit: 1 << 20)) ?? []
          seen.withLock {
            $0.lines.insert(line + variables)
            $0.own += 1
          }
        }
        usleep(3_000)
      }
    }

    func stop() -> (lines: Set<[UInt8]>, own: Int) {
      isOver.withLock { $0 = true }
      return seen.withLock { $0 }
    }
  }

  /// Every file below a folder, hidden ones too.
  private func files(below folder: String) -> [String] {
    Scratch.names(in: folder).flatMap { name in
      let path = FilePath.joining(folder, name)
      return DirectoryListing.isFolder(path) ? files(below: path) : [path]
    }
  }

  @Test func namesAppearNowhere() throws {
    let store = try Store()
    let scratch = try Scratch()
    for folder in ["heim", "temp", "eingang"] { mkdir(scratch.path(folder), 0o700) }
    let environment = ["HOME": scratch.path("heim"), "TMPDIR": scratch.path("temp")]
    let note = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")
    let watch = Watch(of: Kiso.path)
    var errors = ""
    func run(_ words: [String], input: String = "", asOf: String? = "2025-11-20", status: Int32 = 0) throws -> Run {
      let run = try store.run(words, input: input, asOf: asOf, environment: environment)
      #expect(run.status == status, "\(words): \(run.errors)")
      errors += run.errors
      return run
    }
    _ = try run(["archive", "add", note])
    _ = try run(["render", note, "-o", store.path("notiz.odt"), "--archive"])
    _ = try run(["read", store.path("notiz.odt"), "-o", store.path("notiz.json"), "--archive"])
    #expect(try run(["archive", "find", "--name"], input: "oeztuerk\n").output.contains(Self.number))
    #expect(try run(["archive", "show", Self.number], status: 66).output == "")
    _ = try run(["archive", "case", Self.number])
    _ = try run(["archive", "hold", Self.number, "--reason", "auskunft", "--review", "2026-01-15"])
    _ = try run(["archive", "release", Self.number])
    _ = try run(["archive", "collect", "--key", "-o", scratch.path("heim/ablage.pub")], asOf: nil)
    _ = try Kiso.runOnDay(
      ["archive", "drop", note, "--to", scratch.path("heim/ablage.pub"), "--inbox", scratch.path("eingang")])
    #expect(files(below: scratch.path("eingang")).count == 1)
    _ = try run(
      ["archive", "backup", "--data", scratch.path("heim/a.kiso"), "--keys-to", scratch.path("heim/a.schluessel")],
      asOf: nil)
    _ = try run(
      [
        "archive", "export", Self.number, "--seal", scratch.path("heim/ablage.pub"), "-o",
        scratch.path("heim/akte.kisopost"),
      ], asOf: nil)
    _ = try run(["archive", "close", Self.number, "--on", "2025-11-14", "--reason", "ziel_erreicht"])
    _ = try run(["retention", "due", "--details"])
    let plan = try run(["retention", "purge", "--request", Self.number])
    let code = try #require(plan.output.firstMatch(of: /--code (\S+)/)).1
    _ = try run(["retention", "purge", "--request", Self.number, "--code", String(code)])
    let log = try run(["retention", "log"]).output
    _ = try run(["archive", "verify"], asOf: nil)
    let (lines, own) = watch.stop()
    #expect(own > 10 && !lines.isEmpty, "the processes were seen at work")
    for name in Self.names {
      #expect(!errors.contains(name) && !log.contains(name), "\(name)")
      for line in lines { #expect(!line.contains(name), "\(name) on a command line") }
      for file in files(below: scratch.path) + [store.data, store.keys] {
        #expect(!file.contains(name))
        #expect(try !FileReader.bytes(at: file, limit: 64 << 20).contains(name), "\(name) in \(file)")
      }
    }
    #expect(!log.contains(Self.number))
    #expect(Scratch.names(in: scratch.path("temp")).isEmpty)
  }

  /// A crash in the middle of a purge writes no copy of the memory, wherever the system would put it.
  @Test(arguments: [SIGSEGV, SIGABRT])
  func aCrashWhileDeletingLeavesNoCore(_ signal: Int32) throws {
    let store = try Store()
    let folder = store.path("hier")
    mkdir(folder, 0o700)
    try store.add("gespraechsnotiz-erstkontakt.json")
    // The command waits for the passphrase, with its memory in use, until the signal comes.
    let line =
      "ulimit -c unlimited; cd '\(folder)'; (sleep 5 >&3) 3>'\(folder)/rohr' & "
      + "exec \"$0\" retention purge --request \(Self.number) --passphrase-fd 4 4<'\(folder)/rohr'"
    #expect(mkfifo(folder + "/rohr", 0o600) == 0)
    let process = try Program.spawn(
      ["/bin/sh", "-c", line, Kiso.path], streams: ["/dev/null", "/dev/null", store.path("fehler")],
      environment: ["KISO_HOME": Repository.root, "KISO_CACHE": "", "KISO_ARCHIVE": store.data])
    var limits: [UInt8] = []
    for _ in 0..<500 where !limits.contains("Max core file size        0") {
      usleep(10_000)
      limits = (try? FileReader.bytes(at: "/proc/\(process)/limits", limit: 1 << 16)) ?? []
    }
    #expect(limits.contains("Max core file size        0"))
    kill(process, signal)
    #expect(Program.wait(for: process, seconds: 30) == 128 + signal)
    #expect(Scratch.names(in: folder) == ["rohr"])
  }
}
