/// A mark in the tree of a template.
final class FoundMark {
  let text: MarkText
  let place: String
  let line: Int
  /// The fixed text above it, see ``TemplateMark/caption``.
  var caption: String?
  /// Its expression, once it has been read and found right.
  var expression: Expression?
  /// The block it begins, turns or ends; held by whoever arranges blocks, since a block holds its marks.
  weak var block: TemplateBlock?
  /// Its number among the marks with expressions, in the order of the document.
  var index = -1

  init(_ text: MarkText, place: String, line: Int) {
    self.text = text
    self.place = place
    self.line = line
  }

  /// Whether it begins, turns or ends a block.
  var isBoundary: Bool {
    switch text.role {
    case .value, .checkbox, .label, .choice: false
    case .repetition, .condition, .otherwise, .end: true
    }
  }

  func problem(_ code: TemplateProblem.Code, found: String? = nil, position: Int? = nil) -> TemplateProblem {
    TemplateProblem(
      code, place: place, line: line, expression: text.expression.isEmpty ? nil : text.expression,
      found: found, position: position)
  }
}

/// What stands between the beginning and the end of a block.
final class TemplateBlock {
  let begin: FoundMark
  /// The nodes of its marks in the order of the document.
  var boundaries: [TreeNode]
  var hasOtherwise = false
  /// The box that it draws, if it does nothing else.
  var tick: Tick?

  /// A box that a condition draws.
  enum Tick {
    /// Ticked in the first branch and empty in the second.
    case drawn
    /// Text that is there or not; a box before it is drawn only where somebody fills in the paper.
    case added
  }

  init(begin: FoundMark, at node: TreeNode) {
    self.begin = begin
    boundaries = [node]
  }

  var isRepetition: Bool { begin.text.role == .repetition }
}
