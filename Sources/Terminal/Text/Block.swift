/// A piece of output that is laid out for the width of the screen when it is shown.
public enum Block: Hashable, Sendable {
  /// An empty line.
  case blank
  /// A title with a rule to the end of the line.
  case title(String)
  /// Text, broken between words; lines after the first are indented.
  case text([Span], indent: Int, hanging: Int)
  /// A label and its value side by side, below each other where the screen is narrow.
  case pair(String, [Span])

  /// A text of one style.
  public static func text(_ text: String, _ style: Style = .plain, indent: Int = 0, hanging: Int = 0) -> Block {
    .text([Span(text, style)], indent: indent, hanging: hanging)
  }

  /// The widest label that stands beside its value.
  static let labelWidth = 26
  /// From which width on labels stand beside their values.
  static let wideScreen = 60

  /// The lines for a screen with a number of columns, none of them wider.
  public func rows(columns: Int) -> [[Span]] {
    let width = max(10, columns)
    switch self {
    case .blank: return [[]]
    case .title(let title):
      let room = width - TextWidth.columns(of: title) - 1
      guard room > 3 else { return Self.wrapped([Span(title, .strong)], width: width, first: 0, rest: 0) }
      return [[Span(title, .strong), Span(" " + String(repeating: "─", count: room), .faint)]]
    case .text(let spans, let indent, let hanging):
      return Self.wrapped(spans, width: width, first: indent, rest: indent + hanging)
    case .pair(let label, let spans):
      guard width >= Self.wideScreen else {
        return Self.wrapped([Span(label, .faint)], width: width, first: 2, rest: 2)
          + Self.wrapped(spans, width: width, first: 4, rest: 4)
      }
      return Self.beside(label, spans, width: width)
    }
  }

  /// The text of the block in one piece, for screens that break lines themselves.
  public var plain: String {
    switch self {
    case .blank: ""
    case .title(let title): title
    case .text(let spans, _, _): spans.map(\.text).joined()
    case .pair(let label, let spans): label + ": " + spans.map(\.text).joined()
    }
  }

  private static func beside(_ label: String, _ spans: [Span], width: Int) -> [[Span]] {
    let indent = 2 + labelWidth + 2
    let labels = wrapped([Span(label, .faint)], width: labelWidth + 2, first: 2, rest: 2)
    let values = wrapped(spans, width: width - indent, first: 0, rest: 0)
    return (0..<max(labels.count, values.count)).map { number in
      let left = labels.indices.contains(number) ? labels[number] : []
      guard values.indices.contains(number), !values[number].isEmpty else { return left }
      let gap = indent - left.reduce(0) { $0 + TextWidth.columns(of: $1.text) }
      return left + [Span(String(repeating: " ", count: max(1, gap)))] + values[number]
    }
  }

  /// Breaks spans between words; a word wider than a line is broken inside.
  ///
  /// Line ends in the text are kept.
  ///
  /// What stands without a blank between stays together, also where the style changes.
  static func wrapped(_ spans: [Span], width: Int, first: Int, rest: Int) -> [[Span]] {
    var lines = Wrapping(width: width, first: first, rest: rest)
    var word: [Span] = []
    var blank: Style?
    func end() {
      if !word.isEmpty { lines.add(word, after: blank) }
      (word, blank) = ([], nil)
    }
    for span in spans {
      for piece in Words(span.text) {
        switch piece {
        case .word(let text): word.append(Span(text, span.style))
        case .blank:
          end()
          blank = span.style
        case .lineEnd:
          end()
          lines.end()
        }
      }
    }
    end()
    lines.end()
    return lines.rows
  }

  private enum Piece {
    case word(String)
    case blank
    case lineEnd
  }

  /// The words, blanks and line ends of a text; a no-break space belongs to its word.
  private struct Words: Sequence, IteratorProtocol {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    mutating func next() -> Piece? {
      guard let first = rest.first else { return nil }
      if first == "\n" {
        rest.removeFirst()
        return .lineEnd
      }
      if first == " " || first == "\t" {
        rest = rest.drop { $0 == " " || $0 == "\t" }
        return .blank
      }
      let word = rest.prefix { $0 != " " && $0 != "\t" && $0 != "\n" }
      rest = rest.dropFirst(word.count)
      return .word(String(word))
    }
  }
}

/// Lines that are being filled with words.
private struct Wrapping {
  let width: Int
  let first: Int
  let rest: Int
  private(set) var rows: [[Span]] = []
  private var row: [Span] = []
  private var used = 0

  init(width: Int, first: Int, rest: Int) {
    (self.width, self.first, self.rest) = (width, first, rest)
  }

  private var margin: Int { rows.isEmpty ? first : rest }

  /// Adds a word, behind a blank of a style if it follows one.
  mutating func add(_ word: [Span], after blank: Style?) {
    let columns = word.reduce(0) { $0 + TextWidth.columns(of: $1.text) }
    if !row.isEmpty {
      let gap = blank == nil ? 0 : 1
      if used + gap + columns > width {
        end()
      } else if let blank {
        append(" ", blank)
      }
    }
    if columns <= width - margin || !row.isEmpty {
      for span in word { append(span.text, span.style) }
    } else {
      for span in word { addBroken(span) }
    }
  }

  mutating func end() {
    rows.append(row)
    (row, used) = ([], 0)
  }

  /// A word that is wider than a line.
  private mutating func addBroken(_ span: Span) {
    var part = ""
    var columns = max(used, margin)
    for character in span.text {
      let next = TextWidth.columns(of: character)
      if columns + next > width {
        append(part, span.style)
        end()
        (part, columns) = ("", margin)
      }
      part.append(character)
      columns += next
    }
    append(part, span.style)
  }

  private mutating func append(_ text: String, _ style: Style) {
    guard !text.isEmpty else { return }
    if row.isEmpty {
      if margin > 0 { row.append(Span(String(repeating: " ", count: margin))) }
      used = margin
    }
    if let last = row.indices.last, row[last].style == style {
      row[last].text += text
    } else {
      row.append(Span(text, style))
    }
    used += TextWidth.columns(of: text)
  }
}
