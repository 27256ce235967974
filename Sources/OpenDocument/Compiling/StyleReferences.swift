/// A style as a family and a name: names are unique within a family only.
struct StyleKey: Hashable {
  let family: String
  let name: String
}

/// Which styles an element uses (ODF 1.3 part 3, chapters 16 and 19).
enum StyleReferences {
  static func of(_ node: TreeNode) -> [StyleKey] {
    var result: [StyleKey] = []
    for (attribute, value) in node.attributes {
      guard !value.isEmpty, attribute.hasSuffix("-name") || attribute.hasSuffix("-names") || extra(attribute),
        let family = family(attribute, of: node)
      else { continue }
      if attribute.hasSuffix("-names") {
        result += value.split(separator: " ").map { StyleKey(family: family, name: String($0)) }
      } else {
        result.append(StyleKey(family: family, name: value))
      }
    }
    return result
  }

  /// Renames a style in everything below a node that uses it.
  static func rename(_ names: [StyleKey: String], below root: TreeNode) {
    root.visit { node in
      for (index, attribute) in node.attributes.enumerated() {
        guard let family = family(attribute.name, of: node) else { continue }
        if attribute.name.hasSuffix("-names") {
          let words = attribute.value.split(separator: " ").map(String.init)
          let renamed = words.map { names[StyleKey(family: family, name: $0)] ?? $0 }
          node.attributes[index].value = renamed.joined(separator: " ")
        } else if let name = names[StyleKey(family: family, name: attribute.value)] {
          node.attributes[index].value = name
        }
      }
      return true
    }
  }

  /// The style that an element defines, if it defines one.
  static func definition(_ node: TreeNode) -> StyleKey? {
    switch node.name {
    case "style:style":
      guard let family = node["style:family"], let name = node["style:name"] else { return nil }
      return StyleKey(family: family, name: name)
    case "text:list-style": return node["style:name"].map { StyleKey(family: "list", name: $0) }
    case "style:page-layout": return node["style:name"].map { StyleKey(family: "page-layout", name: $0) }
    case _ where node.name.hasPrefix("number:"):
      return node["style:name"].map { StyleKey(family: "data", name: $0) }
    default: return nil
    }
  }

  private static func extra(_ attribute: String) -> Bool {
    attribute == "text:style-override" || attribute == "style:leader-text-style"
      || attribute == "style:text-line-through-text-style"
  }

  private static let simple: [String: String] = [
    "text:visited-style-name": "text", "text:cond-style-name": "paragraph", "text:style-override": "list",
    "text:citation-style-name": "text", "text:citation-body-style-name": "text",
    "text:default-style-name": "paragraph", "text:main-entry-style-name": "text",
    "style:leader-text-style": "text", "style:text-line-through-text-style": "text",
    "style:list-style-name": "list", "style:data-style-name": "data",
    "style:percentage-data-style-name": "data", "style:page-layout-name": "page-layout",
    "style:register-truth-ref-style-name": "paragraph", "draw:text-style-name": "paragraph",
    "table:default-cell-style-name": "table-cell",
  ]

  private static let tables: [String: String] = [
    "table:table": "table", "table:table-column": "table-column", "table:table-row": "table-row",
    "table:table-cell": "table-cell", "table:covered-table-cell": "table-cell",
  ]

  private static func family(_ attribute: String, of node: TreeNode) -> String? {
    if let family = simple[attribute] { return family }
    switch attribute {
    case "text:style-name": return textFamily(of: node.name)
    case "text:class-names": return isParagraph(node.name) ? "paragraph" : "text"
    case "style:style-name" where node.name == "style:drop-cap": return "text"
    case "style:parent-style-name" where node.name == "style:style": return node["style:family"]
    case "style:next-style-name" where node.name != "style:master-page": return "paragraph"
    case "style:apply-style-name":
      if let parent = node.parent, parent.name.hasPrefix("number:") { return "data" }
      return node.parent?["style:family"]
    case "draw:style-name":
      let isPage = ["draw:page", "style:master-page", "presentation:notes"].contains(node.name)
      return isPage ? "drawing-page" : "graphic"
    case "draw:class-names": return "graphic"
    case "presentation:style-name": return "presentation"
    case "table:style-name": return tables[node.name]
    default: return nil
    }
  }

  private static func isParagraph(_ name: String) -> Bool {
    name == "text:p" || name == "text:h" || name == "text:index-title-template"
      || name.hasSuffix("-entry-template") || name == "text:index-source-style"
  }

  private static func textFamily(of name: String) -> String? {
    if isParagraph(name) { return "paragraph" }
    switch name {
    case "text:section", "text:index-title", "text:table-of-content", "text:illustration-index",
      "text:table-index", "text:object-index", "text:user-index", "text:alphabetical-index",
      "text:bibliography":
      return "section"
    case "text:list", "text:numbered-paragraph": return "list"
    case "text:ruby": return "ruby"
    case "text:span", "text:a", "text:ruby-text", "text:linenumbering-configuration",
      "text:outline-level-style":
      return "text"
    case _ where name.hasPrefix("text:list-level-style") || name.hasPrefix("text:index-entry"): return "text"
    default: return nil
    }
  }
}
