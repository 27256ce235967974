internal import CLibXML2

/// Where the name and namespace of an element lie in memory.
///
/// Elements of one parsed document that are called the same have the same key, so whoever asks for names can remember
/// the answer. It holds as long as the document is not changed.
public struct XMLNameKey: Hashable {
  private let name: UInt
  private let namespace: UInt

  init(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {
    self.name = UInt(bitPattern: name)
    self.namespace = UInt(bitPattern: namespace)
  }

  /// A small number for tables that may mix up different keys.
  public var slot: Int { Int(truncatingIfNeeded: (name >> 3) ^ (name >> 9) ^ (namespace >> 2)) & 255 }
}

extension XMLNode {
  /// Where its name lies.
  public var nameKey: XMLNameKey {
    XMLNameKey(pointer.pointee.name, isElement ? pointer.pointee.ns?.pointee.href : nil)
  }

  /// Lends the value of a text; nothing for anything else.
  public func withUTF8(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard kind == .text, let content = pointer.pointee.content else { return }
    body(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
  }
}

extension XMLStartTag {
  /// Where its name lies.
  public var nameKey: XMLNameKey { XMLNameKey(localName, space) }

  /// The namespace, or nil.
  public var namespace: String? { space.map { String(cString: $0) } }
}
