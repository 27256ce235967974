/// Breaking text into lines for a terminal.
public enum TextWrap {
  /// The lines of a text, broken between words so that none is wider, if a word itself is not.
  ///
  /// - Parameters:
  ///   - text: any white space in it is a place to break.
  ///   - width: in characters; every character counts as one column, which holds for German.
  public static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
