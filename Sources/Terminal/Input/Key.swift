/// What a person does at a keyboard, as far as a line editor knows it.
public enum Key: Hashable, Sendable {
  /// Typed text, one character or several that came at once.
  case text(String)
  /// Text that was pasted as one piece, line ends as line feeds.
  case paste(String)
  /// Enter.
  case enter
  /// Alt and Enter.
  case newline
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// The escape key alone.
  case escape
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// The left arrow.
  case left
  /// The right arrow.
  case right
  /// The up arrow.
  case up
  /// The down arrow.
  case down
  /// To the beginning of the line.
  case home
  /// To the end of the line.
  case end
  /// One word back.
  case wordLeft
  /// One word on.
  case wordRight
  /// Ctrl and a letter, in lower case.
  case control(Character)
  /// Bytes that are no UTF-8.
  case malformed
  /// A paste of more bytes than the decoder keeps; nothing of it is kept.
  case oversizedPaste
  /// A key without meaning here.
  case other
}
