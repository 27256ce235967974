/// A question while it is being answered: the text, the menu, what the keys do to them, and how it looks.
struct EditState {
  private let request: LineRequest
  private let history: [String]
  private var buffer: LineBuffer
  /// The item of the menu that Enter would take.
  private var chosen: Int?
  /// The place in the history, counted from its end; 0 for the line itself.
  private var recalled = 0
  private var unsent = ""
  /// Whether the text is the one that was offered, as yet untouched.
  private var isSelected: Bool
  /// The remark about the last key, if there is one.
  private var note: String?

  init(_ request: LineRequest, history: [String]) {
    self.request = request
    self.history = history
    buffer = LineBuffer(request.text, isMultiline: request.isMultiline)
    isSelected = !request.isMultiline && !request.text.isEmpty
  }

  var text: String { buffer.text }

  private var items: [MenuItem] { request.menu?(buffer.text) ?? [] }

  // MARK: Keys

  /// Does what a key does; returns the answer when it is one.
  mutating func take(_ key: Key) -> LineResult? {
    note = nil
    if isSelected { deselect(key) }
    switch key {
    case .text(let text), .paste(let text): insert(text)
    case .enter: return enter()
    case .newline: if request.isMultiline { insert("\n") }
    case .control("c"): return .interrupted(text)
    case .control("d") where request.isMultiline && !buffer.isEmpty: return .line(text)
    case .control("d") where buffer.isEmpty: return .end("")
    case .control("o") where request.isMultiline: return .editor(text)
    case .tab: choose(by: 1, isTab: true)
    case .backTab: choose(by: -1, isTab: true)
    case .up: vertical(-1)
    case .down: vertical(1)
    case .escape: chosen = nil
    case .malformed:
      note = "Was ankam, ist kein UTF-8 und wurde ausgelassen. Bitte den Zeichensatz des Terminals prüfen."
    case .oversizedPaste: note = Self.tooLong
    case .left, .right, .home, .end, .wordLeft, .wordRight, .backspace, .delete, .control, .other:
      if buffer.apply(key) { chosen = nil }
    }
    return nil
  }

  /// What is typed replaces a selected text; moving in it keeps it.
  private mutating func deselect(_ key: Key) {
    switch key {
    case .text, .paste, .backspace, .delete, .control("u"), .control("w"), .control("k"):
      buffer.replace(with: "")
      isSelected = false
    case .left, .right, .home, .end, .wordLeft, .wordRight, .control("a"), .control("e"), .control("b"), .control("f"),
      .up, .down, .tab, .backTab, .escape:
      isSelected = false
    case .enter, .newline, .control, .malformed, .oversizedPaste, .other: break
    }
  }

  private static let tooLong =
    "Der eingefügte Text ist zu lang (höchstens \(LineBuffer.limit / 1024) KiB); nichts davon wurde übernommen."

  private mutating func insert(_ text: String) {
    chosen = nil
    if !buffer.insert(text) { note = Self.tooLong }
  }

  private mutating func enter() -> LineResult? {
    if let chosen, items.indices.contains(chosen) {
      let item = items[chosen]
      self.chosen = nil
      guard request.choosesSeveral else { return .line(item.text) }
      buffer.replace(with: request.choosing(text, item))
      return nil
    }
    guard request.isMultiline else { return .line(text) }
    if buffer.isEmpty || request.isCommand(text) { return .line(text) }
    // A full stop alone ends the text, as in mail(1), for terminals that keep Ctrl-D to themselves.
    if text == "." || text.hasSuffix("\n.") { return .line(String(text.dropLast(text == "." ? 1 : 2))) }
    insert("\n")
    return nil
  }

  private mutating func choose(by step: Int, isTab: Bool) {
    let items = items
    guard !items.isEmpty else {
      if isTab, request.isMultiline, step > 0 { insert("\t") }
      return
    }
    if isTab, items.count == 1 {
      buffer.replace(with: request.choosing(text, items[0]))
      chosen = nil
      return
    }
    let next = chosen.map { $0 + step } ?? (step > 0 ? 0 : items.count - 1)
    chosen = (next + items.count) % items.count
  }

  private mutating func vertical(_ step: Int) {
    if request.menu != nil { return choose(by: step, isTab: false) }
    if request.isMultiline {
      _ = buffer.moveLine(by: step)
      return
    }
    let wanted = recalled - step
    guard (0...history.count).contains(wanted), wanted != recalled else { return }
    if recalled == 0 { unsent = text }
    recalled = wanted
    buffer.replace(with: recalled == 0 ? unsent : history[history.count - recalled])
  }

  // MARK: Looks

  /// The mark in front of the line.
  private static let mark = "› "

  /// How it looks on a screen; never higher than the screen.
  func frame(columns: Int, rows: Int) -> Frame {
    let height = max(3, rows - 1)
    var header = request.header.flatMap { $0.rows(columns: columns) }
    let layout = EditLayout(buffer, columns: columns - 2)
    let notes = note.map { Block.text($0, .warning, indent: 2).rows(columns: columns) } ?? []
    let fitting = request.keys.first { TextWidth.columns(of: $0) <= columns } ?? request.keys.last
    let keys = fitting.map { Block.text($0, .faint).rows(columns: columns) } ?? []
    var left = height - notes.count - keys.count
    // A long text leaves room for what was said above it.
    let room = max(1, min(left - min(header.count, left / 2), height * 3 / 5))
    let text = layout.window(height: min(layout.rows.count, room))
    left -= text.rows.count
    if header.count > left { header = Array(header.suffix(max(1, left))) }
    left -= header.count
    let menu = Menu.rows(items, chosen: chosen, columns: columns, height: max(0, left))
    var frame = Frame()
    frame.rows = header
    frame.cursorRow = header.count + text.cursorRow
    frame.cursorColumn = 2 + layout.cursorColumn
    for (number, row) in text.rows.enumerated() {
      frame.rows.append([Span(number == 0 ? Self.mark : "  ", .strong), Span(row, isSelected ? .chosen : .plain)])
    }
    frame.rows += notes + menu + keys
    return frame
  }
}
