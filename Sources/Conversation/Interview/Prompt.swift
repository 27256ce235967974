public import FormModel

/// One question with all that is needed to ask it, on whatever kind of screen.
public struct Prompt: Hashable, Sendable {
  /// How it is answered.
  public enum Kind: Hashable, Sendable {
    /// One line of text, a day, a number.
    case line
    /// Text of several lines.
    case text
    /// One of several answers, or several of them.
    case choice(Choices, several: Bool)
    /// A whole group in one line.
    case groupLine
    /// Whether there is one more instance; a line for it is an answer as well.
    case more(instances: [String])
    /// Yes or no.
    case confirm
    /// The last question: whether the paper is finished.
    case review
  }

  /// What Enter takes.
  public enum Preset: Hashable, Sendable {
    /// Nothing: the field stays empty.
    case nothing
    /// The value that the record has; Enter keeps it.
    case present(String)
    /// A default of the form; Enter accepts it.
    case proposed(String)
  }

  /// Where the conversation is.
  public var stop: Stop
  /// The number of the section, 1-based; 0 at the end.
  public var section: Int
  /// How many sections there are.
  public var sections: Int
  /// The title of the section.
  public var sectionTitle: String
  /// The question as a person reads it, in German.
  public var title: String
  /// What an answer to it is called: the label of the field, or of the group with the number of the instance.
  public var label: String
  /// What it is about inside a group, such as „Kind(er) 2“; empty at the top.
  public var context: String
  /// Whether something must be there.
  public var isRequired: Bool
  /// How it is answered.
  public var kind: Kind
  /// A hint from the declaration.
  public var hint: String?
  /// What an answer looks like.
  public var example: String?
  /// What Enter takes.
  public var preset: Preset
  /// Whether what is there was read from a paper and nobody has confirmed it yet; Enter confirms it.
  public var isUnconfirmed = false
  /// A text to be changed: what was typed and has a mistake, or what is there; empty for none.
  public var editable: String
}

/// What a reply says besides the next question.
public enum Notice: Hashable, Sendable {
  /// What an answer was taken for: labels and values.
  case settled([Settled])
  /// Something a rule says.
  case finding(Finding)
  /// A sentence about what was done, in German.
  case remark(String)
  /// Why an answer was not taken.
  case problem(String)
  /// Lines of help: a word and its meaning.
  case help([Settled])
  /// What is filled in and what is missing.
  case overview(PaperOverview)

  /// A label and what stands for it.
  public struct Settled: Hashable, Sendable {
    /// The label of the field or group.
    public var label: String
    /// What stands for it.
    public var text: String

    /// A label with the text that now stands beside it.
    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }
}

/// What an answer leads to.
public struct Reply: Hashable, Sendable {
  /// What is to be done outside the conversation.
  public enum Request: Hashable, Sendable {
    /// Make the paper; with errors only what was typed can be saved.
    case finish(isDraft: Bool)
    /// Keep the draft and leave.
    case pause
    /// Throw the draft away and leave.
    case discard
    /// Write the text of this question in the editor.
    case editor
    /// Save what there is under a path.
    case save(String)
  }

  /// The notices to show before the question, in order.
  public var notices: [Notice] = []
  /// What is to be done; nil to ask the next question.
  public var request: Request?
}

/// What is filled in and what is missing.
public struct PaperOverview: Hashable, Sendable {
  /// One field or group.
  public struct Line: Hashable, Sendable {
    /// Whether an item is filled in, missing or empty.
    public enum Mark: String, Hashable, Sendable {
      /// Filled in.
      case filled = "✓"
      /// Must be filled in and is not.
      case missing = "!"
      /// Empty, and may be.
      case empty = "·"
    }

    /// Whether the item is filled in, missing or empty.
    public var mark: Mark
    /// The label of the field or group.
    public var label: String
    /// What a page would show.
    public var text: String
    /// The path for jumping there.
    public var path: String
    /// Whether it was read from a paper and nobody has confirmed it yet.
    public var isUnconfirmed: Bool
  }

  /// A titled part.
  public struct Section: Hashable, Sendable {
    /// The German title.
    public var title: String
    /// One line for each item, in the order of the form.
    public var lines: [Line]
  }

  /// The sections that have anything to show.
  public var sections: [Section]
  /// What rules say about the whole, errors first.
  public var findings: [Finding]
}
