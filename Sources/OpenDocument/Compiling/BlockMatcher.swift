internal import XMLTree

/// Pairs the beginnings and ends of blocks in the order of one text.
struct BlockMatcher {
  private(set) var blocks: [TemplateBlock] = []
  private(set) var problems: [TemplateProblem] = []
  private var open: [TemplateBlock] = []
  private var names: Set<String> = []

  /// Matches the marks of a text: the body, one header or footer, or one field of the metadata.
  init(_ story: TreeNode) {
    var boundaries: [(mark: FoundMark, node: TreeNode)] = []
    story.visit { node in
      if case .boundary(let mark) = node.kind {
        boundaries.append((mark, node))
        if !mark.text.expression.isEmpty { names.formUnion(Self.names(of: mark)) }
      }
      return true
    }
    for (mark, node) in boundaries { match(mark, node) }
    for block in open { problems.append(block.begin.problem(.unclosed)) }
    let unclosed = Set(open.map { ObjectIdentifier($0) })
    blocks.removeAll { unclosed.contains(ObjectIdentifier($0)) }
  }

  private mutating func match(_ mark: FoundMark, _ node: TreeNode) {
    switch mark.text.role {
    case .value, .checkbox, .label, .choice: break
    case .repetition, .condition:
      let block = TemplateBlock(begin: mark, at: node)
      mark.block = block
      blocks.append(block)
      open.append(block)
    case .otherwise:
      guard let block = open.last, !block.isRepetition, !block.hasOtherwise else {
        problems.append(mark.problem(.otherwise))
        return
      }
      block.hasOtherwise = true
      block.boundaries.append(node)
      mark.block = block
    case .end(let words):
      guard let block = open.popLast() else {
        problems.append(mark.problem(.end, found: words.isEmpty ? nil : words))
        return
      }
      if namesAnother(words, than: block) {
        problems.append(
          TemplateProblem(
            .wrongEnd, place: mark.place, line: mark.line, expression: block.begin.text.expression,
            found: words))
      }
      block.boundaries.append(node)
      mark.block = block
    }
  }

  /// Words that fit no block at all are for people.
  private func namesAnother(_ words: String, than block: TemplateBlock) -> Bool {
    let (role, rest) = MarkText.keyword(in: words)
    if let role, role != block.begin.text.role { return true }
    guard !rest.isEmpty, !Self.names(of: block.begin).contains(rest) else { return false }
    return names.contains(rest)
  }

  /// What a block may be called: its expression, and the names in it.
  private static func names(of mark: FoundMark) -> Set<String> {
    var names: Set<String> = [mark.text.expression]
    let syntax = try? XPathSyntax(parsing: mark.text.expression)
    syntax?.visit { part in
      if case .path(let path) = part { names.formUnion(path.steps.map(\.test)) }
    }
    return names
  }
}
