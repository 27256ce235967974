/// Finds the marks of a template and puts a node in the place of each.
///
/// A mark is a placeholder, an input field, or plain `{{…}}`, whatever spans divide it.
struct MarkFinder {
  private(set) var problems: [TemplateProblem] = []
  private(set) var warnings: [TemplateWarning] = []
  private let visibility: Visibility
  private let root: TreeNode
  private let warnsOfPlain: Bool
  private let language: MarkLanguage

  init(_ root: TreeNode, language: MarkLanguage, warnsOfPlain: Bool) {
    (self.root, self.language) = (root, language)
    self.warnsOfPlain = warnsOfPlain
    visibility = Visibility(root)
  }

  /// Elements that hold text and nothing else; marks there are usual and get no warning.
  static let textOnly: Set<String> = [
    "dc:title", "dc:subject", "dc:description", "meta:keyword", "meta:user-defined", "svg:title", "svg:desc",
    "table:title", "table:desc",
  ]

  mutating func search() {
    var carriers: [TreeNode] = []
    root.visit { node in
      guard node.isElement else { return true }
      if node.name == "text:p" || node.name == "text:h" || Self.textOnly.contains(node.name) {
        carriers.append(node)
      }
      return node.name != "office:styles" && node.name != "office:automatic-styles"
    }
    for carrier in carriers {
      // Places are said before anything is moved.
      replaceFields(in: carrier)
      Self.repairBlanks(in: carrier)
      replacePlain(in: carrier)
    }
    var literal = LiteralMarks()
    for carrier in carriers { literal.search(in: TextRun(carrier)) }
    literal.search(root)
    problems += literal.problems
  }

  private mutating func replaceFields(in carrier: TreeNode) {
    var fields: [TreeNode] = []
    carrier.visit { node in
      let isField = node.name == "text:placeholder" || node.name == "text:text-input"
      if isField { fields.append(node) }
      return !isField && (node === carrier || Self.isInline(node))
    }
    for field in fields {
      guard let mark = mark(field.content, at: field, line: field.line) else { continue }
      field.replace(with: [mark])
    }
  }

  private mutating func mark(_ text: String, at node: TreeNode, line: Int) -> TreeNode? {
    let place = TemplatePlace.describe(node)
    guard let parsed = MarkText(text, language) else {
      problems.append(TemplateProblem(.emptyMark, place: place, line: line))
      return nil
    }
    let found = FoundMark(parsed, place: place, line: line)
    if visibility.isHidden(node) {
      warnings.append(
        TemplateWarning(code: .invisible, place: place, line: line, text: MarkSpelling.normalised(text)))
    }
    return TreeNode(found.isBoundary ? .boundary(found) : .mark(found), line: line)
  }

  /// Makes the `text:s` that LibreOffice writes for every blank behind a field a blank again.
  private static func repairBlanks(in carrier: TreeNode) {
    var blanks: [TreeNode] = []
    var isBehindMark = false
    carrier.visit { node in
      switch node.kind {
      case .mark, .boundary: isBehindMark = true
      case .text: isBehindMark = false
      case .element:
        if node.name == "text:s", isBehindMark, (node["text:c"] ?? "1") == "1" { blanks.append(node) }
        if node !== carrier, node.name != "text:span" { isBehindMark = false }
      case .block, .fragment, .glyph: break
      }
      return node === carrier || isInline(node)
    }
    for blank in blanks { blank.replace(with: [TreeNode(text: " ", line: blank.line)]) }
  }

  /// Whether text below the element belongs to the paragraph around it.
  static func isInline(_ node: TreeNode) -> Bool {
    switch node.kind {
    case .element: node.name.hasPrefix("text:") && node.name != "text:note"
    case .text, .mark, .boundary, .block, .fragment, .glyph: true
    }
  }

  private mutating func replacePlain(in carrier: TreeNode) {
    let run = TextRun(carrier)
    guard run.bytes.contains(UInt8(ascii: "{")) else { return }
    let (marks, unfinished) = run.braces()
    for start in unfinished {
      let node = run.node(at: start)
      problems.append(
        TemplateProblem(.unfinishedMark, place: TemplatePlace.describe(node), line: node.line))
    }
    // From the end, so that earlier positions stay right.
    var found: [(node: TreeNode?, range: Range<Int>, text: String)] = []
    for range in marks {
      let text = String(decoding: run.bytes[(range.lowerBound + 2)..<(range.upperBound - 2)], as: UTF8.self)
      let at = run.node(at: range.lowerBound)
      let line = at.line > 0 ? at.line : carrier.line
      let node = mark(text, at: at, line: line)
      if node != nil, warnsOfPlain, !Self.textOnly.contains(carrier.name) {
        warnings.append(
          TemplateWarning(
            code: .plainMark, place: TemplatePlace.describe(at), line: line,
            text: MarkSpelling.normalised(text)))
      }
      found.append((node, range, text))
    }
    for (node, range, _) in found.reversed() {
      if let node { run.replace(range, with: node) }
    }
    Self.removeEmptySpans(below: carrier)
  }

  private static func removeEmptySpans(below node: TreeNode) {
    for child in node.children where isInline(child) { removeEmptySpans(below: child) }
    node.children.removeAll { child in
      (child.isText && child.text.isEmpty) || (child.name == "text:span" && child.children.isEmpty)
    }
  }
}
