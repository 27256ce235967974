internal import XMLTree

extension OpenDocumentFile {
  /// What one part showed when it was gone through.
  struct Scanned {
    let warnings: [DocumentWarning]
    let text: DocumentText
    let styles: StyleFacts
  }

  /// Goes through the content with a walker that begins at the root, and gives the walker back.
  func walk(_ walker: TextWalker) throws(DocumentFailure) -> TextWalker {
    var walker = walker
    walker.styles = try styleFacts
    guard let scan = try scan(.content, walker, nil) else { throw DocumentFailure(.contentMissing) }
    return scan.walker
  }

  /// The text of the body with the values of form controls.
  var text: DocumentText {
    get throws(DocumentFailure) {
      guard let content = try scanned(.content) else { throw DocumentFailure(.contentMissing) }
      return content.text
    }
  }

  /// The number that ``DocumentText/fingerprint`` is for the document's body.
  public var fingerprint: UInt32 { get throws(DocumentFailure) { try text.fingerprint } }

  /// What the styles part of a package says; a flat file's styles stand in front of its body.
  private var styleFacts: StyleFacts {
    get throws(DocumentFailure) { kind == .flat ? StyleFacts() : try scanned(.styles)?.styles ?? StyleFacts() }
  }

  /// Goes through a part once and keeps what it showed; nil when the package has none.
  func scanned(_ part: Part) throws(DocumentFailure) -> Scanned? {
    if let known = scans[part] { return known }
    var walker = TextWalker(options: DocumentText.Options(includesControls: true), styles: StyleFacts(), from: .root)
    if part == .content { walker.styles = try styleFacts }
    guard let scan = try scan(part, walker, DocumentInspection(isFlat: kind == .flat, charts: charts)) else {
      return nil
    }
    let result = Scanned(
      warnings: scan.inspection?.warnings(part: kind == .flat ? nil : part.rawValue) ?? [],
      text: DocumentText(scan.walker), styles: scan.walker.styles)
    scans[part] = result
    return result
  }

  /// Goes through a part: its tree if there is one, and otherwise its bytes, of which none is built.
  private func scan(
    _ part: Part, _ walker: TextWalker, _ inspection: DocumentInspection?
  ) throws(DocumentFailure) -> PartScan? {
    let scan = PartScan(walker, inspection)
    if let tree = tree(part) {
      scan.read(tree.root)
      return scan
    }
    guard let bytes = try bytes(of: part) else { return nil }
    do {
      _ = try CheckedXML(bytes, limits: limits.xml, handingTo: scan)
    } catch {
      throw DocumentFailure(error, part: part.rawValue)
    }
    try part.check(scan.shape, of: type, isFlat: false)
    return scan
  }

  /// Everything that a person should know of: about the package, and in its content and styles.
  ///
  /// Goes through the parts; one warning for each kind and part, with the number of occurrences. Throws when a part is
  /// broken.
  public func inspect() throws(DocumentFailure) -> [DocumentWarning] {
    var result = packageWarnings
    if kind == .flat { return result + (try scanned(.content)?.warnings ?? []) }
    for part in Part.allCases { result += try scanned(part)?.warnings ?? [] }
    for chart in charts.sorted() {
      let path = chart + "/content.xml"
      guard let document = try self.document(at: path) else { continue }
      let scan = PartScan(
        TextWalker(options: .init(), styles: StyleFacts(), keepsBlocks: false, from: .root),
        DocumentInspection(isFlat: false))
      scan.read(document.root)
      result += scan.inspection?.warnings(part: path) ?? []
    }
    return result
  }
}
