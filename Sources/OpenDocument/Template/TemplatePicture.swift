internal import XMLTree

/// A picture that a template asks for by name with the mark `bild NAME`, such as the logo of a town.
public struct TemplatePicture: Hashable, Sendable {
  /// The name behind `bild`.
  public var name: String
  /// PNG, JPEG or SVG; nil when there is none, and nothing is put in its place.
  public var bytes: [UInt8]?
  /// What it shows, for people who do not see it.
  public var title: String
  /// Its width on the page in millimetres.
  public var width: Double
  /// Its height on the page in millimetres.
  public var height: Double

  /// A picture with its measures.
  public init(name: String, bytes: [UInt8]?, title: String, width: Double, height: Double) {
    self.name = name
    self.bytes = bytes
    self.title = title
    self.width = width
    self.height = height
  }

  /// A picture that may be asked for and is not there.
  public init(missing name: String) {
    self.init(name: name, bytes: nil, title: "", width: 0, height: 0)
  }

  /// The most bytes of a picture, 1 MiB: it goes into every document.
  public static let limit = 1 << 20

  /// Whether bytes are a PNG, a JPEG, or an SVG that stands alone: no script, nothing loaded from elsewhere.
  public static func isUsable(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= limit, let kind = PictureKind(bytes) else { return false }
    switch kind.fileExtension {
    case "png", "jpg": return true
    case "svg": return isAlone(bytes)
    default: return false
    }
  }

  private static func isAlone(_ bytes: [UInt8]) -> Bool {
    guard let document = try? XMLDocument(parsing: bytes), document.root.name == "svg" else { return false }
    var isAlone = true
    document.root.visit { node in
      guard node.isElement else { return }
      if ["script", "foreignObject", "iframe", "image"].contains(node.name) { isAlone = false }
      for attribute in node.attributes {
        let value = attribute.value.lowercased()
        let reaches = attribute.name == "href" && !value.hasPrefix("#")
        let loads = value.contains("url(") && !value.contains("url(#")
        if reaches || loads || attribute.name.hasPrefix("on") { isAlone = false }
      }
      let text = node.name == "style" ? node.text.lowercased() : ""
      if text.contains("@import") || text.contains("url(") { isAlone = false }
    }
    return isAlone
  }
}
