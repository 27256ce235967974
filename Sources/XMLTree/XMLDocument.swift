internal import CLibXML2

/// An XML document in memory, safe by construction.
///
/// Parsing refuses document types, other encodings than UTF-8 and everything over `XMLLimits`; it opens no file
/// and no connection. Nodes that are removed stay allocated until the document goes, so a node that somebody
/// still holds is never a dangling pointer. Not `Sendable`: a document belongs to one task.
public final class XMLDocument {
  let pointer: xmlDocPtr
  private var removed: Set<xmlNodePtr> = []

  /// Bytes from which on a document is checked before its tree is built; a tree of fewer takes at most 40 MB.
  private static let threshold = 1 << 20

  /// Parses `bytes`.
  ///
  /// Throws `XMLFailure` with the line of the first mistake.
  public convenience init(parsing bytes: [UInt8], limits: XMLLimits = .document) throws(XMLFailure) {
    LibXML2.initialize
    if bytes.count >= Self.threshold {
      try self.init(CheckedXML(bytes, limits: limits))
    } else {
      try MarkupScan.check(bytes, limits: limits)
      try self.init(unchecked: bytes)
    }
  }

  /// Builds the tree of what was checked before.
  public convenience init(_ checked: CheckedXML) throws(XMLFailure) {
    try self.init(unchecked: checked.bytes)
  }

  private init(unchecked bytes: [UInt8]) throws(XMLFailure) {
    guard let context = xmlNewParserCtxt() else { throw XMLFailure(.malformed) }
    defer { xmlFreeParserCtxt(context) }
    var state = ParserState()
    var parsed: xmlDocPtr?
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        state.watch(context) {
          parsed = xmlCtxtReadMemory(
            context, text.baseAddress, Int32(text.count), nil, "UTF-8", LibXML2.options)
        }
      }
    }
    guard let parsed, state.failure == nil, xmlDocGetRootElement(parsed) != nil else {
      if let parsed { xmlFreeDoc(parsed) }
      throw state.failure ?? XMLFailure(context.pointee.lastError)
    }
    pointer = parsed
    sign()
  }

  /// Makes a document with an empty root element without namespace.
  public init(root name: String) {
    LibXML2.initialize
    // Both calls fail only when memory is exhausted, where the process cannot go on in any case.
    guard let document = xmlNewDoc("1.0"), let root = xmlNewDocNode(document, nil, name, nil) else {
      preconditionFailure("out of memory")
    }
    xmlDocSetRootElement(document, root)
    pointer = document
    sign()
  }

  /// Makes a document for very many nodes: names and texts that are the same are kept once.
  public convenience init(root name: String, sharingTexts: Bool) {
    self.init(root: name)
    if sharingTexts { pointer.pointee.dict = xmlDictCreate() }
  }

  /// Numbers its elements, so that expressions need not walk along siblings to find out which comes first.
  ///
  /// For a tree that changes no more.
  public func numberElements() { xmlXPathOrderDocElems(pointer) }

  /// Records in libxml2's document which Swift document owns it, so that a node leads there.
  private func sign() {
    pointer.pointee._private = Unmanaged.passUnretained(self).toOpaque()
  }

  /// The document that a node of libxml2 belongs to; nil for what is no node of a tree.
  static func owner(of node: xmlNodePtr) -> XMLDocument? {
    guard node.pointee.type != XML_NAMESPACE_DECL, let document = node.pointee.doc?.pointee._private else { return nil }
    return Unmanaged<XMLDocument>.fromOpaque(document).takeUnretainedValue()
  }

  deinit {
    for node in removed { xmlFreeNode(node) }
    xmlFreeDoc(pointer)
  }

  /// The outermost element.
  public var root: XMLNode {
    guard let root = xmlDocGetRootElement(pointer) else { preconditionFailure("a document keeps its root") }
    return XMLNode(document: self, pointer: root)
  }

  /// Takes a node out of the tree and keeps its memory until the document goes.
  func retire(_ node: xmlNodePtr) {
    xmlUnlinkNode(node)
    removed.insert(node)
  }

  /// Puts a node that was taken out of the tree below an element again: before a child of it, or at the end.
  func putBack(_ node: xmlNodePtr, below parent: xmlNodePtr, before next: xmlNodePtr?) {
    guard removed.remove(node) != nil else { return }
    if let next { xmlAddPrevSibling(next, node) } else { xmlAddChild(parent, node) }
  }
}

extension XMLFailure {
  init(_ error: xmlError) {
    let code: Code =
      switch Int(error.code) {
      case Int(XML_ERR_DOCUMENT_EMPTY.rawValue): .empty
      case Int(XML_ERR_UNKNOWN_ENCODING.rawValue), Int(XML_ERR_UNSUPPORTED_ENCODING.rawValue),
        Int(XML_ERR_INVALID_ENCODING.rawValue), Int(XML_ERR_INVALID_CHAR.rawValue):
        .encoding
      case Int(XML_ERR_TAG_NOT_FINISHED.rawValue): .truncated
      default: .malformed
      }
    self.init(code, line: max(0, Int(error.line)), column: max(0, Int(error.int2)))
  }
}
