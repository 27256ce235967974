internal import CLibXML2

/// A start tag while it is being parsed; it is valid only during the call that hands it over.
public struct XMLStartTag {
  /// How deep the element is nested, the root counted as 1.
  public let depth: Int
  /// The line in which the tag ends, 1-based.
  public let line: Int

  let localName: UnsafePointer<xmlChar>
  let space: UnsafePointer<xmlChar>?
  private let count: Int
  private let values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(
    depth: Int, line: Int, name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, count: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    (self.depth, self.line, localName, space, self.count) = (depth, line, name, namespace, count)
    values = attributes
  }

  /// The name without prefix.
  public var name: String { String(cString: localName) }

  /// Whether the element is in a namespace; compared without making a string.
  public func isIn(_ namespace: String) -> Bool {
    space != nil && xmlStrEqual(space, namespace) == 1
  }

  /// Whether it is the element with that name and namespace; compared without making strings.
  public func isElement(_ name: String, in namespace: String) -> Bool {
    xmlStrEqual(localName, name) == 1 && isIn(namespace)
  }

  /// The value of an attribute with that name and namespace, or nil.
  ///
  /// Where the parser does not hand its tags to an ``XMLReceiver``, predefined entities are left as they are written.
  public func attribute(_ name: String, in namespace: String?) -> String? {
    guard let values, count > 0 else { return nil }
    return name.withXMLChars { name in
      // libxml2 hands over five pointers each: name, prefix, namespace, and the value's begin and end.
      for attribute in stride(from: 0, to: count * 5, by: 5) where xmlStrEqual(values[attribute], name) == 1 {
        guard let uri = values[attribute + 2] else {
          if namespace == nil { return value(attribute) }
          continue
        }
        if let namespace, LibXML2.isEqual(uri, namespace) { return value(attribute) }
      }
      return nil
    }
  }

  /// The value of the first attribute with that name in whatever namespace, or nil.
  public func attribute(ofAny name: String) -> String? {
    for attribute in stride(from: 0, to: count * 5, by: 5) {
      if let own = values?[attribute], LibXML2.isEqual(own, name) { return value(attribute) }
    }
    return nil
  }

  private func value(_ attribute: Int) -> String? {
    guard let begin = values?[attribute + 3], let end = values?[attribute + 4] else { return nil }
    return String(decoding: UnsafeBufferPointer(start: begin, count: end - begin), as: UTF8.self)
  }
}
