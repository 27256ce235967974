internal import FormModel
internal import OpenDocument

/// What stands in a carrier, freed from the prompt that stood there before.
struct CarrierText {
  /// The text, without blanks at its ends unless it has several lines.
  let text: String
  /// Whether a piece of a prompt seems to be left.
  let hasRestOfPrompt: Bool

  /// `prompt` is what stood there when it was empty; `isLong` says that it is a text of several lines.
  init(_ raw: String, prompt: String, isLong: Bool) {
    var text = Self.normalised(raw, isLong: isLong)
    if !prompt.isEmpty {
      if text.singleSpaced == prompt.singleSpaced {
        text = ""
      } else if text.hasPrefix(prompt) {
        // Somebody typed beside the prompt and left it standing.
        text = Self.normalised(String(text.dropFirst(prompt.count)), isLong: isLong)
      } else if text.hasSuffix(prompt) {
        text = Self.normalised(String(text.dropLast(prompt.count)), isLong: isLong)
      }
    }
    self.text = text
    hasRestOfPrompt = text.contains("‹") || text.contains("›")
  }

  /// Line ends at the end go; so do line ends at the beginning where a prompt was taken away, and in one line all
  /// blanks at the ends.
  private static func normalised(_ raw: String, isLong: Bool) -> String {
    var slice = raw[...]
    if isLong {
      while slice.last == "\n" { slice.removeLast() }
      if slice.allSatisfy(\.isWhitespace) { return "" }
      return String(slice)
    }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    return String(slice)
  }
}
