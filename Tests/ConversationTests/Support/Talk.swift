import Files
import FormModel
import Conversation
import Paperwork

/// The declarations of this repository.
enum Repository {
  /// The folder with `Forms` and `Examples`.
  static let root = (1...4).reduce(#filePath) { path, _ in FilePath.parent(of: path) }
  /// The day that the examples refer to.
  static let day = Day(iso: "2025-11-20") ?? .first
  /// All forms of the town.
  static let library = try? Catalogue(home: root).library()

  /// The record of an example.
  static func example(_ name: String) throws -> Record {
    let bytes = try FileReader.bytes(at: FilePath.joining(root, "Examples/\(name)"), limit: 1 << 20)
    return try PaperReader(catalogue: Catalogue(home: root), day: day).read(bytes).paper.record
  }
}

/// A conversation that is written down as it goes.
struct Talk {
  var interview: Interview
  /// Every question, answer and notice, one per line.
  private(set) var lines: [String] = []
  /// How many answers were given.
  private(set) var count = 0
  /// What the last answer asked for.
  private(set) var request: Reply.Request?

  struct NoLibrary: Error {}

  init(
    _ form: String, record: Record? = nil, taken: Set<String> = [], settings: Record? = nil, others: [Record] = []
  ) throws {
    guard let library = Repository.library, let definition = library.forms[form] else { throw NoLibrary() }
    interview = try Interview(
      form: definition, library: library, day: Repository.day, record: record, taken: taken, settings: settings,
      others: others)
  }

  /// Everything that was said.
  var transcript: String { lines.map { $0 + "\n" }.joined() }

  /// The ids of the findings that were said.
  var findings: [String] { lines.filter { $0.hasPrefix("  [") }.map { String($0.dropFirst(3).prefix { $0 != "]" }) } }

  /// Gives answers one after another.
  mutating func say(_ answers: String...) throws {
    for answer in answers { try say(answer) }
  }

  /// Gives an answer.
  mutating func say(_ answer: String) throws {
    let prompt = interview.prompt
    lines.append(Self.line(prompt) + " " + answer.split(separator: "\n").joined(separator: "⏎"))
    count += 1
    let reply = try interview.answer(answer)
    request = reply.request
    for notice in reply.notices { note(notice) }
  }

  private mutating func note(_ notice: Notice) {
    switch notice {
    case .settled(let pairs): lines.append("  = " + pairs.map { "\($0.label): \($0.text)" }.joined(separator: " · "))
    case .finding(let finding): lines.append("  " + finding.german)
    case .remark(let text): lines.append("  (" + text + ")")
    case .problem(let text): lines.append("  ! " + text)
    case .help(let pairs): lines += pairs.map { "  ? \($0.label): \($0.text)" }
    case .overview(let overview):
      for section in overview.sections {
        lines.append("  # " + section.title)
        lines += section.lines.map { "  \($0.mark.rawValue) \($0.label): \($0.text)" }
      }
    }
  }

  static func line(_ prompt: Prompt) -> String {
    var text = "\(prompt.section) "
    if !prompt.context.isEmpty { text += prompt.context + " › " }
    text += prompt.title + (prompt.isRequired ? " *" : "")
    switch prompt.preset {
    case .nothing: break
    case .present(let value): text += " {\(value)}"
    case .proposed(let value): text += " [\(value)]"
    }
    return text + ":"
  }
}
