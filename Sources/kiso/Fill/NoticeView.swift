import Conversation
import Paperwork
import Terminal

/// What a conversation says, as blocks for a screen.
enum NoticeView {
  /// How many lines of a long text are shown once it is taken.
  private static let shownLines = 3

  /// The blocks of a notice about a question.
  static func blocks(_ notice: Notice, title: String) -> [Block] {
    switch notice {
    case .settled(let pairs): settled(pairs, title: title)
    case .finding(let finding): [self.finding(finding)]
    case .remark(let text): [.text(text, .faint, indent: 2)]
    case .problem(let text): [.text(text, .warning, indent: 2)]
    case .help(let pairs): pairs.map { .pair($0.label, [Span($0.text)]) }
    case .overview(let overview): blocks(overview)
    }
  }

  /// A finding with the word for its strength, so that no colour is needed.
  static func finding(_ finding: Finding) -> Block {
    .text(
      [Span(finding.strength.german + " ", finding.strength.style), Span(finding.german)], indent: 2, hanging: 2)
  }

  /// What an answer was taken for.
  private static func settled(_ pairs: [Notice.Settled], title: String) -> [Block] {
    guard let first = pairs.first else { return [.pair(title, [Span("–", .faint)])] }
    if pairs.count == 1, first.label == title || title.hasPrefix(first.label) {
      return [.pair(title, [Span(shortened(first.text))])]
    }
    var spans: [Span] = []
    for pair in pairs {
      if !spans.isEmpty { spans.append(Span("\u{A0}· ", .faint)) }
      spans += [Span(pair.label + " ", .faint), Span(shortened(pair.text))]
    }
    return [.pair(title, spans)]
  }

  /// The overview: sections with what is filled in, what is missing, and what rules say.
  ///
  /// At the end what is empty and may be is left out.
  static func blocks(_ overview: PaperOverview, isWhole: Bool = true) -> [Block] {
    var blocks: [Block] = []
    for section in overview.sections {
      let lines = section.lines.filter { isWhole || $0.mark != .empty }
      if !lines.isEmpty { blocks.append(.title(section.title)) }
      blocks += lines.map { line in
        switch line.mark {
        case .filled where line.isUnconfirmed:
          .pair(line.label, [Span(shortened(line.text)), Span("  (zu bestätigen)", .warning)])
        case .filled: .pair(line.label, [Span(shortened(line.text))])
        case .missing: .pair(line.label, [Span("fehlt", .error)])
        case .empty: .pair(line.label, [Span("–", .faint)])
        }
      }
    }
    let missing = Set(overview.sections.flatMap(\.lines).filter { $0.mark == .missing }.map(\.path))
    let findings = overview.findings.filter { !($0.id.hasSuffix("-fehlt") && missing.contains($0.path)) }
    if !findings.isEmpty { blocks += [.title("Dazu sagen die Regeln")] + findings.map(finding) }
    return blocks
  }

  /// The beginning of a text of many lines, and how many there are.
  private static func shortened(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.count > shownLines else { return lines.joined(separator: "\n") }
    let shown = lines.prefix(shownLines).filter { !$0.isEmpty }
    return shown.joined(separator: "\n") + "\n… (\(lines.count) Zeilen)"
  }
}

extension Finding.Strength {
  /// How it looks.
  fileprivate var style: Style {
    switch self {
    case .error: .error
    case .warning: .warning
    case .hint: .good
    }
  }
}
