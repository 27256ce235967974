import Conversation
import Files
import Paperwork

/// The desk of one person: a home of its own, and kiso at a terminal.
struct Desk: ~Copyable {
  let home: PrivateDirectory

  init() throws {
    home = try PrivateDirectory()
  }

  /// The words that fix the day to which the examples refer.
  static let day = ["--as-of", "2025-11-20"]

  /// A path in the home.
  func path(_ name: String) -> String { home.path(of: name) }

  /// What the system says about the home.
  var environment: [String: String] {
    [
      "HOME": home.path, "XDG_STATE_HOME": path("state"), "XDG_CONFIG_HOME": path("config"),
      // A conversation that is begun many times finds the declarations prepared, as it does at a real desk.
      "KISO_CACHE": path("cache"),
    ]
  }

  /// Starts kiso at a terminal, on the day the examples refer to, and waits for its first question.
  func start(
    _ words: [String], columns: Int = 80, rows: Int = 24, environment more: [String: String] = [:]
  ) throws -> TerminalRun {
    let run = try TerminalRun(
      [Kiso.path] + words, columns: columns, rows: rows, in: home.path, environment: environment.merging(more) { $1 })
    // What is typed before the terminal is switched over would be taken for lines.
    try run.wait("the first question") { $0.asks || $0.hasEnded }
    return run
  }

  /// Runs kiso without a terminal, with lines as its input.
  func run(
    _ words: [String], lines: [String] = [], environment more: [String: String] = [:], prelude: String? = nil,
    redirections: String = ""
  ) throws -> Run {
    try Kiso.run(
      words, input: Array(lines.map { $0 + "\n" }.joined().utf8), in: home.path,
      environment: environment.merging(more) { $1 }, prelude: prelude, redirections: redirections)
  }

  /// The drafts that lie there.
  var drafts: [String] { (try? DirectoryListing.files(in: path("state/kiso/drafts"))) ?? [] }

  /// The record inside the only draft, as JSON.
  func draftedRecord() throws -> [UInt8] {
    let bytes = try FileReader.bytes(at: drafts.first ?? "", limit: 16 << 20)
    guard let library = Repository.library,
      let draft = Draft.read(bytes, library: library, day: Repository.day)?.draft, let form = library.forms[draft.form]
    else { return [] }
    return draft.record.json(form: form)
  }

  /// A file of the home.
  func bytes(_ name: String) throws -> [UInt8] { try FileReader.bytes(at: path(name), limit: 16 << 20) }
}
