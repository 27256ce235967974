import XMLTree
import ZipArchive

/// A document as readable text: one line for each paragraph, `|` between cells.
///
/// A tab is `⇥`, a `text:s` `␣`, a line break `↵`, a span `[…]`.
struct DocumentDump {
  private(set) var meta = ""
  private(set) var body = ""
  private(set) var margins = ""

  init(_ bytes: [UInt8]) throws {
    var roots: [XMLNode] = []
    if bytes.starts(with: [0x50, 0x4B]) {
      let reader = try ZipReader(bytes)
      for name in ["meta.xml", "styles.xml", "content.xml"] {
        roots.append(try XMLDocument(parsing: reader.contents(of: name)).root)
      }
    } else {
      roots = [try XMLDocument(parsing: bytes).root]
    }
    for root in roots { root.visit { take($0) } }
  }

  /// Everything.
  var text: String { meta + margins + body }

  private mutating func take(_ node: XMLNode) {
    switch node.name {
    case "meta" where node.namespace?.hasSuffix("office:1.0") == true:
      for field in node.elements {
        let name = field.attribute("name", in: field.namespace).map { " " + $0 } ?? ""
        let type = field.attribute("value-type", in: field.namespace).map { " (\($0))" } ?? ""
        meta += "\(field.name)\(name)\(type): \(field.text)\n"
      }
    case "header", "footer":
      margins += "-- \(node.name) \(node.parent?.attribute("name", in: node.namespace) ?? "")\n"
      for child in node.elements { margins += block(child, "") }
    case "text" where node.namespace?.hasSuffix("office:1.0") == true:
      for child in node.elements { body += block(child, "") }
    default: break
    }
  }

  private func block(_ node: XMLNode, _ indent: String) -> String {
    switch node.name {
    case "p", "h": return indent + inline(node) + "\n"
    case "table":
      return indent + "== \(node.attribute("name", in: node.namespace) ?? "")\n"
        + node.elements.map { block($0, indent) }.joined()
    case "table-header-rows", "table-rows": return node.elements.map { block($0, indent + "^") }.joined()
    case "table-row":
      let cells = node.elements.map { cell in
        cell.elements.map { block($0, "") }.joined().split(separator: "\n", omittingEmptySubsequences: false)
          .dropLast().joined(separator: " ¶ ")
      }
      return indent + "| " + cells.joined(separator: " | ") + " |\n"
    case "list": return node.elements.map { block($0, indent + "* ") }.joined()
    case "list-item": return node.elements.map { block($0, indent) }.joined()
    case "section":
      return indent + "§ \(node.attribute("name", in: node.namespace) ?? "")\n"
        + node.elements.map { block($0, indent + "  ") }.joined()
    case "sequence-decls", "forms", "table-column": return ""
    default: return indent + "<\(node.name)>\n"
    }
  }

  private func inline(_ node: XMLNode) -> String {
    node.nodes.map { child in
      guard child.isElement else { return child.text }
      switch child.name {
      case "tab": return "⇥"
      case "line-break": return "↵"
      case "s":
        let count = child.attribute("c", in: child.namespace).flatMap { Int($0) } ?? 1
        return String(repeating: "␣", count: count)
      case "span": return "[" + inline(child) + "]"
      case "note":
        let body = child.elements.last?.elements.map { block($0, "") }.joined() ?? ""
        return "{Note: \(body.split(separator: "\n").joined(separator: " ¶ "))}"
      case "frame":
        let box = child.elements.first { $0.name == "text-box" }
        let name = child.attribute("name", in: child.namespace) ?? ""
        let content = box?.elements.map { block($0, "") }.joined() ?? ""
        return "{\(name): \(content.split(separator: "\n").joined(separator: " ¶ "))}"
      case "bookmark", "bookmark-start", "bookmark-end", "control": return "<\(child.name)>"
      default: return inline(child)
      }
    }.joined()
  }
}
