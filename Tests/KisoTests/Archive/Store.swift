import Files
import Glibc
import Paperwork
import RecordArchive
import Secrets

/// An archive in a folder of its own, made cheap to open, and the real command working on it.
struct Store: ~Copyable {
  static let passphrase = "vier gute alte Woerter"
  static let today = Day(iso: "2025-11-20") ?? .first

  private let scratch: Scratch
  let data: String
  let keys: String

  /// Makes it as if it had last been used on a day.
  init(lastUsed: Day = today) throws {
    scratch = try Self.made(lastUsed)
    data = scratch.path("ablage.kiso")
    keys = scratch.path("ablage.schluessel")
  }

  private static func made(_ lastUsed: Day) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(passphrase + "\n", "kennwort")
    // The only thing the command cannot do: a passphrase that takes no time to check.
    _ = try Archive.create(
      at: ArchivePlace(data: scratch.path("ablage.kiso")),
      for: NewAccess(
        label: "jw", credential: .passphrase(secret(passphrase)), cost: PassphraseCost(passes: 1, memory: 64 << 10)),
      library: Catalogue(home: Repository.root).library(forms: []), today: lastUsed)
    return scratch
  }

  static func secret(_ text: String) -> Secret {
    Secret(capacity: text.utf8.count) { space in
      space.copyBytes(from: text.utf8)
      return text.utf8.count
    }
  }

  func path(_ name: String) -> String { scratch.path(name) }
  func write(_ bytes: [UInt8], _ name: String) throws -> String { try scratch.write(bytes, name) }
  func bytes(_ name: String) throws -> [UInt8] { try scratch.bytes(name) }
  var folder: String { scratch.path }
  var names: [String] { scratch.names }

  /// Runs the command with the passphrase on descriptor 3.
  func run(
    _ words: [String], input: String = "", asOf: String? = "2025-11-20", environment: [String: String] = [:],
    before: [String] = []
  ) throws -> Run {
    var line = before + [Kiso.path] + words + ["--passphrase-fd", "3"]
    if let asOf { line += ["--as-of", asOf] }
    let variables = [
      "KISO_HOME": Repository.root, "KISO_CACHE": "", "TZ": "Europe/Berlin", "KISO_ARCHIVE": data,
      "HOME": scratch.path("heim"), "TMPDIR": "/tmp",
    ].merging(environment) { $1 }
    return try Program.run(
      ["/bin/sh", "-c", "exec \"$0\" \"$@\" 3<'\(scratch.path("kennwort"))'"] + line, input: Array(input.utf8),
      in: scratch.path, environment: variables)
  }

  /// Stores an example and gives its id.
  @discardableResult
  func add(_ example: String, _ more: [String] = []) throws -> String {
    let run = try run(["archive", "add", Repository.path("Examples/\(example)")] + more)
    return String(run.output.split(separator: "\n").first?.split(separator: " ").last ?? "")
  }

  /// Looks at what came sealed, and takes in exactly that.
  func collect(_ words: [String]) throws -> (shown: Run, run: Run) {
    let shown = try run(["archive", "collect"] + words)
    guard let code = shown.output.firstMatch(of: /--accept ([0-9A-Z]{4}-[0-9A-Z]{4})/)?.1 else { return (shown, shown) }
    return (shown, try run(["archive", "collect"] + words + ["--accept", String(code)]))
  }
}

extension Run {
  /// The transcript with every id of an entry and every code replaced, which are others each time, in their length.
  var masked: String {
    transcript.replacing(/\b[0-9a-f]{16}\b/, with: "<ganze---nummer>").replacing(/\b[0-9a-f]{8}\b/, with: "<nummer>")
      .replacing(/--code [0-9A-Z]{4}-[0-9A-Z]{4}\b/, with: "--code <code>")
  }
}
