/// What fields and groups have in common; the names are those of W3C XForms model items.
public struct ItemProperties: Hashable, Sendable {
  /// The stable id, unique within the surrounding group.
  public var id: String
  /// The German label.
  public var label: String
  /// The label on the page where it says it otherwise than the one that is asked with; the label when nil.
  public var page: String?
  /// Other labels under which the item stands on papers that are not ours, such as „Geb.-Datum“.
  public var also: [String] = []
  /// A hint for the person who fills it in.
  public var hint: String?
  /// How the conversation asks; the label when nil.
  public var prompt: String?
  /// When the conversation asks by itself, as XPath; nil for always.
  ///
  /// What it does not ask can still be jumped to.
  public var ask: String?
  /// What the conversation proposes for an empty item, as XPath: a value, or for a group the fields of another one.
  public var proposal: String?
  /// What the conversation offers to choose from, as XPath: for each node its text, its place for a whole number, or its fields.
  public var offer: String?
  /// When a value must be there, as XPath; nil for never.
  public var required: String?
  /// When the item exists at all, as XPath; nil for always.
  public var relevant: String?
  /// Overrides what is said when a required value is missing.
  public var missing: FindingText?
  /// What is said when it is filled although it is not relevant; nil for a hint.
  public var forbidden: FindingText?
  /// The rules that stand inside it, with the item as context.
  public var rules: [RuleDefinition]
  /// The expression for what is counted, as XPath: a figure is the number of its nodes, or itself a number.
  ///
  /// For a group it is what its figures count parts of.
  public var count: String?
  /// Whether what is counted is added up: the figure is the sum of the values of its nodes.
  public var sums = false
  /// How the figures of several sheets are put together; nil where they are added.
  public var merge: MergeRule?
  /// What a figure of a longer period is to those of its parts; nil where nothing is known of it.
  public var overTime: TimeRule?
  /// The figure of the period before that a figure begins with.
  public var continues: String?
  /// The figure that a figure cancels out with when sheets are put together.
  public var mergesAgainst: String?
  /// Whether a publication shows it; when nil, figures are shown and everything else is not.
  public var isPublished: Bool?
  /// Whether filling it later completes a finished paper and corrects nothing, such as a signature that comes back.
  public var completes = false
  /// What it was called in the version before: the id of a neighbour, or after `/` a path from the record.
  public var renamed: [String] = []
  /// The version of the form that it came with; nil for one that was always there.
  public var since: String?
  /// Paragraph or chapter it rests on.
  public var basis: String?
  /// Where it is declared.
  public var source: SourcePlace
}

/// How figures of several sheets are put together that cannot be added.
public enum MergeRule: String, Hashable, Sendable, CaseIterable {
  /// Who stands on several sheets counts once.
  case once
  /// Who stands on several sheets counts in the one row of the block that the latest paper says.
  case latest
  /// What one sheet gave up and another took over stays among them.
  case cancels
}

/// What a figure of a longer period is to the same figures of the periods it is made of.
public enum TimeRule: String, Hashable, Sendable, CaseIterable {
  /// Their sum.
  case sum
  /// That of the first one.
  case first
  /// That of the last one.
  case last
}
