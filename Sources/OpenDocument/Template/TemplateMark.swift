/// A mark of a template that carries an expression.
public struct TemplateMark: Hashable, Sendable {
  /// What the mark does.
  public enum Kind: Hashable, Sendable {
    /// Prints a value; an optional one prints nothing when nothing is selected.
    case value(isOptional: Bool)
    /// Prints a ticked or an empty box.
    case checkbox
    /// Repeats what follows for each node.
    case repetition
    /// Prints what follows when the expression holds.
    case condition
  }

  /// What the mark does.
  public let kind: Kind
  /// The XPath expression, typographic quotes and blanks already replaced.
  public let expression: String
  /// Where it stands, in words for the people who edit the template (German).
  public let place: String
  /// The line in a flat file, 1-based; 0 in a package.
  public let line: Int
  /// The fixed text above a value that stands alone in its paragraph, as a label does; nil when there is none.
  public let caption: String?
  /// The expressions of the repetitions around the mark, the outermost first.
  ///
  /// The mark's own expression is evaluated at the nodes of the last one.
  public let enclosing: [String]
}
