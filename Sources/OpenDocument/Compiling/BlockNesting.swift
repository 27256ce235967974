/// Turns the marks of blocks, siblings by now, into blocks with what stands between them.
struct BlockNesting {
  private(set) var problems: [TemplateProblem] = []

  mutating func nest(_ element: TreeNode) {
    if element.children.contains(where: { if case .boundary = $0.kind { true } else { false } }) {
      gather(element)
    }
    for child in element.children { nest(child) }
  }

  private mutating func gather(_ element: TreeNode) {
    let root = TreeNode(.fragment)
    var open: [(block: TemplateBlock, node: TreeNode)] = []
    var target = root
    for child in element.children {
      guard case .boundary(let mark) = child.kind, let block = mark.block else {
        if case .boundary = child.kind { continue }
        target.append(child)
        continue
      }
      switch mark.text.role {
      case .repetition, .condition:
        let node = TreeNode(.block(block), line: child.line)
        target.append(node)
        target = TreeNode(.fragment)
        node.append(target)
        open.append((block, node))
      case .otherwise:
        guard let last = open.last, last.block === block else { return cross(block) }
        target = TreeNode(.fragment)
        last.node.append(target)
      case .end:
        guard let last = open.popLast(), last.block === block else { return cross(block) }
        target = open.last?.node.children.last ?? root
      case .value, .checkbox, .label, .choice: break
      }
    }
    if let last = open.last { return cross(last.block) }
    element.children = []
    for child in root.children { element.append(child) }
  }

  private mutating func cross(_ block: TemplateBlock) {
    problems.append(block.begin.problem(.crossing))
  }
}
