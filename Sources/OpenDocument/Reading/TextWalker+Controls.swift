internal import XMLTree

extension TextWalker {
  /// Notes the values of all form controls, to be shown where they are drawn.
  mutating func readControls(of document: XMLDocument) {
    for body in document.root.elements where body.isElement("body", in: ODF.office) {
      for content in body.elements {
        // In a spreadsheet each sheet has its own.
        for place in [content] + content.elements.filter({ $0.isElement("table", in: ODF.table) }) {
          if let forms = place.element("forms", in: ODF.office) { readControls(in: forms) }
        }
      }
    }
  }

  private mutating func readControls(in parent: XMLNode) {
    for node in parent.elements where node.isIn(ODF.form) {
      let id = node.attribute("id", in: ODF.xml) ?? node.attribute("id", in: ODF.form)
      if let id, let value = Self.value(node) { controls[id] = Array(value.utf8) }
      readControls(in: node)
    }
  }

  /// The value of the control that is drawn here, or nil when it has none.
  func controlValue(_ node: XMLNode) -> [UInt8]? {
    node.attribute("control", in: ODF.draw).flatMap { controls[$0] }
  }

  private static func value(_ node: XMLNode) -> String? {
    func attribute(_ name: String) -> String? { node.attribute(name, in: ODF.form) }
    switch node.name {
    case "text", "textarea", "formatted-text", "number", "date", "time", "combobox", "value-range":
      return attribute("current-value") ?? attribute("value")
    case "checkbox":
      return (attribute("current-state") ?? attribute("state")) == "checked" ? "[x]" : "[ ]"
    case "radio":
      return (attribute("current-selected") ?? attribute("selected")) == "true" ? "[x]" : "[ ]"
    case "listbox":
      let chosen = node.elements.filter {
        let state = $0.attribute("current-selected", in: ODF.form) ?? $0.attribute("selected", in: ODF.form)
        return $0.isElement("option", in: ODF.form) && state == "true"
      }
      return chosen.compactMap { $0.attribute("label", in: ODF.form) }.joined(separator: ", ")
    case "fixed-text": return attribute("label")
    default: return nil
    }
  }
}
