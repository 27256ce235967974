/// What a new paper takes over: from an earlier one, such as the next note from the last, or from its case as a whole.
public struct PrefillDefinition: Hashable, Sendable {
  /// The form of the earlier paper; nil when it takes over from the case.
  public var from: String?
  /// The kind of case whose papers together say it, by its id; nil when it takes over from one paper.
  public var kind: String?
  /// The values to take over, in the order in which they are set.
  public var takes: [TakeDefinition]
  /// Where it is declared.
  public var source: SourcePlace
}

/// One item that is taken over.
public struct TakeDefinition: Hashable, Sendable {
  /// The item of the new paper, by its id within the surrounding group.
  public var field: String
  /// What it gets, as XPath over the earlier paper or the papers of the case; the item of the same id when nil.
  public var value: String?
  /// For a group: what single fields get instead of the field of the same id, each evaluated at the group's node.
  public var inner: [TakeDefinition]
  /// Whether the conversation asks for it all the same.
  public var isAsked: Bool
  /// Where it is declared.
  public var source: SourcePlace
}

/// What is to be done once a paper is finished.
public struct NextStepDefinition: Hashable, Sendable {
  /// The stable id.
  public var id: String
  /// When it is due, as XPath; always when nil.
  public var when: String?
  /// The form that is to be filled in next; nil when it is no form.
  public var form: String?
  /// What to do, in German, with expressions in braces.
  public var text: String
  /// Where it is declared.
  public var source: SourcePlace
}
