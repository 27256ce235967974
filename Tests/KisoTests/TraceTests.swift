import Files
import Glibc
import Testing

/// What the system sees of a run; by strace.
@Suite(.enabled(if: Outside.strace != nil, "needs strace, and the right to trace"))
struct TraceTests {
  /// The calls of a run, one per line.
  private func calls(_ words: [String], input: [UInt8] = [], kinds: String) throws -> String {
    let scratch = try Scratch()
    let trace = scratch.path("trace")
    let line =
      [Outside.strace ?? "", "-f", "-qq", "-s", "300", "-o", trace, "-e", "trace=\(kinds)", Kiso.path] + words
    _ = try Program.run(line, input: input, environment: ["KISO_HOME": Repository.root, "KISO_CACHE": ""])
    return String(decoding: try scratch.bytes("trace"), as: UTF8.self)
  }

  /// Every input in a folder, and all of them read under one trace: a start of strace for each would take minutes.
  @Test(arguments: ["read", "text"])
  func noHostileInputMakesItOpenAConnectionOrAnotherFile(_ command: String) throws {
    let scratch = try Scratch()
    for (number, input) in HostileInput.all.enumerated() { try scratch.write(input.make(), "eingabe-\(number)") }
    let loop = "for file in \"$1\"/eingabe-*; do \"$0\" \(command) \"$file\"; done"
    let trace = scratch.path("trace")
    let run = try Program.run(
      [
        Outside.strace ?? "", "-f", "-qq", "-s", "300", "-o", trace, "-e", "trace=%network,execve,open,openat,openat2",
        "/bin/sh", "-c", loop, Kiso.path, scratch.path,
      ],
      // Each start looks for what killed ones left in the temporary folder; here it is the folder of the inputs.
      environment: ["KISO_HOME": Repository.root, "KISO_CACHE": "", "TMPDIR": scratch.path], seconds: 600)
    let text = String(decoding: try scratch.bytes("trace"), as: UTF8.self)
    #expect(text.matches(of: /execve\("[^"]*kiso"/).count == HostileInput.all.count, "\(run.status) \(run.errors)")
    let network = ["socket(", "connect(", "sendto(", "sendmsg(", "bind(", "getsockopt("].filter { text.contains($0) }
    #expect(network.isEmpty)
    var read = 0
    var others: Set<String> = []
    for match in text.matches(of: /open(?:at)?\((?:AT_FDCWD, )?"([^"]*)"[^=]*= (-?\d+)/) {
      let path = String(match.1)
      if path.hasPrefix(scratch.path("eingabe-")) { read += 1 }
      // The shell itself looks into the folder.
      let isGiven = path.hasPrefix(scratch.path("eingabe-")) || path == scratch.path || path == scratch.path + "/"
      if !isGiven, !isExpected(path), match.2 != "-1" { others.insert(path) }
    }
    #expect(others.isEmpty, "\(others.sorted())")
    #expect(read == HostileInput.all.count, "each file is opened once")
  }

  /// What every start opens: the system's libraries, the time zone for the day today, our declarations, and the
  /// random number that jansson starts its tables with.
  private func isExpected(_ path: String) -> Bool {
    let places = [
      "/lib", "/usr/lib", "/usr/share/zoneinfo", "/etc/localtime", "/etc/ld.so", "/proc/self/", "/sys/", "/opt/",
      "/dev/null", "/dev/urandom", Repository.path("Forms"), Repository.path("Templates"),
    ]
    return places.contains { path.hasPrefix($0) } || path.contains(".so")
  }

  @Test func temporaryNamesSayNothing() throws {
    let scratch = try Scratch()
    let source = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")
    let text = try calls(
      ["render", source, "--as-of", "2025-11-20", "-o", scratch.path("Notiz Çağlayan.odt")],
      kinds: "openat,rename,renameat,renameat2,mkdir,unlink,fsync")
    let made = text.matches(of: /openat\(AT_FDCWD, "([^"]*)", [A-Z_|]*O_CREAT/).map { String($0.1) }
    #expect(made.count == 1)
    for path in made { #expect(path.contains(/\/\.kiso-[a-z0-9]{6}$/), "\(path)") }
    let order = ["O_CREAT", "fsync(", "rename", "fsync("]
    var rest = text[...]
    for step in order {
      let place = try #require(rest.firstRange(of: step), "\(step) in its place")
      rest = rest[place.upperBound...]
    }
  }
}
