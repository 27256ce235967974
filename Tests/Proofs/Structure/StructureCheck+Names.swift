/// Ids, names, and what refers to them.
extension StructureCheck {
  static func ids(_ paper: PaperParts) -> [String] {
    paper.parts.flatMap { part in
      ["xml:id", "form:id", "draw:id"].flatMap { attribute in
        repeated(part.root.all.compactMap { $0[attribute] }).map { "\(part.name): \(attribute) \($0) twice" }
      }
    }
  }

  static func names(_ paper: PaperParts) -> [String] {
    var found: [String] = []
    let named = [
      (["table:table"], "table:name"), (["text:section"], "text:name"), (["draw:frame"], "draw:name"),
      (["form:form"], "form:name"), (["form:checkbox", "form:text", "form:listbox"], "form:name"),
      (["text:drop-down"], "text:name"),
    ]
    for part in paper.parts {
      for (elements, attribute) in named {
        let own = part.root.all.filter { elements.contains($0.name) && !$0.isWithin("chart:chart") }
        if own.contains(where: { ($0[attribute] ?? "").isEmpty }) { found.append("\(part.name): \(elements) unnamed") }
        found += repeated(own.compactMap { $0[attribute] }).map { "\(part.name): \(elements) \($0) twice" }
      }
      for holder in part.root.elements {
        let styles = holder.elements.compactMap { style in
          style["style:name"].map { "\(holder.name) \(style.name) \(style["style:family"] ?? "") \($0)" }
        }
        found += repeated(styles).map { "\(part.name): \($0) twice" }
      }
    }
    return found
  }

  /// What occurs more than once.
  private static func repeated(_ values: [String]) -> [String] {
    Dictionary(grouping: values) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
  }

  static func references(_ paper: PaperParts) -> [String] {
    var found: [String] = []
    var pictures = Set(paper.members.keys.filter { $0.hasPrefix("Pictures/") })
    for part in paper.parts {
      let controls = Set(
        part.root.all.filter { $0.name.hasPrefix("form:") }.compactMap { $0["xml:id"] ?? $0["form:id"] })
      var shown: Set<String> = []
      for element in part.root.all {
        if let control = element["draw:control"] {
          shown.insert(control)
          if !controls.contains(control) { found.append("\(part.name): no control \(control)") }
        }
        guard let target = element["xlink:href"], element.name != "draw:frame" else { continue }
        if element.name == "text:a" {
          let isOpen = ["http://", "https://", "mailto:", "tel:", "#"].contains { target.hasPrefix($0) }
          if !isOpen { found.append("\(part.name): a link to \(target)") }
          continue
        }
        let path = PaperParts.folder(of: part.name) + (target.hasPrefix("./") ? String(target.dropFirst(2)) : target)
        pictures.remove(path)
        let isThere = paper.members.keys.contains { $0 == path || $0.hasPrefix(path + "/") }
        if !isThere { found.append("\(part.name): \(element.name) shows \(target), which is not there") }
      }
      for control in controls.subtracting(shown).sorted()
      where part.root.all("form:checkbox").contains(where: { $0["xml:id"] == control }) {
        found.append("\(part.name): control \(control) is shown nowhere")
      }
    }
    return found + pictures.sorted().map { "\($0) is shown nowhere" }
  }
}
