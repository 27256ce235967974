internal import CLibXML2

/// One attribute as a value.
public struct XMLAttribute: Hashable, Sendable {
  /// The name without prefix.
  public let name: String
  /// The namespace, or nil.
  public let namespace: String?
  /// The value, entities resolved.
  public let value: String
}

extension XMLNode {
  /// The value of an attribute, or nil when it is not there.
  public func attribute(_ name: String, in namespace: String? = nil) -> String? {
    guard isElement, let found = property(name, in: namespace) else { return nil }
    // A value is one text unless it holds unresolved references.
    guard let child = found.pointee.children else { return "" }
    guard child.pointee.next == nil, child.pointee.type == XML_TEXT_NODE, let content = child.pointee.content else {
      return LibXML2.take(xmlNodeListGetString(document.pointer, child, 1)) ?? ""
    }
    return String(cString: content)
  }

  private func property(_ name: String, in namespace: String?) -> xmlAttrPtr? {
    name.withXMLChars { name in
      guard let namespace else { return xmlHasNsProp(pointer, name, nil) }
      return namespace.withXMLChars { xmlHasNsProp(pointer, name, $0) }
    }
  }

  /// All attributes in the order they were written.
  public var attributes: [XMLAttribute] {
    guard isElement else { return [] }
    var result: [XMLAttribute] = []
    var next = pointer.pointee.properties
    while let property = next {
      let space = property.pointee.ns?.pointee.href.map { String(cString: $0) }
      let name = property.pointee.name.map { String(cString: $0) } ?? ""
      let value = LibXML2.take(xmlNodeListGetString(document.pointer, property.pointee.children, 1)) ?? ""
      result.append(XMLAttribute(name: name, namespace: space, value: value))
      next = property.pointee.next
    }
    return result
  }

  /// Sets an attribute; the namespace must be declared on the element or around it, otherwise nothing happens.
  public func setAttribute(_ name: String, in namespace: String? = nil, to value: String) {
    guard isElement else { return }
    guard let namespace else {
      name.withXMLChars { name in _ = value.withXMLChars { xmlSetProp(pointer, name, $0) } }
      return
    }
    guard let declared = xmlSearchNsByHref(document.pointer, pointer, namespace) else { return }
    xmlSetNsProp(pointer, declared, name, value)
  }

  /// Removes an attribute; does nothing when it is not there.
  public func removeAttribute(_ name: String, in namespace: String? = nil) {
    guard isElement else { return }
    if let found = property(name, in: namespace) { xmlRemoveProp(found) }
  }
}
