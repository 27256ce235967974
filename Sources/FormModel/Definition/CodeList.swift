/// The possible answers to a choice, kept in a file of its own so that a town replaces a list and not a form.
public struct CodeList: Hashable, Sendable {
  /// One possible answer.
  public struct Code: Hashable, Sendable {
    /// The stable id, stored in records.
    public var id: String
    /// The German label.
    public var label: String
    /// A shorter label for narrow columns; the label when none is given.
    public var short: String
    /// Further facts about the code that rules use.
    public var properties: [String: String]
    /// What people also say for it, such as „Kindesmutter“ for „Mutter“.
    public var also: [String] = []
    /// The ids under which earlier papers hold it.
    public var renamed: [String] = []
    /// The day from which it is no longer chosen; nil for one that is.
    ///
    /// Papers from before keep it.
    public var retired: Day?

    /// Whether somebody who fills in a paper about a day may choose it.
    public func isOffered(on day: Day) -> Bool { retired.map { day < $0 } ?? true }
  }

  /// The stable id.
  public var id: String
  /// What the list is about.
  public var label: String
  /// The codes in order.
  public var codes: [Code]
  /// Where it is declared.
  public var source: SourcePlace

  /// The codes that may be chosen in a paper about a day, and those that it holds already.
  public func offered(on day: Day, keeping held: Set<String> = []) -> CodeList {
    var list = self
    list.codes.removeAll { !$0.isOffered(on: day) && !held.contains($0.id) }
    return list
  }

  /// The code with an id.
  public func code(_ id: String) -> Code? {
    codes.first { $0.id == id }
  }
}

/// The facts about a town that papers print: office, phone numbers, own area code.
public struct Profile: Hashable, Sendable {
  /// The id of the municipality, the name of its folder.
  public var id: String
  /// The name of the town.
  public var label: String
  /// What the town sets, by id.
  public var values: [String: String]
  /// How its cases and papers are numbered.
  public var numbers: [NumberDefinition] = []
  /// The picture at the head of letters and papers; nil when the town has none.
  public var logo: Logo?
  /// Where it is declared.
  public var source: SourcePlace

  /// A picture in the town's folder.
  public struct Logo: Hashable, Sendable {
    /// The name of its file, PNG, JPEG or SVG.
    public var file: String
    /// What it shows, for people who do not see it.
    public var label: String
    /// Its width on paper in millimetres.
    public var width: Double
    /// Its height on paper in millimetres.
    public var height: Double
    /// Where it is declared.
    public var source: SourcePlace
  }
}
