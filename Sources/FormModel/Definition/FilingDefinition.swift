/// What the archive must know of a paper that is stored, each as an expression over its record.
public struct FilingDefinition: Hashable, Sendable {
  /// A start event that the paper tells about its case.
  public struct Event: Hashable, Sendable {
    /// The id of the event in the retention schedule.
    public var id: String
    /// The day; empty when the paper does not tell it.
    public var value: String
    /// Why it happened, such as the reason for which support ended; nil when nothing is kept of that.
    public var reason: String?
    /// Where it is declared.
    public var source: SourcePlace
  }

  /// Copies of papers that somebody handed over, which must be destroyed on a day of their own.
  public struct Copies: Hashable, Sendable {
    /// The nodes, one for each.
    public var each: String
    /// The expression, evaluated at the node, that names the copied document.
    public var description: String
    /// How many pages, from the node.
    public var pages: String?
    /// When it was copied, from the node.
    public var day: String?
    /// Where it is declared.
    public var source: SourcePlace
  }

  /// The field that tells the case: by its number, or by that of a paper of the case; nil when the paper tells none.
  public var caseField: String?
  /// The day of the paper.
  public var day: String?
  /// Its number among those of its case.
  public var number: String?
  /// The nodes whose text is the name of a person, by which the paper can be found.
  public var names: String?
  /// The events of its case that start or end periods.
  public var events: [Event]
  /// Copies it tells of.
  public var copies: Copies?
  /// Where it is declared.
  public var source: SourcePlace
}
