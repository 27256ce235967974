internal import XMLTree

/// What a town's layer does to one thing of the declaration below it.
public struct LayerStep: Hashable, Sendable {
  /// What is done.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It stands for something below.
    case replaced
    /// It has other attributes.
    case changed
    /// There is nothing of it below.
    case added
    /// It is not there any more.
    case removed
  }

  /// What is done.
  public var kind: Kind
  /// What the thing is called: its name for layers.
  public var name: String
  /// Where the layer says so.
  public var place: SourcePlace
  /// Whether all is as it would be without the step.
  public var isIdle: Bool
}

extension XMLNode {
  /// Whether two elements say the same, whatever their layout: name, attributes, texts and what is in them.
  ///
  /// One attribute of the outermost may be left out of account.
  func saysSame(as other: XMLNode, besides attribute: String? = nil) -> Bool {
    func said(_ node: XMLNode) -> Set<XMLAttribute> { Set(node.attributes.filter { $0.name != attribute }) }
    guard name == other.name, said(self) == said(other) else { return false }
    let (mine, others) = (elements, other.elements)
    guard mine.count == others.count, zip(mine, others).allSatisfy({ $0.saysSame(as: $1) }) else { return false }
    return ownText == other.ownText
  }

  /// The text directly in it, without what is layout of the file.
  private var ownText: String {
    nodes.filter { $0.kind == .text }.map(\.text).joined(separator: " ").singleBlanks
  }

  /// What it is called among its siblings: its id, or its name with what it is for.
  var shortName: String {
    attribute("id") ?? attribute("of") ?? LayerTargets.key(of: self).map { name + "/" + $0 } ?? name
  }
}
