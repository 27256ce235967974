import Files
import Testing

/// The chapter that makes a form from nothing: its files and commands, taken literally, give what the chapter shows.
struct HandbookFormTests {
  static let chapter = "Documentation/Handbuch/20-Von-Grund-auf.md"

  /// A fenced block of the chapter.
  private enum Block {
    /// A file that the reader writes, by its path below the home folder.
    case file(String, String)
    /// What is typed.
    case commands(String)
    /// All that is shown after it; a line `…` stands for anything, and before a blank for the beginning of a line.
    case shown(String)
  }

  private static func blocks() throws -> [Block] {
    try Repository.text(chapter).matches(
      of: /(?m)(?:^Datei `~\/([^`]*)`:\n\n)?^```(xml|sh|text)\n((?:(?!```).*\n)*)```/
    )
    .map { match in
      let text = String(match.3)
      if let name = match.1 { return .file(String(name), text) }
      return match.2 == "sh" ? .commands(text) : .shown(text)
    }
  }

  @Test func whoeverReadsOnlyTheChapterMakesItsForm() throws {
    let scratch = try Scratch()
    let folder = FilePath.parent(of: Kiso.path)
    var exports = ""
    var last = ""
    var counts = (files: 0, shown: 0)
    for block in try Self.blocks() {
      switch block {
      case .file(let name, let text):
        counts.files += 1
        let place = name.replacing(".local/share/", with: "daten/")
        try AtomicFile.write(Array(text.utf8), to: scratch.path(place))
      case .commands(let text):
        let run = try Program.run(
          ["/bin/sh", "-c", exports + "{\n" + text.replacing("~/.local/share", with: "$XDG_DATA_HOME") + "} 2>&1"],
          in: scratch.path,
          environment: [
            "PATH": folder + ":/usr/local/bin:/usr/bin:/bin", "XDG_DATA_HOME": scratch.path("daten"),
            "HOME": scratch.path("heim"), "KISO_CACHE": "", "TZ": "Europe/Berlin",
          ])
        last = run.output
        let isRefused = last.contains("[E-") || last.contains("[VORLAGE-FEHLT]")
        #expect(run.status <= 1 || run.status == 2 && isRefused, "\(text): \(run.transcript)")
        exports += text.split(separator: "\n").filter { $0.hasPrefix("export ") }.map { $0 + "\n" }.joined()
      case .shown(let text):
        counts.shown += 1
        let wanted = Self.visible(text)
        #expect(Self.shows(Self.visible(last), wanted), "›\(text)‹ is not\n\(last)")
      }
    }
    #expect(counts.files == 5 && counts.shown >= 10)
  }

  /// The lines as one sees them: all blanks look alike, and those at the ends are not seen at all.
  private static func visible(_ text: String) -> [Substring] {
    let text = text.replacing("\u{A0}", with: " ").replacing("\u{2002}", with: " ")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.prefix(upTo: line.lastIndex { $0 != " " && $0 != "\t" }.map(line.index(after:)) ?? line.startIndex)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Whether a line is the one that is wanted, of which `…` may leave out the beginning.
  private static func fits(_ line: Substring, _ wanted: Substring) -> Bool {
    line == wanted || wanted.hasPrefix("… ") && line.hasSuffix(wanted.dropFirst())
  }

  /// Whether the lines are those that are wanted, with anything in the place of `…`.
  private static func shows(_ lines: [Substring], _ wanted: [Substring]) -> Bool {
    let parts = wanted.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return lines.count == wanted.count && lines.starts(with: wanted, by: fits)
    }
    guard lines.starts(with: first, by: fits), lines.reversed().starts(with: last.reversed(), by: fits) else {
      return false
    }
    var rest = lines.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() {
      guard let start = rest.indices.first(where: { rest[$0...].starts(with: part, by: fits) }) else { return false }
      rest = rest[(start + part.count)...]
    }
    return true
  }
}
