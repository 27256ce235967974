internal import XMLTree

/// What is declared about keeping, filing and deleting.
extension DeclarationReader {
  /// The retention schedule of a municipality.
  mutating func retention(_ root: XMLNode, file: String) -> RetentionSchedule {
    var schedule = RetentionSchedule(classes: [:])
    schedule.caseKind = root.attribute("case")
    schedule.copiesKind = root.attribute("copies")
    schedule.logKind = root.attribute("log")
    schedule.kindList = root.attribute("kinds")
    schedule.holdList = root.attribute("holds")
    schedule.proof = root.element("proof").map { proof($0, file: file) }
    schedule.disclosure = root.element("disclosure").flatMap { disclosure($0, file: file) }
    for node in root.elements("event") {
      let id = identifier(of: node, file)
      if schedule.events.contains(where: { $0.id == id }) {
        mistake("FORM-DOPPELT", node, file, "Das Ereignis ›\(id)‹ gibt es schon.")
      }
      schedule.events.append(
        RetentionSchedule.Event(
          id: id, label: required("label", of: node, file), isOfCase: node.attribute("of") == "case",
          endsCase: flag("ends", of: node, file) ?? false, goesOn: flag("goes-on", of: node, file) ?? false,
          isReopening: flag("reopens", of: node, file) ?? false, isDayOfPaper: flag("day", of: node, file) ?? false,
          reasons: node.attribute("reasons"), atOnce: words("at-once", of: node),
          source: place(node, file)))
    }
    for node in root.elements("class") {
      let id = identifier(of: node, file)
      let period = period("period", of: node, file)
      let action = RetentionSchedule.Action(rawValue: required("action", of: node, file))
      if action == nil {
        mistake("FORM-FRIST", node, file, "›action‹ ist weder delete noch destroy, restrict, offer oder settle.")
      }
      let reminder = node.attribute("remind") == nil ? nil : self.period("remind", of: node, file)
      let afterwards = node.attribute("then") == nil ? nil : self.period("then", of: node, file)
      // The class is there all the same, so that its uses are no mistakes as well.
      guard let period = period ?? Period(days: 0) else { continue }
      schedule.classes[id] = RetentionSchedule.Class(
        id: id, label: required("label", of: node, file), start: required("start", of: node, file),
        event: required("event", of: node, file), period: period, action: action ?? .delete,
        kind: node.attribute("kind"), otherwise: words("otherwise", of: node), reminder: reminder,
        settle: node.attribute("settle"), afterwards: afterwards,
        basis: required("basis", of: node, file), source: place(node, file))
    }
    return schedule
  }

  private func words(_ name: String, of node: XMLNode) -> [String] {
    node.attribute(name)?.split(separator: " ").map(String.init) ?? []
  }

  private mutating func proof(_ node: XMLNode, file: String) -> ProofDefinition {
    func text(_ name: String) -> String { required(name, of: node, file) }
    return ProofDefinition(
      form: text("form"), number: text("number"), day: text("day"), by: text("by"), lines: text("lines"),
      entry: text("entry"), kind: text("kind"), end: text("end"), done: text("done"), early: text("early"),
      way: text("way"), erased: text("erased"), shredded: text("shredded"), source: place(node, file))
  }

  private mutating func disclosure(_ node: XMLNode, file: String) -> DisclosureDefinition? {
    func text(_ name: String) -> String { required(name, of: node, file) }
    guard let period = period("period", of: node, file), let longest = self.period("longest", of: node, file) else {
      return nil
    }
    return DisclosureDefinition(
      form: text("form"), reason: text("reason"), period: period, longest: longest, houses: text("houses"),
      day: text("day"), number: text("case"), person: text("person"), received: text("received"),
      papers: text("papers"), title: text("title"), paperDay: text("paper-day"), edition: text("edition"),
      lines: text("lines"), label: text("label"), value: text("value"), masks: text("masks"),
      maskPaper: text("mask-paper"), maskLabel: text("mask-label"), ground: text("ground"),
      ofOthers: text("of-others"), ofMentions: text("of-mentions"), ofDanger: text("of-danger"),
      ofFiles: text("of-files"), source: place(node, file))
  }

  private mutating func period(_ name: String, of node: XMLNode, _ file: String) -> Period? {
    let period = Period(iso: required(name, of: node, file))
    if period == nil {
      mistake("FORM-FRIST", node, file, "›\(name)‹ ist keine Frist; richtig ist zum Beispiel P1Y oder P3M.")
    }
    return period
  }

  /// What the archive must know of a paper.
  mutating func filing(_ node: XMLNode, file: String) -> FilingDefinition {
    FilingDefinition(
      caseField: node.attribute("case"), day: node.attribute("day"), number: node.attribute("number"),
      names: node.attribute("names"),
      events: node.elements("event").map {
        FilingDefinition.Event(
          id: identifier(of: $0, file), value: required("value", of: $0, file), reason: $0.attribute("reason"),
          source: place($0, file))
      },
      copies: node.element("copies").map {
        FilingDefinition.Copies(
          each: required("each", of: $0, file), description: required("description", of: $0, file),
          pages: $0.attribute("pages"), day: $0.attribute("day"), source: place($0, file))
      },
      source: place(node, file))
  }
}
