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
    let failure: XMLFailure? = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        withoutActuallyEscaping(visit) { Self.failure(in: text, ParserState(deepest: depth, visit: $0)) }
      }
    }
    if let failure { throw failure }
  }

  private static func failure(in text: UnsafeBufferPointer<CChar>, _ state: ParserState) -> XMLFailure? {
    guard let context = xmlCreateMemoryParserCtxt(text.baseAddress, Int32(text.count)) else {
      return XMLFailure(.malformed)
    }
    defer { xmlFreeParserCtxt(context) }
    // The bytes are UTF-8 whatever they declare: MarkupScan saw to it.
    xmlCtxtUseOptions(context, LibXML2.options | Int32(XML_PARSE_IGNORE_ENC.rawValue))
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    if state.deepest > 0 {
      handler.startElementNs = { ParserState.start($0, name: $1, namespace: $3, count: $6, attributes: $8) }
      handler.endElementNs = { context, _, _, _ in ParserState.of(context)?.pointee.depth -= 1 }
    }
    context.pointee.sax.pointee = handler
    var state = state
    state.watch(context) { _ = xmlParseDocument(context) }
    return state.failure ?? (context.pointee.wellFormed == 1 ? nil : XMLFailure(context.pointee.lastError))
  }
}
