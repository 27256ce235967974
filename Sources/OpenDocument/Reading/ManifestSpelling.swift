internal import XMLTree

/// How a manifest spells its names: in the namespace of ODF, in the one of OpenOffice 1, or with a prefix that is never
/// declared, as old programs wrote it.
///
/// LibreOffice goes by the prefix alone and takes all three, also attributes without a prefix.
struct ManifestSpelling {
  private let namespace: String?
  private let prefix: String

  private static let openOffice = "http://openoffice.org/2001/manifest"
  private static let undeclared = "manifest:"

  /// The spelling of a root element; nil for one that is no manifest.
  init?(_ root: XMLNode) {
    if let namespace = [ODF.manifest, Self.openOffice].first(where: { root.isElement("manifest", in: $0) }) {
      (self.namespace, prefix) = (namespace, "")
    } else if root.isElement(Self.undeclared + "manifest", in: nil) {
      (namespace, prefix) = (nil, Self.undeclared)
    } else {
      return nil
    }
  }

  func isElement(_ node: XMLNode, _ name: String) -> Bool { node.isElement(prefix + name, in: namespace) }

  func element(_ name: String, of node: XMLNode) -> XMLNode? {
    node.elements.first { isElement($0, name) || $0.isElement(name, in: ODF.manifest) }
  }

  func attribute(_ name: String, of node: XMLNode) -> String? {
    node.attribute(prefix + name, in: namespace) ?? node.attribute(name)
  }

  /// A name without the prefix that is not declared.
  static func local(_ name: String) -> String {
    name.hasPrefix(undeclared) ? String(name.dropFirst(undeclared.count)) : name
  }
}
