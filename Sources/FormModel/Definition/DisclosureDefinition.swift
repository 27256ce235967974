/// Which paper tells a person what is stored about her, until when, and what of it stands in which of its fields.
///
/// Source: Art. 12, 15 DSGVO, § 83 SGB X.
public struct DisclosureDefinition: Hashable, Sendable {
  /// The id of the form.
  public var form: String
  /// The reason of the hold that a request is until it is answered.
  public var reason: String
  /// Within which time it is answered.
  public var period: Period
  /// The same for a person who was told that it takes longer, and why.
  public var longest: Period
  /// The list of words that are no names of houses.
  public var houses: String
  /// The field for the day of the paper.
  public var day: String
  /// The field for the number of the case.
  public var number: String
  /// The field for the person it is for.
  public var person: String
  /// The field for the day on which she asked.
  public var received: String
  /// The repeated group with the papers; what follows are fields of it.
  public var papers: String
  /// What the paper is called.
  public var title: String
  /// Its day.
  public var paperDay: String
  /// Its version.
  public var edition: String
  /// The repeated group with what stands in a paper; what follows are fields of it.
  public var lines: String
  /// What a value is called.
  public var label: String
  /// The value.
  public var value: String
  /// The repeated group with what was left out; what follows are fields of it.
  public var masks: String
  /// In which paper it stands.
  public var maskPaper: String
  /// What it is called.
  public var maskLabel: String
  /// Why it was left out, a field with a list of grounds.
  public var ground: String
  /// The ground for what is about somebody else.
  public var ofOthers: String
  /// The ground for a text that mentions somebody else, which whoever reads it may lift.
  public var ofMentions: String
  /// The ground for what somebody leaves out because it would endanger a child.
  public var ofDanger: String
  /// The ground for files that no program can mask.
  public var ofFiles: String
  /// Where it is declared.
  public var source: SourcePlace
}
