public import XMLTree

/// A number that a mark prints, for spreadsheets and charts.
public struct TemplateFigure {
  /// The number in the canonical form of XML Schema: `63`, `38.5`.
  public let number: String
  /// The nodes whose figures are added, or subtracted, to give this one; empty when it follows from nothing.
  public let parts: [(node: XMLNode, isSubtracted: Bool)]

  /// Makes a figure.
  public init(number: String, parts: [(node: XMLNode, isSubtracted: Bool)] = []) {
    self.number = number
    self.parts = parts
  }
}
