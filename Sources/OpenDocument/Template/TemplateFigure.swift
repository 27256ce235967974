public import XMLTree

/// A number or day that a mark prints, for spreadsheets and charts.
public struct TemplateFigure {
  /// What kind of value it is.
  public enum Value: Hashable, Sendable {
    /// A number in the canonical form of XML Schema: `63`, `38.5`.
    case number(String)
    /// A day as ISO 8601 writes it: `2025-10-08`.
    case day(String)
  }

  /// The value as the document keeps it, whatever the page shows.
  public let value: Value
  /// The nodes whose figures are added, or subtracted, to give this one; empty when it follows from nothing.
  public let parts: [(node: XMLNode, isSubtracted: Bool)]

  /// A number, with the nodes whose figures it is made of.
  public init(number: String, parts: [(node: XMLNode, isSubtracted: Bool)] = []) {
    value = .number(number)
    self.parts = parts
  }

  /// A day in the form of ISO 8601.
  public init(day: String) {
    value = .day(day)
    parts = []
  }

  /// The number; nil for a day.
  public var number: String? {
    if case .number(let number) = value { number } else { nil }
  }
}
