/// A paper as the conversation sees it: every item in the order of the form with what is known about it now.
public struct Outline: Hashable, Sendable {
  /// A titled part of the paper.
  public struct Section: Hashable, Sendable {
    /// The stable id.
    public var id: String
    /// The German title.
    public var label: String
    /// Its fields and groups in order.
    public var items: [Item]
  }

  /// A field, or a group.
  public indirect enum Item: Hashable, Sendable {
    /// One value, or several of one kind.
    case field(Field)
    /// Items that belong together.
    case group(Group)
  }

  /// The path of a field or group, and whether it is relevant, required and asked for.
  public struct State: Hashable, Sendable {
    /// The path without the number of the item itself, such as `kinder[2]/vorname` or `kinder`.
    public var path: String
    /// The path in words, such as „Kind(er) 2 › Vorname(n)“.
    public var place: String
    /// Whether the item exists in this paper at all.
    public var isRelevant: Bool
    /// Whether it must be there.
    public var isRequired: Bool
    /// Whether the conversation asks for it by itself.
    public var isAsked: Bool
  }

  /// One value, or several of one kind.
  public struct Field: Hashable, Sendable {
    /// Its path, and whether it is relevant, required and asked for.
    public var state: State
    /// The declaration of the field.
    public var definition: FieldDefinition
    /// Its values in canonical form, the calculated one too.
    public var values: [String]
    /// An answer that is no value.
    public var status: AnswerStatus?
    /// What a page would show.
    public var display: String
    /// What the declaration proposes; nil when it proposes nothing.
    public var proposal: String?
    /// What it offers to choose from; empty for most.
    public var offers: [Offer] = []
  }

  /// Items that belong together.
  public struct Group: Hashable, Sendable {
    /// Its path, and whether it is relevant, required and asked for.
    public var state: State
    /// The declaration of the group.
    public var definition: GroupDefinition
    /// What it holds: as many as there are when it repeats, otherwise always one.
    public var instances: [Instance]
    /// What the declaration proposes for an empty group.
    public var proposal: RecordGroup?
    /// What it offers to choose from; empty for most.
    public var offers: [Offer] = []
  }

  /// One of several answers that papers at hand suggest.
  public struct Offer: Hashable, Sendable {
    /// What the answer fills in.
    public var content: RecordContent
    /// The answer as a person reads it.
    public var label: String
  }

  /// One of the instances of a group.
  public struct Instance: Hashable, Sendable {
    /// The path, such as `kinder[2]`.
    public var path: String
    /// The path in words, such as „Kind(er) 2“.
    public var place: String
    /// The line that shows the whole instance.
    public var display: String
    /// Whether it holds anything.
    public var isFilled: Bool
    /// Its fields and groups in order.
    public var items: [Item]
  }

  /// The sections in order.
  public var sections: [Section]

  /// Makes an outline of sections.
  public init(sections: [Section]) {
    self.sections = sections
  }
}

extension Outline.Item {
  /// Its path, and whether it is relevant, required and asked for.
  public var state: Outline.State {
    switch self {
    case .field(let field): field.state
    case .group(let group): group.state
    }
  }
}

/// What is to be done once a paper is finished.
public struct NextStep: Hashable, Sendable {
  /// The stable id.
  public var id: String
  /// What to do, in German.
  public var text: String
  /// The form that is to be filled in next; nil when it is no form.
  public var form: String?
}
