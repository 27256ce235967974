internal import XMLTree

extension OpenDocumentFile {
  /// Everything that a person sees, as lines; the last one has a line end too.
  ///
  /// First the headers of the pages, then the body in reading order (see ``DocumentText``; footnotes in square
  /// brackets in their place, text boxes behind the paragraph they are anchored in, table rows with tabs between
  /// cells, form controls with their value), then the footers, each apart by an empty line. Headers or footers of
  /// different pages that say the same stand there once. Of a spreadsheet it is the sheets alone. Characters that
  /// could steer a terminal (U+0080 to U+009F) are replaced by U+FFFD.
  public func plainText() throws(DocumentFailure) -> String {
    let options = DocumentText.Options(includesControls: true)
    var parts = [try text.lines]
    if type == .text, let styles = try styles {
      parts.insert(Self.distinct(DocumentText(areas: ["header"], of: styles, options: options)), at: 0)
      parts.append(Self.distinct(DocumentText(areas: ["footer"], of: styles, options: options)))
    }
    let text = parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    guard text.unicodeScalars.contains(where: Self.isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { Self.isControl($0) ? "\u{FFFD}" : $0 }))
  }

  private static func distinct(_ text: DocumentText) -> [String] {
    var seen: Set<String> = []
    return text.lines.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// XML lets the second set of control characters pass, and some terminals obey them.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { (0x80...0x9F).contains(scalar.value) }
}
