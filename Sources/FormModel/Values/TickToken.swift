/// How people and machines tick a box in plain text.
///
/// Ticked: `☑ ☒ ■ ✓ ✔ ✗ ✘ [x] [X] (x) x X` and „ja“, „j“; not ticked: `☐ □ [ ] ( ) O` and „nein“, „n“.
public enum TickToken {
  private static let ticked: Set<String> = [
    "☑", "☒", "■", "✓", "✔", "✗", "✘", "[x]", "(x)", "x", "ja", "j",
  ]
  private static let unticked: Set<String> = ["☐", "□", "[ ]", "[]", "( )", "()", "o", "nein", "n"]

  /// Whether a text says that a box is ticked; nil when it says neither.
  ///
  /// Blanks at its ends do not matter.
  public static func isTicked(_ text: String) -> Bool? {
    let word = TypedTokens.trimmed(text).lowercased()
    if ticked.contains(word) { return true }
    return unticked.contains(word) ? false : nil
  }

  /// The words behind boxes in a line such as `☒ ja ☐ nein`, with whether each box is ticked; empty when there is none.
  public static func boxes(in text: String) -> [(word: String, isTicked: Bool)] {
    let glyphs: [(mark: String, isTicked: Bool)] = [
      ("☑", true), ("☒", true), ("■", true), ("✓", true), ("✔", true), ("✗", true), ("✘", true), ("[x]", true),
      ("[X]", true), ("(x)", true), ("(X)", true), ("☐", false), ("□", false), ("[ ]", false), ("( )", false),
      ("[]", false), ("()", false),
    ]
    var result: [(word: String, isTicked: Bool)] = []
    var rest = text[...]
    var open: Bool?
    var word = ""
    func close() {
      if let open { result.append((TypedTokens.trimmed(word), open)) }
      word = ""
    }
    while let character = rest.first {
      if let glyph = glyphs.first(where: { rest.hasPrefix($0.mark) }) {
        close()
        open = glyph.isTicked
        rest = rest.dropFirst(glyph.mark.count)
      } else {
        word.append(character)
        rest = rest.dropFirst()
      }
    }
    close()
    return result
  }
}
