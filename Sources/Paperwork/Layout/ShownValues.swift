internal import FormModel
internal import XMLTree

/// Which text on a page shows which value of a record.
///
/// Where a template joins values to one text, such as „09:15 – 10:20 (65 Min.)“, it says only that something was
/// computed. As every value of the record is known, its text can be found in what was made of it.
struct ShownValues {
  /// The texts that show one value each, the longest first, with its path, by their first character.
  private var values: [Character: [(text: String, path: String)]] = [:]

  init(_ paper: EvaluatedRecord) {
    var found: [String: [String]] = [:]
    func visit(_ node: XMLNode) {
      for child in node.elements {
        guard case .field(let field)? = paper.definition(of: child), let path = paper.path(of: child) else {
          visit(child)
          continue
        }
        let text = paper.display(child)
        // Several answers stand in one place, and are one answer.
        let own = field.has(.several) ? String(path[..<(path.lastIndex(of: "[") ?? path.endIndex)]) : path
        if text.count >= 2, !field.readonly { found[text, default: []].append(own) }
      }
    }
    visit(paper.root)
    for (text, own) in found where own.count == 1 {
      if let first = text.first { values[first, default: []].append((text, own[0])) }
    }
    for key in values.keys { values[key]?.sort { $0.text.count > $1.text.count } }
  }

  /// The pieces of a text: the places of the values in it, and the fixed words between them.
  func pieces(of text: String) -> [PageLayout.Piece] {
    var pieces: [PageLayout.Piece] = []
    var rest = text[...]
    var fixed = ""
    func close() {
      let words = fixed.split(whereSeparator: \.isWhitespace).map(String.init)
      if !words.isEmpty { pieces.append(.words(words)) }
      fixed = ""
    }
    while let first = rest.first {
      let isAtWord = !(fixed.last.map { $0.isLetter || $0.isNumber } ?? false)
      if isAtWord, let (shown, path) = value(at: rest) {
        close()
        pieces.append(.slot(path))
        rest = rest.dropFirst(shown.count)
      } else {
        fixed.append(first)
        rest = rest.dropFirst()
      }
    }
    guard pieces.contains(where: { if case .slot = $0 { true } else { false } }) else {
      // Words that come from no value are fixed, such as a notice; an age or a count is not.
      guard text.contains(where: \.isLetter) else { return [.computed] }
      return [.words(text.split(whereSeparator: \.isWhitespace).map(String.init))]
    }
    close()
    return pieces
  }

  /// The values in a text, each with its path.
  func found(in text: String) -> [(path: String, text: String)] {
    let wanted = Set(pieces(of: text).compactMap { if case .slot(let path, _) = $0 { path } else { nil } })
    return values.values.joined().filter { wanted.contains($0.path) }.map { ($0.path, $0.text) }
  }

  /// The longest value with which a text begins, if no letter or digit follows it.
  private func value(at text: Substring) -> (text: String, path: String)? {
    guard let first = text.first, let found = values[first]?.first(where: { text.hasPrefix($0.text) }) else {
      return nil
    }
    let next = text.dropFirst(found.text.count).first
    return next.map { $0.isLetter || $0.isNumber || $0 == "-" } ?? false ? nil : found
  }
}
