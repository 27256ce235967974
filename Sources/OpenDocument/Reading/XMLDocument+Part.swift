internal import XMLTree

extension XMLDocument {
  /// Parses a part of a document; a failure names the part, which is nil for a flat file.
  convenience init(part: String?, _ bytes: [UInt8], limits: XMLLimits) throws(DocumentFailure) {
    do {
      try self.init(parsing: bytes, limits: limits)
    } catch {
      let code: DocumentFailure.Code =
        switch error.code {
        case .doctype: .doctype
        case .size: .tooLarge
        case .empty, .encoding, .malformed, .truncated, .depth, .elements, .attributes, .markup: .xml
        }
      throw DocumentFailure(code, part: part, underlying: error.code.rawValue, line: error.line)
    }
  }
}
