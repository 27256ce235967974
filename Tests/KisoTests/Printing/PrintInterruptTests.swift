import Files
import Glibc
import Testing

/// What is left when printing is broken off: nothing, or what the next start removes.
@Suite(
  .serialized, .enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"))
struct PrintInterruptTests {
  /// Starts a long work, and gives its process once LibreOffice is at work in a folder of `temporary`.
  private func start(_ scratch: borrowing Scratch, _ temporary: String) throws -> pid_t {
    let scaffold =
      #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n<office:document "
      + #"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" "#
      + #"xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" "#
      + #"office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>"#
    let body = String(repeating: "<text:p>Text</text:p>", count: 100_000)
    let file = try scratch.write(scaffold + body + "</office:text></office:body></office:document>", "lang.fodt")
    mkdir(temporary, 0o700)
    mkdir(scratch.path("ziel"), 0o700)
    let words = [Kiso.path, "print", file, "-o", scratch.path("ziel")]
    let process = try Program.spawn(
      words, streams: ["/dev/null", "/dev/null", scratch.path("fehler")],
      environment: ["KISO_HOME": Repository.root, "KISO_CACHE": "", "TMPDIR": temporary])
    #expect(waits(30) { processes(under: temporary).contains { $0.hasPrefix("soffice.bin") } })
    return process
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalEndsLibreOfficeAndRemovesEverything(signal: Int32) throws {
    let scratch = try Scratch()
    let temporary = scratch.path("tmp")
    let process = try start(scratch, temporary)
    kill(process, signal)
    #expect(Program.wait(for: process, seconds: 20) == 128 + signal)
    #expect(processes(under: temporary) == [])
    #expect(Scratch.names(in: temporary) == [] && Scratch.names(in: scratch.path("ziel")) == [])
    let errors = String(decoding: try scratch.bytes("fehler"), as: UTF8.self).split(separator: "\n")
    #expect(errors.allSatisfy { $0.contains("[H-UNGEPRUEFT]") }, "\(errors)")
  }

  @Test func killedLibreOfficeEndsAsWellAndTheNextStartCleansUp() throws {
    let scratch = try Scratch()
    let temporary = scratch.path("tmp")
    let process = try start(scratch, temporary)
    kill(process, SIGKILL)
    #expect(Program.wait(for: process, seconds: 20) == 128 + SIGKILL)
    #expect(waits(20) { processes(under: temporary) == [] })
    let left = Scratch.names(in: temporary)
    #expect(left.count == 1 && left[0].hasPrefix("kiso-\(process)-"))
    #expect(mode(of: temporary + "/" + (left.first ?? "")) == 0o700)
    #expect(try Kiso.run(["--version"], environment: ["TMPDIR": temporary]).status == 0)
    #expect(Scratch.names(in: temporary) == [] && Scratch.names(in: scratch.path("ziel")) == [])
  }
}

/// The names of the running processes that work in a folder below a path, zombies left out.
private func processes(under path: String) -> [String] {
  Scratch.names(in: "/proc").filter { Int32($0) != nil }.compactMap { number in
    var space = [UInt8](repeating: 0, count: 4096)
    let count = space.withUnsafeMutableBytes { space in
      space.baseAddress.map { readlink("/proc/\(number)/cwd", $0, space.count) } ?? 0
    }
    guard count > 0, String(decoding: space.prefix(count), as: UTF8.self).hasPrefix(path) else { return nil }
    let name = (try? FileReader.bytes(at: "/proc/\(number)/comm", limit: 100)) ?? []
    return String(decoding: name, as: UTF8.self)
  }
}
