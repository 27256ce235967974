public import Secrets
public import XMLTree

/// A document that came from outside, opened strictly and safely; a text unless other kinds are asked for.
///
/// Making one checks the archive, the type and the manifest; each part is unpacked and gone through when it is first
/// asked for, and only `content.xml`, `styles.xml`, `meta.xml`, `settings.xml` and the manifest are ever parsed
/// (three quarters of real documents carry an empty `Configurations2/accelerator/current.xml`). Nothing in a
/// document is followed, fetched or run, and no file is opened.
///
/// A class because of the laziness; not `Sendable`, like the trees it hands out.
public final class OpenDocumentFile {
  /// How a document is kept.
  public enum Kind: Hashable, Sendable {
    /// A ZIP package (`.odt`, `.ott`).
    case package
    /// One XML file (`.fodt`).
    case flat
  }

  /// Whether it is a package or one XML file.
  public let kind: Kind

  /// The type as it is written, such as `application/vnd.oasis.opendocument.text`.
  public let mediaType: String

  /// What kind of document it is.
  public let type: DocumentType

  /// What was noticed about the package itself; ``inspect()`` adds what the contents hold.
  public let packageWarnings: [DocumentWarning]

  /// The files that the manifest lists and the package has; empty for a flat file.
  public let members: [String]

  let limits: DocumentLimits
  private let package: DocumentPackage?
  private var parsed: [Part: XMLDocument] = [:]
  private var unpacked: [Part: [UInt8]] = [:]
  /// What the parts showed that were gone through.
  var scans: [Part: Scanned] = [:]

  /// Opens a document, a package or a flat file, which its first bytes tell apart.
  ///
  /// A flat file is parsed at once. A protected package is opened with the first of the `passwords` that is right;
  /// LibreOffice does not normalise what is typed, so a letter with marks may be meant in more than one way. Without a
  /// password it is refused with `encrypted`, and other documents are opened with or without. Throws
  /// ``DocumentFailure``, also for kinds that are not accepted.
  public init(
    reading bytes: [UInt8], accepting: Set<DocumentType> = [.text], limits: DocumentLimits = .document,
    passwords: [Secret] = []
  ) throws(DocumentFailure) {
    self.limits = limits
    guard !bytes.isEmpty else { throw DocumentFailure(.empty) }
    switch ByteSignature(of: bytes) {
    case .foreign(let code):
      throw DocumentFailure(code)
    case .package:
      let opened = try DocumentPackage(bytes, accepting: accepting, limits: limits, passwords: passwords)
      package = opened
      (kind, mediaType, type) = (.package, opened.mediaType, opened.type)
      (packageWarnings, members) = (opened.warnings, opened.members)
    case .flat:
      let document: XMLDocument
      (document, mediaType, type) = try FlatFile.parse(bytes, accepting: accepting, limits: limits)
      package = nil
      kind = .flat
      (packageWarnings, members) = ([], [])
      parsed[.content] = document
    }
  }

  /// Whether it is a template by its type.
  public var isTemplate: Bool { MediaType.isTemplate(mediaType) }

  /// `content.xml`, or the whole of a flat file.
  public var content: XMLDocument {
    get throws(DocumentFailure) {
      guard let document = try document(.content) else { throw DocumentFailure(.contentMissing) }
      return document
    }
  }

  /// `styles.xml`, the whole of a flat file, or nil when a package has none.
  public var styles: XMLDocument? {
    get throws(DocumentFailure) { try document(.styles) }
  }

  /// `settings.xml`, the whole of a flat file, or nil when a package has none.
  public var settings: XMLDocument? {
    get throws(DocumentFailure) { try document(.settings) }
  }

  /// What the document says of itself; empty when it says nothing.
  public var metadata: ReadMetadata {
    get throws(DocumentFailure) { ReadMetadata(try document(.metadata)) }
  }

  /// The version of ODF, or nil when an old document names none.
  public var version: String? {
    get throws(DocumentFailure) {
      try content.root.attribute("version", in: ODF.office) ?? package?.manifest.version
    }
  }

  /// A file of the package, such as `Record/record.xml`; nil when the manifest or the archive has none.
  ///
  /// `atMost` is the largest size in bytes that the caller is ready for, inclusive; it is compared before
  /// anything is unpacked. Throws when the file is larger or damaged.
  public func member(_ path: String, atMost limit: Int = 4 << 20) throws(DocumentFailure) -> [UInt8]? {
    try package?.contents(of: path, atMost: limit)
  }

  /// The folders of the charts in the package.
  var charts: Set<String> { package?.manifest.charts ?? [] }

  /// A file of the package as a tree, within the limits for a content part; nil when there is none.
  func document(at path: String) throws(DocumentFailure) -> XMLDocument? {
    guard let bytes = try package?.contents(of: path, atMost: Part.content.limit(limits)) else { return nil }
    return try XMLDocument(part: path, bytes, limits: limits.xml)
  }

  /// A part, parsed when it is first asked for; nil when the package has none.
  func document(_ part: Part) throws(DocumentFailure) -> XMLDocument? {
    if let known = tree(part) { return known }
    guard let bytes = try bytes(of: part) else { return nil }
    let type = type
    let document = try XMLDocument(part: part.rawValue, bytes, limits: limits.xml) {
      (shape) throws(DocumentFailure) in try part.check(shape, of: type, isFlat: false)
    }
    parsed[part] = document
    return document
  }

  /// The tree of a part, if it was parsed already; a flat file's is the whole of it.
  func tree(_ part: Part) -> XMLDocument? { parsed[kind == .flat ? .content : part] }

  /// The bytes of a part, unpacked when they are first asked for; nil when the package has none.
  func bytes(of part: Part) throws(DocumentFailure) -> [UInt8]? {
    if let known = unpacked[part] { return known }
    let bytes = try package?.contents(of: part.rawValue, atMost: part.limit(limits))
    unpacked[part] = bytes
    return bytes
  }
}
