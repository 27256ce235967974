internal import XMLTree

/// The parts of a package that are parsed as XML, beside the manifest.
enum Part: String, Hashable, CaseIterable {
  case content = "content.xml"
  case styles = "styles.xml"
  case metadata = "meta.xml"
  case settings = "settings.xml"

  /// The largest size that is read.
  func limit(_ limits: DocumentLimits) -> Int {
    switch self {
    case .content: limits.content
    case .styles: limits.styles
    case .metadata, .settings: limits.small
    }
  }

  private var root: String {
    switch self {
    case .content: "document-content"
    case .styles: "document-styles"
    case .metadata: "document-meta"
    case .settings: "document-settings"
    }
  }

  /// Throws unless the root element, the version and, for the content, the body are right.
  func check(_ document: XMLDocument, of type: DocumentType, isFlat: Bool) throws(DocumentFailure) {
    let part = isFlat ? nil : rawValue
    let root = document.root
    guard root.isElement(isFlat ? "document" : self.root, in: ODF.office) else {
      throw DocumentFailure(.root, part: part, line: root.line)
    }
    if let version = root.attribute("version", in: ODF.office), !ODF.versions.contains(version) {
      throw DocumentFailure(.version, part: part, line: root.line)
    }
    guard self == .content else { return }
    let bodies = root.elements.filter { $0.isElement("body", in: ODF.office) }
    guard bodies.count == 1, bodies[0].elements.count == 1, bodies[0].element(type.body, in: ODF.office) != nil
    else {
      throw DocumentFailure(.body, part: part, line: bodies.last?.line ?? root.line)
    }
  }
}
