internal import ZipArchive

/// A template ready to be rendered any number of times.
struct CompiledTemplate: Sendable {
  var program = Program()
  var type = DocumentType.text
  var form: OutputForm = .package
  /// Whether finished documents are looked through for figures.
  var hasFigures = false
  /// What a reader of the text has to know of the styles.
  var facts = StyleFacts()
  /// The declarations of all namespaces, as they stand in a root element.
  var namespaces: [UInt8] = []
  /// The template's own metadata that may reach a document.
  var metadata: [MetadataField] = []
  /// `office:font-face-decls`.
  var fonts: [UInt8] = []
  /// The styles of a package, packed once, where nothing in them depends on data.
  var styles: PackedEntry?
  /// `office:styles`, and the resources it uses.
  var commonStyles = Passage()
  /// `office:master-styles`.
  var masterStyles = Passage()
  /// The beginning of the body up to its form controls.
  var bodyStart = Passage()
  /// `office:forms`.
  var forms = Passage()
  /// The rest of the body.
  var body = Passage()
  /// The pictures of a package, packed once.
  var pictures: [PackedPicture] = []
  var variant: TemplateVariant = .final

  /// Whether the page can only be taken down from the finished document, because it has charts, cells with figures, or
  /// form controls of the template.
  var needsTree: Bool { hasFigures || !program.controls.isEmpty }

  /// The first tag of a part, with all namespaces.
  func rootTag(_ name: String, trace: String = "", attributes: String = "") -> [UInt8] {
    var tag = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:\(name)".utf8)
    tag += namespaces
    tag += trace.utf8
    tag += " office:version=\"1.3\"".utf8
    tag += attributes.utf8
    tag.append(UInt8(ascii: ">"))
    return tag
  }
}

/// A picture as it stands in each package.
struct PackedPicture: Sendable {
  let entry: PackedEntry
  let mediaType: String
}

/// One field of the metadata of a template.
struct MetadataField: Sendable {
  enum Kind: Hashable, Sendable {
    case title, subject, description, keyword, language
    /// A user-defined field with its type.
    case user(name: String, type: String)
  }

  let kind: Kind
  let content: Passage
}
