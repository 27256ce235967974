/// That a form counts the papers of a quarter, and how the command calls it.
public struct StatisticsDefinition: Hashable, Sendable {
  /// The name of `kiso stats NAME`.
  public var name: String
  /// The field that takes the year.
  public var year: String
  /// The choice that takes the quarter; its codes have the property `nummer`.
  public var quarter: String
  /// The field that tells the first day of the period.
  public var first: String
  /// The field that tells its last day.
  public var last: String
  /// Where it is declared.
  public var source: SourcePlace

  /// The property of a code that tells which quarter it is.
  public static let numberProperty = "nummer"
}
