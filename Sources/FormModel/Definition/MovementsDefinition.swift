/// How a statistics follows cases through time: which papers tell of them, what opens and ends one, whose it is.
///
/// A case is new once, whoever opened it. What belongs to the area of the sheet before a paper and not after it, or the
/// other way round, was handed over or taken over.
public struct MovementsDefinition: Hashable, Sendable {
  /// The form of the papers.
  public var form: String
  /// The expression for the papers of all cases up to the end of the period, over the record.
  public var papers: String
  /// What papers of one case have in common, over a paper.
  public var caseKey: String
  /// The day of a paper.
  public var day: String
  /// Which of two papers of one day comes later: the one with the greater number.
  public var order: String
  /// Whether a paper opens a case, goes on with it, or opens it again.
  public var contact: String
  /// Whether a paper says that the case begins with it; a case without such a paper was open before the first one.
  public var first: String
  /// The day on which a paper ends the case; empty for one that ends nothing.
  public var end: String
  /// Whether the case belongs to the area of the sheet from this paper on.
  public var belongs: String
  /// Where it is declared.
  public var source: SourcePlace

  /// Its expressions over a paper.
  var overPaper: [String] { [caseKey, day, order, contact, first, end, belongs] }
}
