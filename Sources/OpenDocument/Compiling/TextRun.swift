/// The text of one paragraph as one string of bytes, with the way back to the nodes.
struct TextRun {
  private(set) var bytes: [UInt8] = []
  private var parts: [(node: TreeNode, range: Range<Int>)] = []

  /// Collects the paragraph's own text; what notes and frames hold is not part of it.
  init(_ paragraph: TreeNode) {
    collect(paragraph)
  }

  private mutating func collect(_ node: TreeNode) {
    for child in node.children {
      switch child.kind {
      case .text: add(child, Array(child.text.utf8))
      case .element:
        switch child.name {
        case "text:s", "text:tab", "text:line-break": add(child, [UInt8(ascii: " ")])
        case _ where MarkFinder.isInline(child) && !child.children.isEmpty: collect(child)
        case _ where child.name.hasPrefix("text:bookmark") || child.name.hasPrefix("text:reference-mark"):
          break
        // No mark reaches across a picture, a note or another mark.
        default: add(child, [0])
        }
      case .mark, .boundary, .block, .fragment, .glyph: add(child, [0])
      }
    }
  }

  private mutating func add(_ node: TreeNode, _ content: [UInt8]) {
    parts.append((node, bytes.count..<(bytes.count + content.count)))
    bytes += content
  }

  /// The ranges of `{{…}}`, braces included, and where braces open that are never closed.
  func braces() -> (marks: [Range<Int>], unfinished: [Int]) {
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    var marks: [Range<Int>] = []
    var unfinished: [Int] = []
    var start: Int?
    var index = 0
    while index + 1 < bytes.count || (index < bytes.count && bytes[index] == 0) {
      if bytes[index] == 0 {
        if let open = start { unfinished.append(open) }
        start = nil
      } else if bytes[index] == open, bytes[index + 1] == open {
        if let open = start { unfinished.append(open) }
        start = index
        index += 1
      } else if bytes[index] == close, bytes[index + 1] == close, let open = start {
        marks.append(open..<(index + 2))
        start = nil
        index += 1
      }
      index += 1
    }
    if let open = start { unfinished.append(open) }
    return (marks, unfinished)
  }

  /// The ranges of `<…>`, signs included, with nothing but text between them.
  func angles() -> [Range<Int>] {
    guard bytes.contains(UInt8(ascii: "<")) else { return [] }
    var result: [Range<Int>] = []
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0: start = nil
      case UInt8(ascii: "<"): start = index
      case UInt8(ascii: ">"):
        if let open = start { result.append(open..<(index + 1)) }
        start = nil
      default: break
      }
    }
    return result
  }

  /// The node that holds the byte at a position.
  func node(at position: Int) -> TreeNode {
    guard let part = parts.first(where: { $0.range.contains(position) }) else {
      preconditionFailure("a position lies in the run")
    }
    return part.node
  }

  /// Takes a range out of the text and puts a node there; ranges must be replaced from the end.
  func replace(_ range: Range<Int>, with mark: TreeNode) {
    for (node, part) in parts where part.overlaps(range) {
      let cut = part.clamped(to: range)
      let isFirst = part.contains(range.lowerBound)
      guard node.isText else {
        if isFirst { node.replace(with: [mark]) } else { node.removeFromParent() }
        continue
      }
      let content = Array(node.text.utf8)
      let before = String(decoding: content[..<(cut.lowerBound - part.lowerBound)], as: UTF8.self)
      // The node may already have lost its end to a later mark.
      let upper = min(cut.upperBound - part.lowerBound, content.count)
      let after = String(decoding: content[upper...], as: UTF8.self)
      node.text = before
      guard let parent = node.parent, let index = node.index else { continue }
      if !after.isEmpty { parent.insert(TreeNode(text: after, line: node.line), at: index + 1) }
      if isFirst { parent.insert(mark, at: index + 1) }
    }
  }
}
