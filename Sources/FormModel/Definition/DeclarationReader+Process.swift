internal import XMLTree

/// What a town declares about cases and duties.
extension DeclarationReader {
  mutating func process(_ root: XMLNode, file: String) -> ProcessDefinition {
    ProcessDefinition(
      cases: root.elements("case").map { caseKind($0, file: file) },
      duties: root.elements("duty").map { duty($0, file: file) },
      courses: root.elements("course").map { course($0, file: file) },
      agreements: root.elements("agreement").map { node in
        AgreementDefinition(
          id: identifier(of: node, file), label: required("label", of: node, file),
          kind: required("case", of: node, file), each: required("each", of: node, file),
          what: required("what", of: node, file), who: node.attribute("who"), until: node.attribute("until"),
          source: place(node, file))
      },
      feedbacks: root.elements("feedback").map { feedback($0, file: file) },
      source: place(root, file))
  }

  private mutating func feedback(_ node: XMLNode, file: String) -> FeedbackDefinition {
    FeedbackDefinition(
      id: identifier(of: node, file), label: required("label", of: node, file), kind: required("case", of: node, file),
      form: required("form", of: node, file), when: required("when", of: node, file),
      refused: node.element("refused").map { text(of: $0, file: file) }
        ?? FindingText(id: "E-RUECKMELDUNG", strength: .error, message: "Nicht erlaubt.", remedy: ""),
      instead: node.elements("instead").map {
        FeedbackDefinition.Way(form: $0.attribute("form"), text: folded($0.element("text")?.text ?? ""))
      },
      source: place(node, file))
  }

  private mutating func caseKind(_ node: XMLNode, file: String) -> CaseKind {
    var reminder: Period?
    if let text = node.attribute("reminder") {
      reminder = Period(iso: text)
      if reminder == nil {
        mistake("FORM-FRIST", node, file, "›reminder‹ ist keine Frist; richtig ist zum Beispiel P6M.")
      }
    }
    return CaseKind(
      id: identifier(of: node, file), label: required("label", of: node, file),
      number: required("number", of: node, file), opened: required("opened", of: node, file),
      touched: required("touched", of: node, file), ended: required("ended", of: node, file),
      reason: node.attribute("reason"), reminder: reminder, names: node.attribute("names"),
      data: node.attribute("data"), ending: node.attribute("ends"), source: place(node, file))
  }

  private mutating func duty(_ node: XMLNode, file: String) -> DutyDefinition {
    let strength = Finding.Strength(rawValue: required("strength", of: node, file))
    let closing = DutyDefinition.Closing(rawValue: node.attribute("closing") ?? "ignore")
    if strength == nil { mistake("FORM-STAERKE", node, file, "›strength‹ ist error, warning oder hint.") }
    if closing == nil { mistake("FORM-PFLICHT", node, file, "›closing‹ ist refuse, warn oder ignore.") }
    return DutyDefinition(
      id: identifier(of: node, file), kind: node.attribute("case") ?? "", each: node.attribute("each"),
      when: required("when", of: node, file), done: required("done", of: node, file), until: node.attribute("until"),
      form: node.attribute("form"), strength: strength ?? .warning, closing: closing ?? .ignore,
      text: folded(node.element("text")?.text ?? ""), basis: required("basis", of: node, file),
      source: place(node, file))
  }

  private mutating func course(_ node: XMLNode, file: String) -> CourseDefinition {
    CourseDefinition(
      id: identifier(of: node, file), label: required("label", of: node, file), kind: required("case", of: node, file),
      each: required("each", of: node, file),
      states: node.elements("state").map {
        CourseDefinition.State(
          id: identifier(of: $0, file), label: required("label", of: $0, file), when: required("when", of: $0, file),
          since: $0.attribute("since"), source: place($0, file))
      },
      skipped: node.element("skipped").map { text(of: $0, file: file) }, source: place(node, file))
  }
}
