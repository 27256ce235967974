/// Brings the marks of a block to where the block begins and ends on the page.
///
/// A block acts on the nearest common ancestor of its marks: in one paragraph on the text between them, otherwise
/// on the whole paragraphs, rows or list items that hold them. Afterwards all marks of a block are siblings.
struct BlockHoister {
  /// What keeps the blocks from being brought anywhere.
  private(set) var problems: [TemplateProblem] = []
  /// What would be printed otherwise than it looks, although the blocks can be arranged.
  private(set) var refusals: [TemplateProblem] = []
  /// What prints as it is told and is hardly meant so.
  private(set) var warnings: [TemplateWarning] = []
  /// The paragraph styles that begin or end a page.
  let breakingStyles: Set<String>

  init(breakingStyles: Set<String> = []) {
    self.breakingStyles = breakingStyles
  }

  mutating func hoist(_ blocks: [TemplateBlock]) {
    for block in blocks { for node in block.boundaries { Self.splitSpans(around: node) } }
    var moves: [(node: TreeNode, carrier: TreeNode, block: TemplateBlock, part: Int)] = []
    for block in blocks {
      guard var scope = Self.commonAncestor(block.boundaries) else { continue }
      // A cell cannot come or go alone: marks in different cells of a row mean the row.
      if scope.name == "table:table-row", let parent = scope.parent { scope = parent }
      var carriers: [TreeNode] = []
      for (part, node) in block.boundaries.enumerated() {
        guard let carrier = Self.carrier(of: node, in: scope) else { continue }
        guard carrier === node || Self.canStandFor(carrier, node) else {
          problems.append(block.begin.problem(.crossing))
          break
        }
        carriers.append(carrier)
        if carrier !== node { moves.append((node, carrier, block, part)) }
      }
      guard carriers.count == block.boundaries.count else { continue }
      refusals += [outside(block, carriers), merged(block, carriers)].compactMap { $0 }
      warnings += [columns(block, carriers)].compactMap { $0 }
    }
    guard problems.isEmpty else { return }
    // An empty row that is repeated for itself is wanted: lines for a pen.
    let repeated = moves.filter { move in
      move.part > 0
        && moves.contains { $0.block === move.block && $0.part == 0 && $0.carrier === move.carrier }
    }
    var vanishing = Set(moves.map(\.carrier).filter(Self.isBare).map { ObjectIdentifier($0) })
    vanishing.subtract(repeated.map { ObjectIdentifier($0.carrier) })
    for move in moves where vanishing.contains(ObjectIdentifier(move.carrier)) {
      guard let problem = pageBreak(move.block, move.carrier), !refusals.contains(problem) else { continue }
      refusals.append(problem)
    }
    move(moves, vanishing: vanishing)
  }

  private mutating func move(
    _ moves: [(node: TreeNode, carrier: TreeNode, block: TemplateBlock, part: Int)],
    vanishing: Set<ObjectIdentifier>
  ) {
    var carriers: [TreeNode] = []
    for move in moves where !carriers.contains(where: { $0 === move.carrier }) {
      carriers.append(move.carrier)
    }
    // Inner carriers first: an outer one may hold them.
    for carrier in carriers.sorted(by: { $0.ancestors.count > $1.ancestors.count }) {
      let own = Self.inDocumentOrder(moves.filter { $0.carrier === carrier }.map(\.node), below: carrier)
      if vanishing.contains(ObjectIdentifier(carrier)) {
        for node in own { node.removeFromParent() }
        carrier.replace(with: own)
        continue
      }
      var before: [TreeNode] = []
      var after: [TreeNode] = []
      for node in own {
        guard let move = moves.first(where: { $0.node === node }) else { continue }
        switch side(of: move.node, move.block, move.part, carrier) {
        case .before: before.append(node)
        case .after: after.append(node)
        case nil: problems.append(move.block.begin.problem(.crossing))
        }
      }
      for node in own { node.removeFromParent() }
      carrier.replace(with: before + [carrier] + after)
    }
  }

  private enum Side { case before, after }

