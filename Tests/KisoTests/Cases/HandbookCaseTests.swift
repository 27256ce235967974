import Files
import Paperwork
import Testing

/// The chapter that goes the whole way with a case: its commands run, and show what the chapter shows.
struct HandbookCaseTests {
  static let chapter = "Documentation/Handbuch/15-Ein-Fall.md"

  /// A block of the chapter: what is typed, or what is shown after it.
  private enum Block {
    case commands([String])
    case shown(String)
  }

  private static func blocks() throws -> [Block] {
    try Repository.text(chapter).matches(of: /(?m)^```(sh|text)\n((?:(?!```).*\n)*)```/).map { match in
      match.1 == "sh" ? .commands(match.2.split(separator: "\n").map(String.init)) : .shown(String(match.2))
    }
  }

  @Test func everyCommandRunsAndShowsWhatTheChapterShows() throws {
    let scratch = try Scratch()
    try Repository.copy(["Forms", "Templates", "Examples"], to: scratch.path)
    let folder = FilePath.parent(of: Kiso.path)
    var last = ""
    var shown = 0
    for block in try Self.blocks() {
      switch block {
      case .commands(let lines):
        for line in lines {
          // Where nobody is at a screen, a file takes the place of the passphrase that is typed.
          let access = line.hasPrefix("kiso archive init") ? "" : " --access-file zugang"
          let command = line.replacing("--person jw", with: "--person jw --new-access-file zugang") + access
          let run = try Program.run(
            ["/bin/sh", "-c", command], in: scratch.path,
            environment: [
              "PATH": folder + ":/usr/local/bin:/usr/bin:/bin", "KISO_HOME": scratch.path, "KISO_CACHE": "",
              "TZ": "Europe/Berlin", "KISO_ARCHIVE": scratch.path("ablage.kiso"), "HOME": scratch.path("heim"),
            ])
          last = run.masked
          let isRefused = last.contains("[E-") || last.contains("Nicht beendet")
          #expect(run.status <= 1 || run.status == 2 && isRefused, "\(line): \(run.transcript)")
        }
      case .shown(let text):
        shown += 1
        // A chapter may leave out the end of a screen.
        let wanted = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0 != "…" }
        for line in wanted where !line.isEmpty { #expect(last.contains(line), "›\(line)‹ is not in\n\(last)") }
      }
    }
    #expect(shown >= 6)
  }
}
