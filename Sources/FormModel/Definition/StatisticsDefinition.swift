/// That a form counts the papers of a period, and how the command calls it.
public struct StatisticsDefinition: Hashable, Sendable {
  /// The name of `kiso stats NAME`.
  public var name: String
  /// The field that takes the year.
  public var year: String
  /// The choice that takes the period; its codes have the property `zeitraum`.
  public var quarter: String
  /// The field that tells the first day of the period.
  public var first: String
  /// The field that tells its last day.
  public var last: String
  /// The repeated field for the keys by which families that stand on several sheets are known; nil for none.
  public var keys: String?
  /// What a sheet says of its area that is put together of all others, as `FIELD=CODE`; nil for nothing.
  public var whole: String?
  /// Where a sheet remembers that its figures were kept for good; nil when they never are.
  public var freezing: FreezingDefinition?
  /// The sheets of other statistics that a report is made of; none for what is counted from papers.
  public var sheets: [ReportedSheets] = []
  /// Where it is declared.
  public var source: SourcePlace

  /// The property of a code that tells which period it is, as ``CountedPeriod/mark`` has it.
  public static let periodProperty = "zeitraum"
  /// The property of a code that tells how many months a column of the sheet has.
  public static let columnProperty = "spalte"

  /// Whether a sheet is about the area that is put together of all others.
  func isWhole(_ sheet: RecordGroup) -> Bool {
    guard let words = whole?.split(separator: "=", maxSplits: 1), words.count == 2 else { return false }
    return sheet.value(String(words[0])) == String(words[1])
  }
}

/// Where a sheet remembers that its figures were kept for good, and from which papers they were counted.
public struct FreezingDefinition: Hashable, Sendable {
  /// The field for the day on which they were kept.
  public var day: String
  /// The repeated field for what tells the papers apart.
  public var trace: String
  /// The choice that says how final the figures are.
  public var status: String
  /// The code it takes when the figures were corrected.
  public var corrected: String
}

/// The sheets of a statistics that a report of a year is made of.
public struct ReportedSheets: Hashable, Sendable {
  /// The form of the sheets.
  public var form: String
  /// The periods of the year, as ``CountedPeriod/mark`` has them.
  public var periods: [String]
}
