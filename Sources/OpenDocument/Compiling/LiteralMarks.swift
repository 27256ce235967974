internal import XMLTree

/// Finds marks that would be printed as they stand: typed the way the word processor shows a placeholder, or where only the
/// word processor itself fills in text.
struct LiteralMarks {
  private(set) var problems: [TemplateProblem] = []

  /// Attributes that say what is printed, or where a link leads.
  private static let visible: Set<String> = [
    "office:string-value", "text:string-value", "text:string-value-if-true", "text:string-value-if-false",
    "form:label", "form:value", "form:current-value", "form:title", "text:value", "xlink:href", "xlink:title",
    "office:title", "office:name", "text:current-value", "table:name", "text:prefix", "text:suffix",
  ]

  /// Attributes for people who edit, and formulas.
  private static let silent: Set<String> = [
    "text:description", "text:formula", "table:formula", "text:condition", "text:placeholder-type", "office:formula",
  ]

  /// Fields that a word processor computes, whatever text stands in them.
  private static let computed = ComputedField.names.union([
    "user-field-get", "user-field-input", "variable-set", "variable-input", "conditional-text",
    "drop-down", "date", "time", "database-display", "meta-field",
  ])

  /// Looks at a template whose marks were found.
  mutating func search(_ root: TreeNode) {
    root.visit { node in
      if node.name == "office:styles" || node.name == "office:automatic-styles" { return false }
      switch node.kind {
      case .element: element(node)
      case .text: text(node)
      case .mark(let mark), .boundary(let mark):
        if let field = Self.field(around: node) {
          report(node, "<\(mark.text.role.isEnd ? "ende" : mark.text.expression)>", at: field)
        }
      case .block, .fragment, .glyph: break
      }
      return true
    }
  }

  /// What stands in a paragraph as if it were a mark.
  mutating func search(in run: TextRun) {
    for range in run.angles() {
      let text = String(decoding: run.bytes[range], as: UTF8.self)
      if Self.isMark(text.dropFirst().dropLast()) { report(run.node(at: range.lowerBound), text) }
    }
  }

  private mutating func element(_ node: TreeNode) {
    if node.name == "text:placeholder", MarkText(node.content) != nil { report(node, node.content) }
    for (name, value) in node.attributes where !Self.silent.contains(name) {
      if let braces = Self.braces(in: value) {
        report(node, braces)
      } else if Self.visible.contains(name), let angles = Self.angles(in: value) {
        report(node, angles)
      }
    }
  }

  private mutating func text(_ node: TreeNode) {
    if let braces = Self.braces(in: node.text) { report(node, braces) }
  }

  private mutating func report(_ node: TreeNode, _ text: String, at place: TreeNode? = nil) {
    let said = TemplatePlace.describe(place ?? node)
    let line = ([node] + node.ancestors).first { $0.line > 0 }?.line ?? 0
    let problem = TemplateProblem(.literal, place: said, line: line, found: text)
    if !problems.contains(problem) { problems.append(problem) }
  }

  private static func field(around node: TreeNode) -> TreeNode? {
    node.ancestors.first { $0.name.hasPrefix("text:") && computed.contains(String($0.name.dropFirst(5))) }
  }

  // MARK: - What looks like a mark

  private static func braces(in text: String) -> String? {
    guard let start = text.firstRange(of: "{{"), let end = text[start.upperBound...].firstRange(of: "}}") else {
      return nil
    }
    return String(text[start.lowerBound..<end.upperBound])
  }

  private static func angles(in text: String) -> String? {
    guard let start = text.firstIndex(of: "<"), let end = text[start...].firstIndex(of: ">") else { return nil }
    return isMark(text[start..<end].dropFirst()) ? String(text[start...end]) : nil
  }

  /// Whether words between `<` and `>` are those of a mark: a keyword, or an expression that begins with a name.
  private static func isMark(_ words: Substring) -> Bool {
    guard let first = words.first, first.isLetter || first == "/" || first == "." || first == "@",
      let mark = MarkText(String(words))
    else { return false }
    guard !mark.expression.isEmpty else { return true }
    return (try? XPathSyntax(parsing: mark.expression)) != nil
  }
}

extension MarkText.Role {
  /// Whether it closes a block.
  fileprivate var isEnd: Bool { if case .end = self { true } else { false } }
}
