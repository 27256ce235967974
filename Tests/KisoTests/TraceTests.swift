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

  @Test(arguments: [
    "entity in content", "entity in the record", "entity in xml", "remote dtd", "laughs in xml", "html",
  ])
  func hostileInputOpensNoConnectionAndNoOtherFile(_ name: String) throws {
    let input = try #require(HostileInput.all.first { $0.name == name })
    let scratch = try Scratch()
    let file = try scratch.write(input.make(), "eingabe")
    let text = try calls(["read", file], kinds: "openat,open,connect,socket,execve")
    #expect(!text.contains("connect(") && !text.contains("socket("))
    var others: Set<String> = []
    for match in text.matches(of: /open(?:at)?\((?:AT_FDCWD, )?"([^"]*)"[^=]*= (-?\d+)/) {
      let path = String(match.1)
      // The time zone is asked for the day today.
      let isSystem = [
        "/lib", "/usr/lib", "/usr/share/zoneinfo", "/etc/localtime", "/etc/ld.so", "/proc/self/", "/sys/",
        "/opt/", "/dev/null",
      ]
      .contains { path.hasPrefix($0) }
      let isOurs = path.hasPrefix(Repository.path("Forms")) || path.hasPrefix(Repository.path("Templates"))
      if path != file, !isSystem, !isOurs, match.2 != "-1", !path.contains(".so") { others.insert(path) }
    }
    #expect(others.isEmpty, "\(others.sorted())")
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
