internal import XMLTree

extension XMLDocument {
  /// Parses a part of a document, after `check` looked at its outermost elements; a failure names the part, which
  /// is nil for a flat file.
  convenience init(
    part: String?, _ bytes: [UInt8], limits: XMLLimits,
    check: ((PartShape) throws(DocumentFailure) -> Void)? = nil
  ) throws(DocumentFailure) {
    var shape = PartShape()
    do {
      guard let check else {
        try self.init(parsing: bytes, limits: limits)
        return
      }
      let checked = try CheckedXML(bytes, limits: limits, depth: PartShape.depth) { shape.add($0) }
      try check(shape)
      try self.init(checked)
    } catch let failure as DocumentFailure {
      throw failure
    } catch let failure as XMLFailure {
      throw DocumentFailure(failure, part: part)
    } catch {
      throw DocumentFailure(.xml, part: part)
    }
  }
}

extension DocumentFailure {
  /// A part that is no acceptable XML.
  init(_ failure: XMLFailure, part: String?) {
    let code: Code =
      switch failure.code {
      case .doctype: .doctype
      case .size: .tooLarge
      case .empty, .encoding, .malformed, .truncated, .depth, .elements, .attributes, .names,
        .namespaces, .markup:
        .xml
      }
    self.init(code, part: part, underlying: failure.code.rawValue, line: failure.line)
  }
}
