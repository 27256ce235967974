/// A day that may be known only in part, as dates of birth often are („teildatum“).
///
/// A day, a month or a year, each known or estimated; an expected date of birth, always a full day; or unknown
/// (domain chapter 3.2). One value is one state of knowledge: `2020` says that nobody knows the month.
public struct PartialDay: Hashable, Sendable {
  /// How much of the day is known.
  ///
  /// The raw values are the stable ids of the kinds; an estimate is a flag beside them.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The day itself.
    case day = "genau"
    /// Month and year.
    case month = "monat_jahr"
    /// The year only.
    case year = "jahr"
    /// The calculated day of a birth that lies ahead (errechneter Termin).
    case expected = "erwartet"
    /// Nothing.
    case unknown = "unbekannt"
  }

  /// How much is known.
  public let kind: Kind
  /// Whether day, month or year are an estimate (geschätzt); never true for an expected or unknown day.
  public let isEstimated: Bool
  /// The first day that is meant; nil when unknown.
  ///
  /// An estimate does not widen the bounds: how wrong it may be is not known either.
  public let earliest: Day?
  /// The last day that is meant; nil when unknown.
  public let latest: Day?

  private init(_ kind: Kind, from earliest: Day?, to latest: Day?, estimated: Bool = false) {
    self.kind = kind
    self.earliest = earliest
    self.latest = latest
    isEstimated = estimated
  }

  /// A full day.
  public static func day(_ day: Day, estimated: Bool = false) -> PartialDay {
    PartialDay(.day, from: day, to: day, estimated: estimated)
  }

  /// A month of a year; nil unless the month is 1…12 and the year 1…9999.
  public static func month(_ month: Int, year: Int, estimated: Bool = false) -> PartialDay? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    return PartialDay(.month, from: first, to: first.lastDayOfMonth, estimated: estimated)
  }

  /// A year; nil unless it is 1…9999.
  public static func year(_ year: Int, estimated: Bool = false) -> PartialDay? {
    guard let first = Day(year: year, month: 1, day: 1) else { return nil }
    return PartialDay(.year, from: first, to: first.endOfYear, estimated: estimated)
  }

  /// The calculated day of a birth.
  public static func expected(_ day: Day) -> PartialDay { PartialDay(.expected, from: day, to: day) }

  /// A day about which nothing is known.
  public static let unknown = PartialDay(.unknown, from: nil, to: nil)

  /// The day when it is known exactly: a full day, neither estimated nor expected.
  public var exactDay: Day? { kind == .day && !isEstimated ? earliest : nil }

  /// The age on a reference day.
  ///
  /// A birth that is known by month or year gives the range from the youngest to the oldest possible age; the
  /// part of it after the reference day is left out. Nil before the earliest day, and always for an expected
  /// or unknown birth.
  public func age(on reference: Day) -> AgeRange? {
    guard kind != .expected, let earliest, let latest else { return nil }
    guard let oldest = Age(born: earliest, on: reference),
      let youngest = Age(born: min(latest, reference), on: reference)
    else { return nil }
    return AgeRange(youngest: youngest, oldest: oldest, isEstimated: isEstimated)
  }
}

/// The ages a person can have whose birth is known only in part.
///
/// Youngest and oldest are both inclusive.
public struct AgeRange: Hashable, Sendable {
  /// The least possible age.
  public let youngest: Age
  /// The greatest possible age.
  public let oldest: Age
  /// Whether the bounds come from an estimate.
  public let isEstimated: Bool

  /// The age when it is certain: both bounds are equal and nothing was estimated.
  public var exact: Age? { youngest == oldest && !isEstimated ? oldest : nil }

  /// The range in words, marked as an estimate when it is one.
  ///
  /// „4;4“, „4;0–4;11“, „ca. 4;4“.
  public var german: String {
    let range = youngest == oldest ? oldest.german : youngest.german + "–" + oldest.german
    return isEstimated ? "ca. " + range : range
  }
}
