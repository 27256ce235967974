internal import XMLTree

/// Puts the words of a declaration in the place of the marks that ask for them: labels, and choices with their boxes.
///
/// A choice becomes what an author could have written by hand, so that nothing else has to know about it: a condition
/// with a box in both branches for each answer, or, side by side on a page on which nothing is left to tick, the
/// answers that were chosen.
struct WordMarks {
  private(set) var problems: [TemplateProblem] = []
  private let words: (any TemplateWords)?
  /// Whether somebody ticks boxes on the page.
  private let isToTick: Bool
  /// The character styles that the template has for boxes and chosen answers.
  private let styles: Set<String>
  /// The open blocks: what a repetition repeats, nil for a condition.
  private var open: [String?] = []

  /// The styles of an empty box, a ticked box and a chosen answer.
  private static let (box, ticked, chosen) = ("Kasten", "Kasten.an", "Gewaehlt")
  /// Between two answers in a line: a wide blank, and one at which the line may break.
  private static let separator = "\u{2002} "

  init(_ words: (any TemplateWords)?, variant: TemplateVariant, root: TreeNode) {
    (self.words, isToTick) = (words, variant.isBlank || variant.isFillable)
    let known = ["office:styles", "office:automatic-styles"].flatMap { root.child($0)?.children ?? [] }
    styles = Set(
      known.filter { $0.name == "style:style" && $0["style:family"] == "text" }.compactMap { $0["style:name"] })
  }

  /// Replaces the marks of one story, in which blocks begin and end.
  mutating func replace(in story: TreeNode) {
    open = []
    var found: [(node: TreeNode, mark: FoundMark, loops: [String])] = []
    story.visit { node in
      switch node.kind {
      case .boundary(let mark): follow(mark)
      case .mark(let mark):
        if mark.text.role.asksForWords { found.append((node, mark, open.compactMap(\.self))) }
      case .element, .text, .block, .fragment, .glyph: break
      }
      return true
    }
    for (node, mark, loops) in found { replace(node, mark, loops) }
  }

  private mutating func follow(_ mark: FoundMark) {
    switch mark.text.role {
    case .repetition: open.append(mark.text.expression)
    case .condition: open.append(nil)
    case .end: _ = open.popLast()
    case .otherwise, .value, .checkbox, .label, .choice: break
    }
  }

  private mutating func replace(_ node: TreeNode, _ mark: FoundMark, _ loops: [String]) {
    let path = mark.text.expression
    do throws(TemplateWordsFailure) {
      guard let words else {
        throw TemplateWordsFailure("Hier gibt es kein Formular, dem die Marke ein Wort entnehmen könnte.")
      }
      guard case .choice(let layout) = mark.text.role else {
        node.replace(with: [TreeNode(text: try words.label(of: path, inside: loops), line: mark.line)])
        return
      }
      if layout == .line, !isToTick {
        node.replace(with: [value(try words.chosen(of: path, inside: loops), mark)])
        return
      }
      let answers = layout.shown(of: try words.answers(of: path, inside: loops))
      switch layout {
      case .line:
        let boxes = answers.enumerated().flatMap { index, answer in
          (index > 0 ? [TreeNode(text: Self.separator, line: mark.line)] : [])
            + nodes(of: answer, mark, TreeNode(text: "\u{A0}"))
        }
        node.replace(with: boxes)
      case .paragraphs: try replaceParagraph(around: node, mark, answers)
      }
    } catch {
      problems.append(mark.problem(.words, found: error.message))
    }
  }

  /// Writes a paragraph like that of the mark for each answer.
  private func replaceParagraph(
    around node: TreeNode, _ mark: FoundMark, _ answers: ArraySlice<TemplateAnswer>
  ) throws(TemplateWordsFailure) {
    guard let paragraph = node.parent, paragraph.name == "text:p", paragraph.children.count == 1 else {
      throw TemplateWordsFailure("Eine Auswahl untereinander braucht einen Absatz für sich allein.")
    }
    // A cell keeps its paragraph when a column stays empty.
    guard !answers.isEmpty else { return node.removeFromParent() }
    paragraph.replace(
      with: answers.map { answer in
        let copy = TreeNode(name: paragraph.name, attributes: paragraph.attributes, line: paragraph.line)
        for child in nodes(of: answer, mark, TreeNode(name: "text:tab")) { copy.append(child) }
        return copy
      })
  }

  /// `wenn FIELD = 'answer'`, the ticked box with its words, `sonst`, the empty box with its words, `ende`.
  private func nodes(of answer: TemplateAnswer, _ mark: FoundMark, _ gap: TreeNode) -> [TreeNode] {
    let quote = answer.id.contains("'") ? "\"" : "'"
    let condition = mark.text.expression + " = " + quote + answer.id + quote
    return [
      boundary(.condition, condition, mark), span("☒", Self.ticked), gap, span(answer.label, Self.chosen),
      boundary(.otherwise, "", mark), span("☐", Self.box), gap.copy(), TreeNode(text: answer.label, line: mark.line),
      boundary(.end(words: ""), "", mark),
    ]
  }

  private func value(_ expression: String, _ mark: FoundMark) -> TreeNode {
    let text = MarkText(.value(isOptional: false), expression)
    return TreeNode(.mark(FoundMark(text, place: mark.place, line: mark.line)), line: mark.line)
  }

  private func boundary(_ role: MarkText.Role, _ expression: String, _ mark: FoundMark) -> TreeNode {
    TreeNode(.boundary(FoundMark(MarkText(role, expression), place: mark.place, line: mark.line)), line: mark.line)
  }

  private func span(_ text: String, _ style: String) -> TreeNode {
    guard styles.contains(style) else { return TreeNode(text: text) }
    let span = TreeNode(name: "text:span", attributes: [("text:style-name", style)])
    span.append(TreeNode(text: text))
    return span
  }
}

extension MarkText.Role {
  /// Whether a declaration has the words for it.
  var asksForWords: Bool {
    switch self {
    case .label, .choice: true
    case .value, .checkbox, .repetition, .condition, .otherwise, .end: false
    }
  }
}
