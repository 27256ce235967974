internal import XMLTree

/// What a town that extends another must say of itself, as the other's declarations tell.
public struct TownNeeds: Hashable, Sendable {
  /// An entry of the profile.
  public struct Entry: Hashable, Sendable {
    /// The stable id.
    public var id: String
    /// What is asked; the id where the profile gives no label.
    public var label: String
    /// What to know for the answer; nil for nothing.
    public var hint: String?
    /// The kind of field that the answer is: `text`, `phone`, `email`.
    public var type: String
    /// The expression for an answer that can be proposed, over the other answers; nil for none.
    public var proposal: String?
    /// Whether there may be none.
    public var isOptional: Bool
    /// Whether it need not be given where the same laws hold.
    public var isOfLand: Bool
    /// What the other town says.
    public var value: String
  }

  /// A list whose codes are places of the town.
  public struct Places: Hashable, Sendable {
    /// The list of the other town, without what holds everywhere.
    public var list: CodeList
    /// The codes that hold everywhere, such as „unbekannt“; they stand behind those of the town.
    public var kept: [CodeList.Code]
    /// The properties of its codes, in alphabetical order.
    public var properties: [String]
  }

  /// The Land whose laws hold in the other town; nil where it does not say.
  public private(set) var land: String?
  /// The entries to give, in the order of the profile.
  public private(set) var entries: [Entry] = []
  /// The lists to give.
  public private(set) var places: [Places] = []
  /// The numbers of cases, which may look otherwise.
  public private(set) var numbers: [NumberDefinition] = []

  /// Reads what a town's declarations ask of another one; what is wrong with them is for lint to say.
  public init(_ files: [SourceFile]) {
    var layers = LayerReader(checker: nil)
    var reader = DeclarationReader()
    for file in files {
      guard let root = layers.root(of: file) else { continue }
      switch root.name {
      case "profile":
        land = root.attribute("land")
        entries = root.elements("entry").compactMap(Self.entry)
        numbers = reader.profile(root, file: file.name).numbers.filter { $0.form == nil }
      case "codelist" where root.attribute("own") == "true":
        places.append(Self.places(root, list: reader.codeList(root, file: file.name)))
      default: break
      }
    }
    // Those to which others refer by a property come first.
    places.sort { ($0.properties.count, $0.list.id) < ($1.properties.count, $1.list.id) }
  }

  private static func entry(_ node: XMLNode) -> Entry? {
    guard let id = node.attribute("id"), node.attribute("inherit") != "always" else { return nil }
    return Entry(
      id: id, label: node.attribute("label") ?? id, hint: node.attribute("hint"),
      type: node.attribute("type") ?? "text", proposal: node.attribute("propose"),
      isOptional: node.attribute("optional") == "true", isOfLand: node.attribute("inherit") == "land", value: node.text)
  }

  private static func places(_ root: XMLNode, list: CodeList) -> Places {
    let kept = Set(
      root.elements("code").filter { $0.attribute("inherit") == "always" }.compactMap { $0.attribute("id") })
    var own = list
    own.codes.removeAll { kept.contains($0.id) }
    return Places(
      list: own, kept: list.codes.filter { kept.contains($0.id) },
      properties: Set(own.codes.flatMap { $0.properties.keys }).sorted())
  }
}
