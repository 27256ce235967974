/// Which paper proves that data were deleted, and what of a deletion stands in which of its fields.
public struct ProofDefinition: Hashable, Sendable {
  /// The id of the form that proves deletions.
  public var form: String
  /// The field for the number of the proof.
  public var number: String
  /// The field for the day of the proof.
  public var day: String
  /// The group for the person who deleted the data.
  public var by: String
  /// The repeated group with a line for each deletion; what follows are fields of it.
  public var lines: String
  /// The entry that was deleted.
  public var entry: String
  /// Its kind of data.
  public var kind: String
  /// The last day of the period.
  public var end: String
  /// The day of the deletion.
  public var done: String
  /// Whether it was done before the end of the period.
  public var early: String
  /// How it was done: one of the codes ``erased`` and ``shredded``.
  public var way: String
  /// The code for data that are gone.
  public var erased: String
  /// The code for paper that was shredded.
  public var shredded: String
  /// Where it is declared.
  public var source: SourcePlace
}
