internal import XMLTree

/// Records as XML: `<record form="…" version="…">` with one element per field, without namespace.
enum RecordXML {
  static func read(_ bytes: [UInt8]) throws(RecordFailure) -> RawValue {
    let root: XMLNode
    do {
      root = try XMLDocument(parsing: bytes).root
    } catch {
      throw RecordFailure(.xml, line: error.line, column: error.column, detail: error.code.rawValue)
    }
    guard root.isElement("record", in: nil) else { throw RecordFailure(.shape, line: root.line) }
    let head = ["form", "version", "id"].compactMap { name in
      root.attribute(name).map { RawValue.Member(name, .text($0), line: root.line) }
    }
    guard case .object(let members) = value(of: root) else { return .object(head) }
    return .object(head + members)
  }

  /// An element with elements inside is an object, any other a text; equal names become a list.
  private static func value(of node: XMLNode) -> RawValue {
    if let status = node.attribute("status") { return .status(status) }
    let children = node.elements
    guard !children.isEmpty || node.name == "record" else { return .text(node.text) }
    var members: [RawValue.Member] = []
    for child in children {
      let value = value(of: child)
      if let index = members.firstIndex(where: { $0.name == child.name }) {
        if case .list(let earlier) = members[index].value {
          members[index].value = .list(earlier + [value])
        } else {
          members[index].value = .list([members[index].value, value])
        }
      } else {
        members.append(RawValue.Member(child.name, value, line: child.line))
      }
    }
    return .object(members)
  }

  static func write(_ record: Record) -> [UInt8] {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<record".utf8)
    append(attribute: "form", record.form, to: &bytes)
    append(attribute: "version", record.version, to: &bytes)
    if let id = record.id { append(attribute: "id", id, to: &bytes) }
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
