/// Takes out of a template what must not reach a document, and names what must not be in a template.
struct TemplateCleaner {
  private(set) var problems: [TemplateProblem] = []
  private var ids: Set<String> = []
  private var idleStyles: Set<String> = []

  /// What is dropped without a word: traces of editing, and what belongs to one installation.
  private static let dropped: Set<String> = [
    "office:settings", "office:scripts", "office:event-listeners", "text:tracked-changes",
    "table:tracked-changes", "text:change", "text:change-start", "text:change-end", "office:annotation",
    "office:annotation-end", "text:soft-page-break", "text:script", "text:execute-macro",
    "meta:document-statistic", "dc:creator", "dc:date", "meta:initial-creator", "meta:creation-date",
    "meta:editing-cycles", "meta:editing-duration", "meta:generator", "meta:template", "meta:auto-reload",
    "meta:hyperlink-behaviour", "meta:printed-by", "meta:print-date", "svg:font-face-src",
  ]

  /// Elements that load from another place by themselves.
  private static let linking: Set<String> = [
    "text:section-source", "office:dde-source", "text:dde-connection-decl", "table:table-source",
    "table:cell-range-source", "form:connection-resource", "text:database-display", "text:database-next",
    "text:database-row-select", "text:database-row-number", "text:database-name",
  ]

  private static let objects: Set<String> = [
    "draw:object", "draw:object-ole", "draw:applet", "draw:plugin", "draw:floating-frame",
  ]

  static let chartType = MediaType.chart

  /// Whether an element is a chart whose document stands in it.
  static func isChart(_ node: TreeNode) -> Bool {
    node.name == "draw:object" && node.child("office:document")?["office:mimetype"] == chartType
  }

  mutating func clean(_ root: TreeNode) {
    root.attributes = root.attributes.filter { $0.name == "office:version" || $0.name == "office:mimetype" }
    inspect(root)
    findIdleStyles(root)
    remove(below: root)
  }

  /// Finds text styles that change nothing: LibreOffice makes one for every stroke of typing.
  private mutating func findIdleStyles(_ root: TreeNode) {
    guard let styles = root.child("office:automatic-styles") else { return }
    styles.children.removeAll { style in
      guard style["style:family"] == "text", let name = style["style:name"], style.attributes.count == 2,
        style.children.allSatisfy({ $0.attributes.isEmpty && $0.children.isEmpty })
      else { return false }
      idleStyles.insert(name)
      return true
    }
  }

  private mutating func inspect(_ root: TreeNode) {
    // A deleted passage or a comment harms nobody: it is removed before anybody sees it.
    root.visit { node in
      guard node.isElement else { return true }
      switch node.name {
      case "text:tracked-changes", "office:annotation": return false
      case "script:event-listener", "text:execute-macro", "text:script", "presentation:event-listener":
        report(.macro, node)
      case "office:script" where node.content.contains { !$0.isWhitespace }: report(.macro, node)
      case _ where Self.linking.contains(node.name):
        report(.link, node, found: node["xlink:href"])
      case _ where Self.isChart(node): break
      case _ where Self.objects.contains(node.name):
        report(.object, node)
        return false
      default: inspectTarget(node)
      }
      return true
    }
  }

  private mutating func inspectTarget(_ node: TreeNode) {
    guard let target = node["xlink:href"], !target.isEmpty, node.name != "meta:template" else { return }
    let scheme = Self.scheme(of: target)
    if scheme == "javascript" || scheme == "macro" || scheme == "vnd.sun.star.script" {
      report(.macro, node, found: target)
    } else if node.name == "text:a" || node.name == "draw:a" {
      if let scheme, !["http", "https", "mailto", "tel"].contains(scheme) {
        report(.link, node, found: target)
      }
      if scheme == nil, !target.hasPrefix("#") { report(.link, node, found: target) }
    } else if scheme != nil || target.hasPrefix("/") || target.hasPrefix("../") {
      report(.link, node, found: target)
    }
  }

  private static func scheme(of target: String) -> String? {
    guard let colon = target.firstIndex(of: ":") else { return nil }
    let scheme = target[..<colon]
    guard scheme.allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) }) else { return nil }
    return scheme.lowercased()
  }

  private mutating func report(_ code: TemplateProblem.Code, _ node: TreeNode, found: String? = nil) {
    problems.append(
      TemplateProblem(code, place: TemplatePlace.describe(node), line: node.line, found: found))
  }

  private mutating func remove(below node: TreeNode) {
    node.children.removeAll { $0.isElement && Self.dropped.contains($0.name) }
    // Ids that other programs wrote twice, or that are no names, would make every document invalid.
    if let id = node["xml:id"], !Self.isName(id) || !ids.insert(id).inserted { node["xml:id"] = nil }
    node["office:process-content"] = nil
    node["text:use-soft-page-breaks"] = nil
    conform(node)
    for child in node.children where child.isElement { remove(below: child) }
    unwrapPlainSpans(below: node)
  }

  /// Makes ODF 1.3 of what LibreOffice and its predecessors write differently.
  private func conform(_ node: TreeNode) {
    node["form:input-required"] = nil
    node["style:layout-grid-snap-to-characters"] = nil
    switch node.name {
    case "text:outline-style" where node["style:name"] == nil: node["style:name"] = "Outline"
    case "style:page-layout-properties", "style:header-footer-properties":
      // The colour is there a second time, as fo:background-color.
      node.attributes.removeAll { $0.name.hasPrefix("draw:") }
    default: break
    }
  }

  /// A span without a style of its own only divides the text.
  private func unwrapPlainSpans(below node: TreeNode) {
    for child in node.children where child.name == "text:span" {
      let style = child["text:style-name"]
      let isIdle = style.map { idleStyles.contains($0) } ?? true
      if isIdle, child.attributes.count == (style == nil ? 0 : 1) { child.replace(with: child.children) }
    }
    joinTexts(below: node)
  }

  private func joinTexts(below node: TreeNode) {
    var result: [TreeNode] = []
    for child in node.children {
      if child.isText, let last = result.last, last.isText {
        last.text += child.text
      } else {
        result.append(child)
      }
    }
    if result.count != node.children.count { node.children = result }
  }

  private static func isName(_ id: String) -> Bool {
    guard let first = id.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else {
      return false
    }
    return id.unicodeScalars.allSatisfy {
      $0 == "_" || $0 == "-" || $0 == "." || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
}