  /// On which side of its carrier a mark belongs; nil for an else in the midst of a text.
  private func side(of node: TreeNode, _ block: TemplateBlock, _ part: Int, _ carrier: TreeNode) -> Side? {
    if part == 0 { return .before }
    if part == block.boundaries.count - 1 { return .after }
    var seen = false
    var isContentBefore = false
    var isContentAfter = false
    carrier.visit { other in
      if other === node {
        seen = true
      } else if Self.isContent(other) {
        if seen { isContentAfter = true } else { isContentBefore = true }
      }
      return true
    }
    if !isContentBefore { return .before }
    return isContentAfter ? nil : .after
  }

  // MARK: - Shapes

  private static func splitSpans(around node: TreeNode) {
    while let span = node.parent, span.name == "text:span" || span.name == "text:a", let index = node.index {
      let tail = TreeNode(name: span.name, attributes: span.attributes, line: span.line)
      tail["xml:id"] = nil
      for child in span.children[(index + 1)...] { tail.append(child) }
      span.children.removeSubrange(index...)
      span.replace(with: [span, node, tail].filter { $0 === node || !$0.children.isEmpty })
    }
  }

  private static func commonAncestor(_ nodes: [TreeNode]) -> TreeNode? {
    guard let first = nodes.first else { return nil }
    let others = nodes.dropFirst().map { Set($0.ancestors.map { ObjectIdentifier($0) }) }
    return first.ancestors.first { ancestor in others.allSatisfy { $0.contains(ObjectIdentifier(ancestor)) } }
  }

  /// The child of `scope` that holds the node.
  private static func carrier(of node: TreeNode, in scope: TreeNode) -> TreeNode? {
    if node.parent === scope { return node }
    return node.ancestors.first { $0.parent === scope }
  }

  /// Whether a block may be taken to begin or end with the carrier of its mark.
  ///
  /// A row stands for the marks in its cells. What a cell, a frame or a note holds stands for nothing outside.
  private static func canStandFor(_ carrier: TreeNode, _ node: TreeNode) -> Bool {
    if carrier.name == "table:table-header-rows" || carrier.name == "table:table-cell" { return false }
    var cells = 0
    for ancestor in node.ancestors {
      switch ancestor.name {
      case "table:table-cell", "table:covered-table-cell": cells += 1
      case "draw:text-box", "draw:frame", "text:note": return false
      default: break
      }
      if ancestor === carrier { break }
    }
    return cells == (isRows(carrier) ? 1 : 0)
  }

  static func isRows(_ node: TreeNode) -> Bool {
    ["table:table-row", "table:table-rows", "table:table-row-group"].contains(node.name)
  }

  private static let containers: Set<String> = [
    "text:p", "text:h", "text:span", "text:a", "text:list-item", "text:list-header", "text:list",
    "table:table-row", "table:table-cell", "table:covered-table-cell", "text:s", "text:bookmark",
    "text:bookmark-start", "text:bookmark-end",
  ]

  /// Whether a carrier holds nothing but the marks of blocks, and white space.
  static func isBare(_ carrier: TreeNode) -> Bool {
    var isBare = true
    carrier.visit { node in
      if isContent(node) || (node.isElement && !containers.contains(node.name)) { isBare = false }
      return isBare
    }
    return isBare
  }

  /// Whether a node by itself shows something on the page.
  static func isContent(_ node: TreeNode) -> Bool {
    switch node.kind {
    case .text: node.text.contains { !$0.isWhitespace }
    case .mark, .glyph: true
    case .boundary, .block, .fragment: false
    case .element: !containers.contains(node.name) && !node.name.hasPrefix("table:table")
    }
  }

  private static func inDocumentOrder(_ nodes: [TreeNode], below root: TreeNode) -> [TreeNode] {
    let wanted = Set(nodes.map { ObjectIdentifier($0) })
    var result: [TreeNode] = []
    root.visit { node in
      if wanted.contains(ObjectIdentifier(node)) { result.append(node) }
      return true
    }
    return result
  }
}
