internal import XMLTree

/// The outermost elements of a part: enough to refuse it before a tree is built.
struct PartShape {
  /// How deep it looks.
  static let depth = 3

  /// The root element.
  private(set) var root = (isOffice: false, name: "", line: 0)
  /// What the root names as the version of ODF.
  private(set) var version: String?
  /// What the root of a flat file names as its type.
  private(set) var mediaType: String?
  /// How many bodies there are, and the line of the last.
  private(set) var bodies = (count: 0, line: 0)
  /// How many elements stand in bodies, and how many of them belong to each kind of document.
  private(set) var inBodies = (count: 0, types: [DocumentType: Int]())
  private var isInBody = false

  /// Takes a start tag.
  mutating func add(_ tag: XMLStartTag) {
    switch tag.depth {
    case 1:
      root = (tag.isIn(ODF.office), tag.name, tag.line)
      version = tag.attribute("version", in: ODF.office)
      mediaType = tag.attribute("mimetype", in: ODF.office)
    case 2:
      isInBody = tag.isElement("body", in: ODF.office)
      if isInBody { bodies = (bodies.count + 1, tag.line) }
    case 3 where isInBody:
      inBodies.count += 1
      for type in DocumentType.allCases where tag.isElement(type.body, in: ODF.office) {
        inBodies.types[type, default: 0] += 1
      }
    default: break
    }
  }

  /// Whether there is exactly one body, with the one element of the document's kind in it.
  func hasBody(of type: DocumentType) -> Bool {
    bodies.count == 1 && inBodies.count == 1 && inBodies.types[type] == 1
  }
}
