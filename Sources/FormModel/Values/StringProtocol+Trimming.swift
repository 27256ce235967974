extension StringProtocol {
  /// The text without the characters at its two ends that satisfy a condition.
  package func trimming(while isCut: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, isCut(first) { rest.removeFirst() }
    while let last = rest.last, isCut(last) { rest.removeLast() }
    return String(rest)
  }

  /// The words of the text with one blank between them.
  package var singleBlanks: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
