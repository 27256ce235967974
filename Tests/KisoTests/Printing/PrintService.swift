import Files
import Glibc

/// A print service of our own: CUPS with all its files in one folder, reached through a socket there.
///
/// Its queue ›Datei‹ has a backend that keeps what it gets: for job 3 the document as `3.pdf` and its words (number,
/// user, title, copies, options) as `3.txt`. Nothing of the system's own print service is touched.
final class PrintService {
  private let folder: PrivateDirectory
  private let process: pid_t

  /// The variables by which `lp` and `lpadmin` find it.
  var environment: [String: String] { ["CUPS_SERVER": folder.path(of: "socket"), "HOME": folder.path] }

  /// Why it cannot run here; nil if it can.
  static let obstacle: String? = {
    for program in ["/usr/sbin/cupsd", "/usr/sbin/lpadmin", "/usr/bin/lp"] where access(program, X_OK) != 0 {
      return "needs CUPS (cups-daemon, cups-client): there is no \(program)"
    }
    do {
      _ = try PrintService()
      return nil
    } catch {
      return "CUPS does not start here"
    }
  }()

  init() throws {
    let folder = try PrivateDirectory()
    for name in ["root", "state", "cache", "spool", "tmp", "bin", "bin/backend", "out"] {
      _ = try folder.makeFolder(name)
    }
    for name in ["cgi-bin", "daemon", "filter", "monitor", "notifier"] {
      symlink("/usr/lib/cups/\(name)", folder.path(of: "bin/\(name)"))
    }
    let path = folder.path as String
    let backend = """
      #!/bin/sh
      [ $# -ge 5 ] || exit 0
      printf '%s\\n' "$1" "$2" "$3" "$4" "$5" > '\(path)/out/'"$1.txt"
      cat "${6:--}" > '\(path)/out/'"$1.part" && mv '\(path)/out/'"$1.part" '\(path)/out/'"$1.pdf"
      """
    try AtomicFile.write(Array(backend.utf8), to: folder.path(of: "bin/backend/keep"), permissions: 0o700)
    let places = [
      "ServerRoot root", "ServerBin bin", "StateDir state", "CacheDir cache", "RequestRoot spool", "TempDir tmp",
    ]
    var files = places.map { $0.split(separator: " ") }.map { "\($0[0]) \(path)/\($0[1])" }
    files += ["AccessLog", "ErrorLog", "PageLog"].map { "\($0) \(path)/\($0)" }
    files += ["SystemGroup root", "Sandboxing relaxed"]
    _ = try folder.write(Array((files.joined(separator: "\n") + "\n").utf8), as: "cups-files.conf")
    let everybody = "Order allow,deny\nAllow all\n"
    let rules = """
      Listen \(path)/socket
      Browsing No
      WebInterface No
      DefaultAuthType None
      <Location />\n\(everybody)</Location>
      <Location /admin>\n\(everybody)</Location>
      <Policy default>\n<Limit All>\n\(everybody)</Limit>\n</Policy>\n
      """
    _ = try folder.write(Array(rules.utf8), as: "cupsd.conf")
    let words = ["/usr/sbin/cupsd", "-f", "-c", "\(path)/cupsd.conf", "-s", "\(path)/cups-files.conf"]
    process = try Program.spawn(words, streams: ["/dev/null", "/dev/null", "/dev/null"])
    self.folder = folder
    guard try waits(10, until: { try admin(["lpadmin", "-p", "Datei", "-E", "-v", "keep:/", "-m", "raw"]) }) else {
      throw DoesNotStart()
    }
  }

  deinit {
    kill(process, SIGTERM)
    _ = Program.wait(for: process, seconds: 10)
  }

  /// Runs a program of CUPS; whether it succeeded.
  @discardableResult
  func admin(_ words: [String]) throws -> Bool {
    var words = words
    if words[0] == "lpadmin" || words[0].hasPrefix("cups") { words[0] = "/usr/sbin/" + words[0] }
    return try Program.run(words, environment: environment).status == 0
  }

  /// What the queue got as a job, waiting for it; nil when nothing comes.
  func job(_ number: Int) throws -> (document: [UInt8], words: [String])? {
    let file = folder.path(of: "out/\(number).pdf")
    guard waits(20, until: { access(file, F_OK) == 0 }) else { return nil }
    let words = try FileReader.bytes(at: folder.path(of: "out/\(number).txt"), limit: 1 << 16)
    return (
      try FileReader.bytes(at: file, limit: 1 << 26),
      String(decoding: words, as: UTF8.self).split(separator: "\n").map(String.init)
    )
  }

  /// How many jobs there ever were.
  func jobCount() throws -> Int {
    let list = try Program.run(["lpstat", "-W", "all", "-o"], environment: environment)
    return list.output.split(separator: "\n").count
  }

  struct DoesNotStart: Error {}
}

/// Looks again and again, for at most so many seconds, whether something has come true.
func waits(_ seconds: Int, until isTrue: () throws -> Bool) rethrows -> Bool {
  for _ in 0..<(seconds * 50) {
    if try isTrue() { return true }
    usleep(20_000)
  }
  return try isTrue()
}
