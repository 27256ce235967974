public import XMLTree

/// The data a template is rendered with.
public struct TemplateData {
  /// Evaluates the expressions; functions registered on it can be called from marks.
  public let engine: XPathEngine
  /// The node that expressions outside of repetitions are relative to.
  public let root: XMLNode
  /// The text that a value mark prints for the first node it selects, or nil when there is none to print.
  ///
  /// An empty text is deliberate and prints nothing.
  public let text: (XMLNode) -> String?
  /// What a value mark prints where its expression gives nothing to print: no node, an empty text, no number.
  ///
  /// When nil, that is a gap, and the document is refused.
  public var empty: String?
  /// Whether a character that XML forbids is printed as U+FFFD; otherwise the document is refused.
  public var replacesForbidden = false
  /// The figure that a node stands for, for spreadsheets and charts; nil for what is no number.
  public var figure: (XMLNode) -> TemplateFigure? = { _ in nil }
  /// What is filled in, and how printed values are called; nil when nobody will read the document back.
  public var inputs: (any InputSource)?

  /// Data with its own way of writing values, such as dates.
  public init(engine: XPathEngine, root: XMLNode, text: @escaping (XMLNode) -> String?) {
    self.engine = engine
    self.root = root
    self.text = text
    TemplateFormat.register(on: engine)
  }

  /// Data whose values are printed as they stand; an empty one is missing.
  public init(engine: XPathEngine, root: XMLNode) {
    self.init(engine: engine, root: root) { node in
      let text = node.text
      return text.isEmpty ? nil : text
    }
  }
}
