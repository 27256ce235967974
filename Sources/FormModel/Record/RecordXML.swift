internal import XMLTree

/// Records as XML: `<record form="…" version="…">` with one element per field, without namespace.
enum RecordXML {
  static func read(_ bytes: [UInt8]) throws(RecordFailure) -> RawValue {
    let root: XMLNode
    do {
      root = try XMLDocument(parsing: bytes, limits: RecordLimits.xml).root
    } catch {
      throw RecordFailure(.xml, line: error.line, column: error.column, detail: error.code.rawValue)
    }
    guard root.isElement("record", in: nil) else { throw RecordFailure(.shape, line: root.line) }
    let names = ["form", "version", "id", "edition", "corrected", "unconfirmed"]
    let head = names.compactMap { name in
      root.attribute(name).map { RawValue.Member(name, .text($0), line: root.line) }
    }
    return .object(head + members(of: root, knownAttributes: Set(names)))
  }

  /// An element with elements inside is an object, any other a text; equal names become a list.
  private static func value(of node: XMLNode) -> RawValue {
    let text = node.text
    if let status = node.attribute("status"), text.isEmpty { return .status(status) }
    guard node.elements.isEmpty, ownAttributes(of: node).isEmpty else {
      return .object(members(of: node, knownAttributes: []))
    }
    return .text(text)
  }

  /// Elements by name; attributes and text that no record has become members too, so that they are reported.
  private static func members(of node: XMLNode, knownAttributes: Set<String>) -> [RawValue.Member] {
    var members: [RawValue.Member] = []
    var values: [[RawValue]] = []
    for attribute in ownAttributes(of: node) where !knownAttributes.contains(attribute.name) {
      members.append(RawValue.Member("@" + attribute.name, .text(attribute.value), line: node.line))
      values.append([.text(attribute.value)])
    }
    var index: [String: Int] = [:]
    for child in node.nodes {
      let name = name(of: child)
      let value = child.isElement ? value(of: child) : .text(child.text)
      guard child.isElement || child.kind == .text && !child.text.allSatisfy(\.isWhitespace) else { continue }
      if let earlier = index[name] {
        values[earlier].append(value)
      } else {
        index[name] = members.count
        members.append(RawValue.Member(name, value, line: child.line))
        values.append([value])
      }
    }
    for (place, several) in values.enumerated() where several.count > 1 { members[place].value = .list(several) }
    return members
  }

  /// The local name for elements without namespace; others must not pass for fields.
  private static func name(of node: XMLNode) -> String {
    guard node.isElement else { return "#text" }
    return node.namespace == nil ? node.name : "*:" + node.name
  }

  /// Attributes without namespace; `xml:lang` and `xsi:schemaLocation` say nothing about values.
  private static func ownAttributes(of node: XMLNode) -> [XMLAttribute] {
    node.attributes.filter { $0.namespace == nil }
  }

  static func write(_ record: Record) -> [UInt8] {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<record".utf8)
    append(attribute: "form", record.form, to: &bytes)
    append(attribute: "version", record.version, to: &bytes)
    if let id = record.id { append(attribute: "id", id, to: &bytes) }
    for (name, value) in record.writtenEdition { append(attribute: name, value, to: &bytes) }
    let unconfirmed = record.writtenUnconfirmed
    if !unconfirmed.isEmpty { append(attribute: "unconfirmed", unconfirmed.joined(separator: " "), to: &bytes) }
    bytes.append(contentsOf: ">\n".utf8)
    write(record.root, indent: 2, to: &bytes)
    bytes.append(contentsOf: "</record>\n".utf8)
    return bytes
  }

  private static func write(_ group: RecordGroup, indent: Int, to bytes: inout [UInt8]) {
    for item in group.items {
      bytes.append(contentsOf: repeatElement(0x20, count: indent))
      bytes.append(contentsOf: "<\(item.id)".utf8)
      switch item.content {
      case .value(let text):
        bytes.append(UInt8(ascii: ">"))
        XMLEscape.append(text: text, to: &bytes)
        bytes.append(contentsOf: "</\(item.id)>\n".utf8)
      case .status(let status):
        append(attribute: "status", status.rawValue, to: &bytes)
        bytes.append(contentsOf: "/>\n".utf8)
      case .group(let inner):
        bytes.append(contentsOf: ">\n".utf8)
        write(inner, indent: indent + 2, to: &bytes)
        bytes.append(contentsOf: repeatElement(0x20, count: indent))
        bytes.append(contentsOf: "</\(item.id)>\n".utf8)
      }
    }
  }

  private static func append(attribute name: String, _ value: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: " \(name)=\"".utf8)
    XMLEscape.append(attribute: value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}
