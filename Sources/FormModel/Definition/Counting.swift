/// Papers of another form that a paper counts, and which of them it leaves out.
public struct CountedForm: Hashable, Sendable {
  /// A reason why a paper is not counted.
  public struct Reason: Hashable, Sendable {
    /// When it applies, over the counted paper.
    public var when: String
    /// The reason in German, such as „liegt nicht im Quartal“.
    public var text: String
    /// Whether `sources()` leaves the paper out; otherwise it only explains why no row counted it.
    public var isExcluded: Bool
    /// Where it is declared.
    public var source: SourcePlace
  }

  /// The form of the papers.
  public var form: String
  /// The expression that tells papers apart; two papers with the same value that is not empty are one.
  public var key: String
  /// The expression by which a report names a paper, without personal content.
  public var name: String
  /// The reasons in the order they are tried.
  public var reasons: [Reason]
  /// Where it is declared.
  public var source: SourcePlace
}

/// A set of nodes with a name, so that rows can count parts of it.
public struct NamedSet: Hashable, Sendable {
  /// The name by which expressions call it: `set('kontakte')`.
  public var id: String
  /// The expression for its nodes, over the record.
  public var nodes: String
  /// Where it is declared.
  public var source: SourcePlace
}
