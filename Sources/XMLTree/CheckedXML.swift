internal import CLibXML2

/// Bytes that are well-formed XML within the limits, known before a tree is built of them.
///
/// A tree takes ten to forty times the memory of its text, so what can be refused is refused first.
public struct CheckedXML {
  let bytes: [UInt8]

  /// Scans and parses bytes without building anything; `visit` sees the start tags down to a depth, the root's
  /// being 1.
  ///
  /// Throws `XMLFailure` with the line of the first mistake.
  public init(
    _ bytes: [UInt8], limits: XMLLimits = .document, depth: Int = 0, visit: (XMLStartTag) -> Void = { _ in }
  ) throws(XMLFailure) {
    LibXML2.initialize
    try MarkupScan.check(bytes, limits: limits)
    self.bytes = bytes
    let failure = withoutActuallyEscaping(visit) { visit in
      Self.failure(in: bytes, ParserState(deepest: depth, visit: visit))
    }
    if let failure { throw failure }
  }

  /// Scans and parses bytes, and hands everything that comes to `receiver`, which learns only from this call's end
  /// whether it was well-formed.
  ///
  /// Throws `XMLFailure` with the line of the first mistake.
  public init(
    _ bytes: [UInt8], limits: XMLLimits = .document, handingTo receiver: any XMLReceiver
  ) throws(XMLFailure) {
    LibXML2.initialize
    try MarkupScan.check(bytes, limits: limits)
    self.bytes = bytes
    if let failure = Self.failure(in: bytes, ParserState(receiver: receiver)) { throw failure }
  }

  private static func failure(in bytes: [UInt8], _ state: ParserState) -> XMLFailure? {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { failure(in: $0, state) }
    }
  }

  private static func failure(in text: UnsafeBufferPointer<CChar>, _ state: ParserState) -> XMLFailure? {
    guard let context = xmlCreateMemoryParserCtxt(text.baseAddress, Int32(text.count)) else {
      return XMLFailure(.malformed)
    }
    defer { xmlFreeParserCtxt(context) }
    // The bytes are UTF-8 whatever they declare: MarkupScan saw to it.
    var options = LibXML2.options | Int32(XML_PARSE_IGNORE_ENC.rawValue)
    // There are no entities but the predefined ones: document types are refused.
    if state.receiver != nil { options |= Int32(XML_PARSE_NOENT.rawValue) }
    xmlCtxtUseOptions(context, options)
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    if state.deepest > 0 {
      handler.startElementNs = { ParserState.start($0, name: $1, namespace: $3, count: $6, attributes: $8) }
      handler.endElementNs = { context, _, _, _ in ParserState.end(context) }
    }
    if state.receiver != nil {
      let characters: charactersSAXFunc = { ParserState.text($0, $1, count: $2) }
      // Where both are the same, libxml2 does not ponder which blanks matter.
      (handler.characters, handler.ignorableWhitespace) = (characters, characters)
    }
    context.pointee.sax.pointee = handler
    var state = state
    state.watch(context) { _ = xmlParseDocument(context) }
    return state.failure ?? (context.pointee.wellFormed == 1 ? nil : XMLFailure(context.pointee.lastError))
  }
}

/// Takes the elements and texts of a document while it is parsed.
public protocol XMLReceiver: AnyObject {
  /// An element begins; the tag is valid only during the call.
  func open(_ tag: XMLStartTag)
  /// A piece of text; the bytes are valid only during the call.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// The innermost element ends.
  func close()
}
