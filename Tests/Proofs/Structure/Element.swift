package import XMLTree

/// An element of a document under test, named with the prefixes of the ODF standard whatever the file calls them.
package final class Element {
  /// What stands in it, in order.
  package enum Child {
    case element(Element)
    case text(String)
  }

  /// The name with its prefix, such as `text:p`.
  package let name: String
  /// The attributes by their names with prefix.
  package let attributes: [String: String]
  /// Elements and texts in their order; comments are left out.
  package private(set) var children: [Child] = []
  /// The element around it; nil for the root.
  package private(set) weak var parent: Element?

  /// Takes over a node and everything below it.
  package init(_ node: XMLNode, in parent: Element? = nil) {
    name = Self.qualified(node.name, node.namespace)
    attributes = Dictionary(
      node.attributes.map { (Self.qualified($0.name, $0.namespace), $0.value) }, uniquingKeysWith: { first, _ in first }
    )
    self.parent = parent
    children = node.nodes.compactMap { child in
      switch child.kind {
      case .element: .element(Element(child, in: self))
      case .text: .text(child.text)
      case .attribute, .other: nil
      }
    }
  }

  /// The elements in it.
  package var elements: [Element] {
    children.compactMap { child in
      guard case .element(let element) = child else { return nil }
      return element
    }
  }

  /// It and everything below it, in document order; a document inside it, such as a chart, is one of its own.
  package var all: [Element] { [self] + elements.filter { !$0.isDocument }.flatMap(\.all) }

  /// The documents inside it.
  package var documents: [Element] { elements.flatMap { $0.isDocument ? [$0] : $0.documents } }

  private var isDocument: Bool { name == "office:document" && parent != nil }

  /// What has one of these names, at any depth.
  package func all(_ names: String...) -> [Element] { all.filter { names.contains($0.name) } }

  /// The first child with this name.
  package func first(_ name: String) -> Element? { elements.first { $0.name == name } }

  /// All text below it.
  package var text: String {
    children.map { child in
      switch child {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined()
  }

  /// What is around it, from the nearest outwards.
  package var ancestors: [Element] { parent.map { [$0] + $0.ancestors } ?? [] }

  /// Whether something of this name is around it.
  package func isWithin(_ names: String...) -> Bool { ancestors.contains { names.contains($0.name) } }

  package subscript(_ attribute: String) -> String? { attributes[attribute] }

  private static func qualified(_ name: String, _ namespace: String?) -> String {
    guard let namespace else { return name }
    return "\(prefixes[namespace] ?? namespace):\(name)"
  }

  private static let prefixes: [String: String] = {
    let own = [
      "office": "office", "text": "text", "table": "table", "drawing": "draw", "style": "style", "form": "form",
      "xsl-fo-compatible": "fo", "svg-compatible": "svg", "datastyle": "number", "chart": "chart", "meta": "meta",
      "manifest": "manifest", "config": "config", "script": "script", "presentation": "presentation",
    ]
    var all = [
      "http://purl.org/dc/elements/1.1/": "dc", "http://www.w3.org/1999/xlink": "xlink",
      "http://www.w3.org/XML/1998/namespace": "xml",
    ]
    for (word, prefix) in own { all["urn:oasis:names:tc:opendocument:xmlns:\(word):1.0"] = prefix }
    return all
  }()
}
