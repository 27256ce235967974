/// What a piece of text means; how it looks depends on the terminal.
///
/// No meaning hangs on the look alone: errors say „Fehler“, required fields have a star.
public enum Style: Hashable, Sendable {
  /// Text as it is.
  case plain
  /// A title or question.
  case strong
  /// Something that may be overlooked.
  case faint
  /// An error.
  case error
  /// A warning.
  case warning
  /// Something that is well.
  case good
  /// The choice that Enter would take.
  case chosen
}

/// The sequences that show styles on a terminal.
public struct Palette: Hashable, Sendable {
  private let isColoured: Bool
  private let isPlain: Bool

  /// Sequences for a terminal; without colour bold and reverse are left, as NO_COLOR (no-color.org) wants.
  public static func terminal(coloured: Bool) -> Palette { Palette(isColoured: coloured, isPlain: false) }

  /// No sequences at all.
  public static let none = Palette(isColoured: false, isPlain: true)

  /// A text in a style, with the style switched off again behind it (SGR, ECMA-48 § 8.3.117).
  ///
  /// Nothing in the text itself steers the terminal.
  public func shown(_ text: String, _ style: Style) -> String {
    let text = HarmlessText.of(text)
    guard !isPlain, !text.isEmpty, let code = code(style) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func code(_ style: Style) -> String? {
    switch style {
    case .plain: nil
    case .strong: "1"
    case .faint: isColoured ? "2" : nil
    case .error: isColoured ? "31" : "1"
    case .warning: isColoured ? "33" : nil
    case .good: isColoured ? "32" : nil
    case .chosen: "7"
    }
  }
}

/// A text in one style.
public struct Span: Hashable, Sendable {
  /// The text to show.
  public var text: String
  /// The style in which it is shown.
  public var style: Style

  /// A text in one style, plain unless another is given.
  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
