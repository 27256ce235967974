/// Styles: defined where they are used, used where they are defined.
extension StructureCheck {
  /// A style as others refer to it.
  private struct Style: Hashable, CustomStringConvertible {
    /// The family, or what else it is: `list`, `data`, `master`, `layout`, `font`.
    let family: String
    let name: String
    var description: String { "\(family) \(name)" }
  }

  static func styles(_ paper: PaperParts) -> [String] {
    paper.parts.flatMap { part in
      let common = paper.trees[PaperParts.folder(of: part.name) + "styles.xml"]?.first("office:styles")
      let masters = paper.styles?.first("office:master-styles")
      let places = part.root.elements.filter { $0.name != "office:body" } + [common, masters].compactMap { $0 }
      let defined = Set(places.flatMap(definitions))
      let missing = Set(part.root.all.flatMap(uses)).subtracting(defined)
      return missing.map { "\(part.name): \($0) is used and not defined" }.sorted()
        + places.flatMap(circles).map { "\(part.name): \($0) inherits from itself" }
    }
  }

  static func unusedStyles(_ paper: PaperParts) -> [String] {
    paper.parts.flatMap { part in
      let used = Set(part.root.all.flatMap(uses))
      let own = part.root.first("office:automatic-styles").map(definitions) ?? []
      let unused = own.filter { !["layout", "font"].contains($0.family) && !used.contains($0) }
      return unused.map { "\(part.name): \($0) is not used" }
    }
  }

  /// What an element that holds styles defines.
  private static func definitions(in holder: Element) -> [Style] {
    holder.elements.compactMap { style in
      guard let name = style["style:name"] else { return nil }
      let family: String? =
        switch style.name {
        case "style:style": style["style:family"]
        case "text:list-style": "list"
        case "style:master-page": "master"
        case "style:page-layout": "layout"
        case "style:font-face": "font"
        default: style.name.hasPrefix("number:") ? "data" : nil
        }
      return family.map { Style(family: $0, name: name) }
    }
  }

  /// What an element refers to.
  private static func uses(of element: Element) -> [Style] {
    element.attributes.compactMap { attribute, value in
      guard !value.isEmpty, let family = family(attribute, of: element) else { return nil }
      return Style(family: family, name: value)
    }
  }

  /// Which kind of style an attribute names; nil when it names none.
  private static func family(_ attribute: String, of element: Element) -> String? {
    switch attribute {
    case "text:style-name":
      switch element.name {
      case "text:p", "text:h": "paragraph"
      case "text:section": "section"
      case "text:list": "list"
      default: "text"
      }
    case "table:style-name":
      element.name == "table:covered-table-cell" ? "table-cell" : element.name.replacing("table:table", with: "table")
    case "table:default-cell-style-name": "table-cell"
    case "draw:style-name": element.name == "style:master-page" ? "drawing-page" : "graphic"
    case "draw:text-style-name": "paragraph"
    case "chart:style-name": "chart"
    case "style:parent-style-name": element["style:family"]
    case "style:next-style-name": element.name == "style:master-page" ? "master" : element["style:family"]
    case "style:list-style-name": "list"
    case "style:data-style-name": "data"
    case "style:master-page-name": "master"
    case "style:page-layout-name": "layout"
    case "style:apply-style-name":
      element.parent.flatMap { $0.name.hasPrefix("number:") ? "data" : $0["style:family"] }
    case "style:font-name", "style:font-name-asian", "style:font-name-complex": "font"
    default: nil
    }
  }

  /// Styles that are their own ancestors.
  private static func circles(in holder: Element) -> [String] {
    var parents: [Style: Style] = [:]
    for style in holder.elements {
      guard let family = style["style:family"], let name = style["style:name"],
        let parent = style["style:parent-style-name"]
      else { continue }
      parents[Style(family: family, name: name)] = Style(family: family, name: parent)
    }
    return parents.keys.filter { start in
      var seen: Set<Style> = []
      var next = parents[start]
      while let style = next, style != start, seen.insert(style).inserted { next = parents[style] }
      return next == start
    }
    .map(\.description)
  }
}
