internal import XMLTree

/// A figure of a table: a whole number, or one with decimals that adds up as people add.
public struct Figure: Hashable, Comparable, Sendable {
  private let number: Double

  /// A whole figure.
  public init(_ number: Int) { self.number = Double(number) }

  /// The figure that a canonical value is; nil for any other text.
  public init?(_ text: String) {
    guard GermanNumber.isCanonical(text), let number = Double(text) else { return nil }
    self.number = number
  }

  private init(_ number: Double) { self.number = number }

  /// The canonical value.
  public var text: String { XPathValue.number(number).string }

  /// How people write it.
  public var german: String { XPathValue.number(number).german }

  /// The sum of two figures, exact to 15 digits.
  public static func + (left: Figure, right: Figure) -> Figure {
    Figure(DecimalArithmetic.sum(left.number, right.number))
  }

  /// The difference of two figures, exact to 15 digits.
  public static func - (left: Figure, right: Figure) -> Figure {
    Figure(DecimalArithmetic.sum(left.number, -right.number))
  }

  /// Smaller figures come first.
  public static func < (left: Figure, right: Figure) -> Bool { left.number < right.number }
}
