internal import XMLTree

/// Finds the boxes that a template draws as text: `wenn …` ☒ `sonst` ☐ `ende`.
///
/// The glyph becomes a node of its own, so that it can be a real box where somebody fills in the paper, and is known
/// as a value where it is printed.
struct TickFinder {
  private static let ticked: Set<Unicode.Scalar> = ["☒", "☑"]
  private static let unticked: Set<Unicode.Scalar> = ["☐", "□"]

  /// Whether conditions without a glyph get one: text that is there or not, as in `wenn vorzeitig = 'ja'`.
  let addsGlyphs: Bool

  func search(_ root: TreeNode) {
    root.visit { node in
      if case .block(let block) = node.kind, !block.isRepetition { look(at: node, block) }
      return true
    }
  }

  private func look(at node: TreeNode, _ block: TemplateBlock) {
    if node.children.count == 2 {
      guard let yes = Self.glyph(Self.ticked, in: node.children[0]),
        let no = Self.glyph(Self.unticked, in: node.children[1])
      else { return }
      Self.split(yes, block.begin)
      Self.split(no, block.begin)
      block.tick = .drawn
    } else if addsGlyphs, Self.isInline(node), Self.isAnswer(block.begin.text.expression),
      let text = Self.onlyText(in: node.children[0])
    {
      Self.insertGlyph(in: text, block.begin)
      block.tick = .added
    }
  }

  /// Whether an expression asks for one answer: a path, an equals sign and a text.
  private static func isAnswer(_ expression: String) -> Bool {
    guard case .binary("=", .path, .literal)? = try? XPathSyntax(parsing: expression) else { return false }
    return true
  }

  private static func isInline(_ node: TreeNode) -> Bool {
    guard let parent = node.parent else { return false }
    return switch parent.kind {
    case .element: parent.name == "text:p" || parent.name == "text:h" || parent.name == "text:span"
    case .fragment: parent.parent.map(isInline) ?? false
    case .text, .mark, .boundary, .block, .glyph: false
    }
  }

  // MARK: - Glyphs

  private struct Place {
    let node: TreeNode
    let index: String.Index
  }

  /// The one glyph in a branch; what stands in blocks inside it does not count.
  private static func glyph(_ glyphs: Set<Unicode.Scalar>, in branch: TreeNode) -> Place? {
    var found: [Place] = []
    for child in branch.children { collect(glyphs, child, &found) }
    return found.count == 1 ? found[0] : nil
  }

  private static func collect(_ glyphs: Set<Unicode.Scalar>, _ node: TreeNode, _ found: inout [Place]) {
    switch node.kind {
    case .text:
      for index in node.text.indices where node.text[index].unicodeScalars.first.map(glyphs.contains) ?? false {
        found.append(Place(node: node, index: index))
      }
    case .element: for child in node.children { collect(glyphs, child, &found) }
    case .mark, .boundary, .block, .fragment, .glyph: break
    }
  }

  private static func split(_ place: Place, _ mark: FoundMark) {
    let text = place.node.text
    let glyph = TreeNode(.glyph(mark), line: place.node.line)
    glyph.text = String(text[place.index])
    let before = TreeNode(text: String(text[..<place.index]), line: place.node.line)
    let after = TreeNode(text: String(text[text.index(after: place.index)...]), line: place.node.line)
    place.node.replace(with: [before, glyph, after].filter { !$0.isText || !$0.text.isEmpty })
  }

  /// The first text of a branch that shows nothing but fixed text.
  private static func onlyText(in branch: TreeNode) -> TreeNode? {
    var first: TreeNode?
    var isFixed = true
    branch.visit { node in
      switch node.kind {
      case .text: if first == nil, node.text.contains(where: { !$0.isWhitespace }) { first = node }
      case .mark, .boundary, .block, .glyph: isFixed = false
      case .element, .fragment: break
      }
      return isFixed
    }
    return isFixed ? first : nil
  }

  /// Puts a glyph that is not drawn otherwise before the first word.
  private static func insertGlyph(in node: TreeNode, _ mark: FoundMark) {
    let text = node.text
    let start = text.firstIndex { !$0.isWhitespace && $0 != "," && $0 != ";" } ?? text.startIndex
    let glyph = TreeNode(.glyph(mark), line: node.line)
    let before = TreeNode(text: String(text[..<start]), line: node.line)
    let after = TreeNode(text: String(text[start...]), line: node.line)
    node.replace(with: [before, glyph, after].filter { !$0.isText || !$0.text.isEmpty })
  }
}
