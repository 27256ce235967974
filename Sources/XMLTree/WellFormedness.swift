internal import CLibXML2

/// A parse that builds nothing, so that a large document that is broken near its end costs no tree.
///
/// A tree takes ten to forty times the memory of its text. Small documents are spared the second pass.
enum WellFormedness {
  /// Bytes from which on a document is checked before its tree is built; a tree of fewer takes at most 40 MB.
  static let threshold = 1 << 20

  /// Throws what parsing would throw.
  static func check(_ bytes: [UInt8]) throws(XMLFailure) {
    let failure: XMLFailure? = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { Self.failure(in: $0) }
    }
    if let failure { throw failure }
  }

  private static func failure(in text: UnsafeBufferPointer<CChar>) -> XMLFailure? {
    guard let context = xmlCreateMemoryParserCtxt(text.baseAddress, Int32(text.count)) else {
      return XMLFailure(.malformed)
    }
    defer { xmlFreeParserCtxt(context) }
    // The bytes are UTF-8 whatever they declare: MarkupScan saw to it.
    xmlCtxtUseOptions(context, LibXML2.options | Int32(XML_PARSE_IGNORE_ENC.rawValue))
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    context.pointee.sax.pointee = handler
    xmlParseDocument(context)
    return context.pointee.wellFormed == 1 ? nil : XMLFailure(context.pointee.lastError)
  }
}
