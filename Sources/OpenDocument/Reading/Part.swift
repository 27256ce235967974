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
  func check(_ shape: PartShape, of type: DocumentType, isFlat: Bool) throws(DocumentFailure) {
    let part = isFlat ? nil : rawValue
    let root = shape.root
    guard root.isOffice, root.name == (isFlat ? "document" : self.root) else {
      throw DocumentFailure(.root, part: part, line: root.line)
    }
    if let version = shape.version, !ODF.versions.contains(version) {
      throw DocumentFailure(.version, part: part, line: root.line)
    }
    guard self == .content, !shape.hasBody(of: type) else { return }
    throw DocumentFailure(.body, part: part, line: shape.bodies.count > 0 ? shape.bodies.line : root.line)
  }
}
