import Files
import Glibc
import Testing

/// Who edits forms and templates sees what comes of it after each save.
struct WatchTests {
  /// Starts a command, waits for words of it, and gives what it wrote so far.
  private final class Watched {
    let scratch: PrivateDirectory
    private let process: pid_t

    init(_ words: [String], home: String) throws {
      let scratch = try PrivateDirectory()
      let streams = [try scratch.write([], as: "0"), scratch.path(of: "1"), scratch.path(of: "2")]
      process = try Program.spawn(
        [Kiso.path] + words, streams: streams,
        environment: ["KISO_HOME": home, "KISO_CACHE": "", "TZ": "Europe/Berlin"])
      self.scratch = scratch
    }

    deinit {
      kill(process, SIGINT)
      _ = Program.wait(for: process, seconds: 10)
    }

    var text: String {
      ["1", "2"].map { name in
        (try? FileReader.bytes(at: scratch.path(of: name), limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) }
          ?? ""
      }.joined()
    }

    /// Whether a text comes within a minute.
    func says(_ words: String, times: Int = 1) -> Bool {
      for _ in 0..<600 {
        if text.ranges(of: words).count >= times { return true }
        usleep(100_000)
      }
      return false
    }
  }

  @Test func findingsAndAFreshPageComeAfterEachSave() throws {
    let home = try PrivateDirectory()
    _ = try Program.run(["cp", "-r", Repository.path("Forms"), Repository.path("Templates"), home.path])
    let list = home.path(of: "Forms/bochum/lists/kontaktart.xml")
    let form = home.path(of: "Forms/bochum/kooperation.xml")
    let text = try Repository.text("Forms/bochum/kooperation.xml")
    let page = home.path(of: "seite.fodt")
    let lint = try Watched(["lint", "--municipality", "bochum", "--watch"], home: home.path)
    let render = try Watched(
      ["render", "--blank", "kooperation", "--municipality", "bochum", "-o", page, "--watch"], home: home.path)
    #expect(lint.says("keine Fehler") && render.says("Geschrieben: "), "\(lint.text) \(render.text)")
    // An editor saves by putting a new file in the place of the old one.
    try AtomicFile.write(
      Array(text.replacing("label=\"Ansprechperson\"", with: "label=\"Wen man anruft\" list=\"nichts\"").utf8), to: form
    )
    #expect(lint.says("kooperation.xml:") && lint.says("· kooperation.xml ──"), "\(lint.text)")
    try AtomicFile.write(
      Array(text.replacing("label=\"Ansprechperson\"", with: "label=\"Wen man anruft\"").utf8), to: form)
    #expect(lint.says("keine Fehler", times: 2), "\(lint.text)")
    #expect(render.says("Geschrieben: ", times: 2))
    for _ in 0..<300 where try !FileReader.bytes(at: page, limit: 1 << 22).contains("Wen man anruft") {
      usleep(100_000)
    }
    #expect(try FileReader.bytes(at: page, limit: 1 << 22).contains("Wen man anruft"))
    // What cannot be read is told, and it goes on.
    try AtomicFile.write(Array("<codelist".utf8), to: list)
    #expect(lint.says("kontaktart.xml:1"), "\(lint.text)")
    let withoutFile = try Kiso.run(["render", "--blank", "kooperation", "--watch"])
    #expect(withoutFile.status == 64 && withoutFile.errors.contains("--watch"))
  }
}
