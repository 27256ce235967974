internal import CLibXML2

/// A start tag while it is being parsed; it is valid only during the call that hands it over.
public struct XMLStartTag {
  /// How deep the element is nested, the root counted as 1.
  public let depth: Int
  /// The line in which the tag ends, 1-based.
  public let line: Int

  private let localName: UnsafePointer<xmlChar>
  private let space: UnsafePointer<xmlChar>?
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

  /// The value of an attribute that has a namespace, or nil; predefined entities are left as they are written.
  public func attribute(_ name: String, in namespace: String) -> String? {
    guard let values else { return nil }
    // libxml2 hands over five pointers each: name, prefix, namespace, and the value's begin and end.
    for attribute in stride(from: 0, to: count * 5, by: 5) {
      guard xmlStrEqual(values[attribute], name) == 1, xmlStrEqual(values[attribute + 2], namespace) == 1,
        let begin = values[attribute + 3], let end = values[attribute + 4]
      else { continue }
      return String(decoding: UnsafeBufferPointer(start: begin, count: end - begin), as: UTF8.self)
    }
    return nil
  }
}
