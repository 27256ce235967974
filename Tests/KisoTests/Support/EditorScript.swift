import Files
import Glibc

/// What somebody does with documents in LibreOffice, written down and then done in one start of it.
///
/// `Support/editor.py` knows the commands.
struct EditorScript {
  private var lines: [String] = []

  /// How many commands there are.
  var count: Int { lines.count }

  /// Adds a command; gives its number, by which ``Outcome`` knows what it said.
  @discardableResult
  mutating func add(_ words: String...) -> Int { add(words) }

  @discardableResult
  mutating func add(_ words: [String]) -> Int {
    lines.append(words.map { $0.replacing("\n", with: "\\n").replacing("\t", with: "\\t") }.joined(separator: "\t"))
    return lines.count - 1
  }

  /// What came of a script.
  struct Outcome {
    /// What each command said, in order; commands that only did something said nothing.
    var said: [String]
    /// The command that failed and why; nil when all were done.
    var failure: String?
  }

  /// Does it; `seconds` is the most it may take.
  func run(seconds: Double) throws -> Outcome {
    guard let editor = Editor.tools else { return Outcome(said: [], failure: "no editor") }
    let scratch = try Scratch()
    let script = try scratch.write(lines.map { $0 + "\n" }.joined(), "script")
    let run = try Program.run(
      [editor.python, Repository.path("Tests/KisoTests/Support/editor.py"), editor.soffice, scratch.path("profile"), script],
      environment: ["HOME": scratch.path], seconds: seconds)
    var outcome = Outcome(said: [], failure: run.status == 0 ? nil : "status \(run.status): \(run.errors)")
    for line in run.output.split(separator: "\n") {
      let words = line.split(separator: "\t", omittingEmptySubsequences: false)
      if words.first == "ok" {
        outcome.said.append(words.count > 1 ? String(words[1]).replacing("\\n", with: "\n") : "")
      } else {
        outcome.failure = line + (lines.indices.contains(outcome.said.count) ? ": " + lines[outcome.said.count] : "")
      }
    }
    return outcome
  }
}

/// A LibreOffice that can be worked with key by key.
enum Editor {
  /// The system's Python, if it knows LibreOffice, and the program itself without its starter.
  static let tools: (python: String, soffice: String)? = {
    guard let office = Outside.office, let python = Outside.python,
      (try? Program.run([python, "-c", "import uno"]))?.status == 0
    else { return nil }
    var space = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard realpath(office, &space) != nil else { return nil }
    let end = space.firstIndex(of: 0) ?? 0
    let resolved = String(decoding: space[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let program = FilePath.joining(FilePath.parent(of: resolved), "soffice.bin")
    return access(program, X_OK) == 0 ? (python, program) : nil
  }()

  /// Said where a suite is left out.
  static let needed = "needs LibreOffice Writer and python3-uno, or it was left out on request"
}
