/// What one command understands: the declaration from which parsing and help both follow.
public struct CommandLineSyntax: Hashable, Sendable {
  /// The words that call it, such as `kiso fill`.
  public var name: String
  /// What it does, one German line without a full stop.
  public var summary: String
  /// The lines after „Aufruf:“, without the name; made from the declarations if there are none.
  public var usage: [String]
  /// The arguments without a dash, in order.
  public var positionals: [Positional]
  /// The options, in the order in which help lists them.
  public var options: [Option]
  /// Whole command lines that show the common use.
  public var examples: [String]

  /// Declares a command.
  public init(
    name: String, summary: String, usage: [String] = [], positionals: [Positional] = [],
    options: [Option] = [], examples: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.usage = usage
    self.positionals = positionals
    self.options = options
    self.examples = examples
  }
}

extension CommandLineSyntax {
  /// What a shell offers in a place of the command line.
  public enum Completion: Hashable, Sendable {
    /// Nothing.
    case nothing
    /// Files.
    case files
    /// Folders.
    case folders
    /// Fixed words.
    case words([String])
    /// What the program itself lists when asked by this word.
    case list(String)
  }

  /// An argument without a dash.
  public struct Positional: Hashable, Sendable {
    /// What help calls it, such as `FORM` or `DATEI`; also the key for reading it.
    public var name: String
    /// German, one line.
    public var help: String
    /// How many there may be.
    public var count: Count
    /// What a shell offers for it.
    public var completion: Completion

    /// How often an argument may stand.
    public enum Count: Hashable, Sendable {
      /// Exactly once.
      case one
      /// Once or not at all.
      case optional
      /// Once or more often; only for the last.
      case oneOrMore
      /// Any number; only for the last.
      case any
    }

    /// Declares an argument.
    public init(_ name: String, help: String, count: Count = .one, completion: Completion = .nothing) {
      self.name = name
      self.help = help
      self.count = count
      self.completion = completion
    }
  }

  /// An option: `--name`, or `--name VALUE`.
  public struct Option: Hashable, Sendable {
    /// The long name without dashes; also the key for reading it.
    public var name: String
    /// One letter for `-x`.
    public var short: Character?
    /// What help calls the value, such as `DATEI`; `nil` for a flag.
    public var value: String?
    /// Whether it is a flag that takes a value only as `--name=value`.
    public var valueIsOptional = false
    /// Whether it may be given more than once.
    public var isRepeatable: Bool
    /// German, one line.
    public var help: String
    /// What a shell offers for its value.
    public var completion: Completion
    /// Whether the short help leaves it out.
    public var isRare = false

    /// The same, left out of the short help.
    public var rare: Option {
      var option = self
      option.isRare = true
      return option
    }

    /// Declares an option.
    public init(
      _ name: String, short: Character? = nil, value: String? = nil, valueIsOptional: Bool = false,
      isRepeatable: Bool = false, help: String,
      completion: Completion = .nothing
    ) {
      self.name = name
      self.short = short
      self.value = value
      self.valueIsOptional = valueIsOptional
      self.isRepeatable = isRepeatable
      self.help = help
      self.completion = completion
    }

    /// `--help` for everything and `-h` for what is used often, which every command should have.
    public static let help = Option("help", short: "h", help: "diese Hilfe zeigen")
  }
}
