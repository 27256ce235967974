internal import XMLTree

/// Everything that declarations say, layers put on what they extend: each text with the place it comes from.
public struct DeclaredTexts {
  /// The value of an attribute, or a text.
  public struct Text: Hashable, Sendable {
    /// Where it stands.
    public var place: SourcePlace
    /// The element it belongs to.
    public var element: String
    /// The attribute whose value it is; empty for a text.
    public var attribute: String
    /// What it says.
    public var text: String
  }

  /// The texts in the order of files and lines.
  public private(set) var texts: [Text] = []
  /// What layers do, in the order of their steps.
  public private(set) var steps: [LayerStep] = []

  /// Reads declarations as far as they can be read; what is wrong with them is for lint to say.
  public init(_ files: [SourceFile]) {
    var reader = LayerReader(checker: nil)
    let roots = files.compactMap { file in reader.root(of: file).map { ($0, file) } }
    var declarations = DeclarationReader()
    let profile = roots.first { $0.0.name == "profile" }.map { declarations.profile($0.0, file: $0.1.name) }
    var words = profile.map { TownWords($0, sources: reader.sources) }
    for (root, file) in roots {
      if root.name != "profile" { words?.fill(root, of: file) }
      root.visit { collect($0, file.name, reader.sources) }
    }
    steps = reader.steps
  }

  private mutating func collect(_ node: XMLNode, _ file: String, _ sources: LayerSources) {
    let place = sources.place(of: node, in: file)
    for attribute in node.attributes {
      texts.append(Text(place: place, element: node.name, attribute: attribute.name, text: attribute.value))
    }
    for child in node.nodes where child.kind == .text && child.text.contains(where: { !$0.isWhitespace }) {
      texts.append(Text(place: place, element: node.name, attribute: "", text: child.text))
    }
  }

  /// Whether two declarations say the same, whatever their layout.
  public static func areSame(_ left: SourceFile, _ right: SourceFile) -> Bool {
    var reader = LayerReader(checker: nil)
    guard let left = reader.root(of: left), let right = reader.root(of: right) else { return false }
    return left.saysSame(as: right)
  }
}
