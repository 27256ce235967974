/// One of several possible answers, as a menu shows it.
public struct MenuItem: Hashable, Sendable {
  /// The short text that chooses it when it is typed.
  public var key: String
  /// The text that the menu shows.
  public var label: String
  /// The same in fewer words, for narrow columns.
  public var shortLabel: String
  /// What is put into the line when it is chosen.
  public var text: String
  /// Whether it was chosen already.
  public var isMarked: Bool

  /// Makes an item.
  public init(key: String, label: String, shortLabel: String? = nil, text: String, isMarked: Bool = false) {
    self.key = key
    self.label = label
    self.shortLabel = shortLabel ?? label
    self.text = text
    self.isMarked = isMarked
  }
}

/// Lays a menu out in as many columns as fit, read downwards.
enum Menu {
  /// The narrowest column that still tells labels apart.
  private static let narrowest = 24

  /// The rows; at most `height`, with a note how many items are left out.
  static func rows(_ items: [MenuItem], chosen: Int?, columns: Int, height: Int) -> [[Span]] {
    guard !items.isEmpty, height > 0 else { return [] }
    let keyWidth = items.map { TextWidth.columns(of: $0.key) }.max() ?? 0
    let widest = items.map { TextWidth.columns(of: $0.label) }.max() ?? 0
    let room = max(10, columns - 2)
    let natural = min(room, keyWidth + 1 + mark(items) + widest + 2)
    // Columns as wide as the labels; narrower ones, with labels cut off, where the list would be too long.
    let wanted = (items.count + height - 1) / height
    let fitting = max(1, min(wanted, room / narrowest))
    let across = max(fitting, min(room / max(1, natural), 4))
    let cell = min(natural, room / across)
    let down = (items.count + across - 1) / across
    let shown = down > height ? max(1, height - 1) : down
    let used = (items.count + down - 1) / down
    // A long list begins where the chosen item is in sight.
    let first = chosen.map { min(max(0, $0 % down - shown + 1), down - shown) } ?? 0
    var rows: [[Span]] = []
    for row in first..<(first + shown) {
      var spans = [Span("  ")]
      for column in 0..<used {
        let place = column * down + row
        guard place < items.count else { continue }
        spans += self.cell(items[place], keyWidth, mark(items), width: cell, isChosen: place == chosen)
      }
      rows.append(spans)
    }
    if shown < down {
      rows.append([Span(clipped("  … \(items.count) möglich; Buchstaben tippen", to: columns), .faint)])
    }
    return rows
  }

  private static func mark(_ items: [MenuItem]) -> Int { items.contains(where: \.isMarked) ? 2 : 0 }

  private static func cell(
    _ item: MenuItem, _ keyWidth: Int, _ markWidth: Int, width: Int, isChosen: Bool
  ) -> [Span] {
    let key = String(repeating: " ", count: keyWidth - TextWidth.columns(of: item.key)) + item.key
    let mark = markWidth == 0 ? "" : item.isMarked ? "✓ " : "  "
    let room = width - keyWidth - 1 - markWidth - 2
    let isShort = TextWidth.columns(of: item.label) > room
    let label = clipped(isShort ? item.shortLabel : item.label, to: room)
    let gap = width - keyWidth - 1 - markWidth - TextWidth.columns(of: label)
    return [
      Span(key, .faint), Span(" " + mark), Span(label, isChosen ? .chosen : .plain),
      Span(String(repeating: " ", count: max(0, gap))),
    ]
  }

  /// The beginning of a text that fits, with an ellipsis where it does not.
  static func clipped(_ text: String, to width: Int) -> String {
    guard TextWidth.columns(of: text) > width else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += TextWidth.columns(of: character)
      if used > width { break }
      result.append(character)
    }
    return result + "…"
  }
}
