/// A question to a person: what stands above the line, what may help below it, what is in it already.
public struct LineRequest {
  /// What stands above.
  public var header: [Block] = []
  /// The same in one line, for screens that are not redrawn.
  public var plainPrompt = ""
  /// What stands there in more lines before, for the same screens.
  public var plainHeader: [String] = []
  /// What is in the line at the beginning; in a single line the first thing typed replaces it, as if it were selected.
  public var text = ""
  /// Whether line ends may be typed.
  public var isMultiline = false
  /// What may be meant by what is typed so far; nil when there is no menu.
  public var menu: ((String) -> [MenuItem])?
  /// The line when an item of the menu is chosen while a text stands there.
  public var choosing: (String, MenuItem) -> String = { _, item in item.text }
  /// Whether several items may be chosen, one after another.
  public var choosesSeveral = false
  /// Whether Enter sends a text although line ends may be typed: for commands.
  public var isCommand: (String) -> Bool = { _ in false }
  /// What the keys do, from the longest wording to the shortest; the first that fits into a line is shown.
  public var keys: [String] = []
  /// Called when nothing was typed for a while, with the text so far.
  public var idle: ((String) -> Void)?

  /// A question without anything.
  public init() {}
}

/// What a person answered.
public enum LineResult: Hashable, Sendable {
  /// A line, sent with Enter.
  case line(String)
  /// Ctrl-C; with the text that stood there.
  case interrupted(String)
  /// Ctrl-D in an empty line, or the end of the input; with the text that stood there.
  case end(String)
  /// The text is to be written in the editor.
  case editor(String)
  /// A signal that ends the program; with the text that stood there.
  case signal(Int32, String)
  /// The input could not be read, by the number the system gave.
  case failure(Int32)
}

/// Where questions are asked and answered.
public protocol Console: AnyObject {
  /// Whether it is redrawn with every key; otherwise each thing is said once.
  var isInteractive: Bool { get }
  /// Says something that stays.
  func say(_ blocks: [Block])
  /// Asks a question; what is said about the answer is not part of it.
  func ask(_ request: LineRequest) -> LineResult
  /// Leaves the terminal to another program for a while.
  func lend(_ body: () -> Void)
  /// Restores the terminal as it was found.
  func close()
}
