internal import XMLTree

extension DeclarationReader {
  /// The fields and groups directly below a form, section, type or group.
  mutating func items(of parent: XMLNode, file: String) -> [ItemDefinition] {
    var result: [ItemDefinition] = []
    for node in parent.elements {
      switch node.name {
      case "field": field(node, file: file).map { result.append(.field($0)) }
      case "group": result.append(.group(group(node, file: file, base: "type")))
      default: break
      }
    }
    return result
  }

  /// A group, with the items of the type it is based on in front of its own.
  mutating func group(_ node: XMLNode, file: String, base attribute: String) -> GroupDefinition {
    var group = GroupDefinition(
      common: properties(node, file: file), items: [], repeats: flag("repeats", of: node, file) ?? false,
      blankRows: number("blank", of: node, file) ?? 1,
      spareRows: number("spare", of: node, file) ?? FormDefinition.usualSpareRows, display: node.attribute("display"),
      masks: masks(of: node, file: file), emptyText: node.attribute("empty"),
      line: node.element("line").map { line($0, file: file) }, another: node.attribute("another"),
      later: Set((node.attribute("later") ?? "").split(separator: " ").map(String.init)))
    if let name = node.attribute(attribute) {
      if let type = types[name] {
        group.items = type.items
        group.common.rules = type.common.rules + group.common.rules
        group.masks = type.masks + group.masks
        group.display = group.display ?? type.display
        group.line = group.line ?? type.line
        group.later.formUnion(type.later)
      } else {
        mistake(
          "FORM-TYP", node, file,
          "Den Typ ›\(name)‹ gibt es nicht." + Nearest.question(name, among: types.keys.sorted()))
      }
    }
    let own = items(of: node, file: file)
    group.items += own
    // What a group adds to its type belongs into the line as well, unless the group says how its line looks.
    if node.element("line") == nil { group.line?.parts += LineDefinition.parts(for: own) }
    Self.handDown(relations(of: node, file: file), to: &group.items)
    return group
  }

  private mutating func field(_ node: XMLNode, file: String) -> FieldDefinition? {
    let typeName = required("type", of: node, file)
    guard let type = FieldType(rawValue: typeName) else {
      mistake(
        "FORM-TYP", node, file,
        "Die Feldart ›\(typeName)‹ gibt es nicht."
          + Nearest.question(typeName, among: FieldType.allCases.map(\.rawValue)))
      return nil
    }
    var answers: Set<AnswerStatus> = []
    for word in (node.attribute("answers") ?? "").split(separator: " ") {
      guard let status = AnswerStatus(rawValue: String(word)) else {
        mistake(
          "FORM-ANTWORT", node, file,
          "Die Antwort ›\(word)‹ gibt es nicht."
            + Nearest.question(String(word), among: AnswerStatus.allCases.map(\.rawValue)))
        continue
      }
      answers.insert(status)
    }
    let role = node.attribute("role").flatMap { FieldRole(rawValue: $0) }
    if let word = node.attribute("role"), role == nil {
      mistake(
        "FORM-ROLLE", node, file,
        "Die Rolle ›\(word)‹ gibt es nicht." + Nearest.question(word, among: FieldRole.allCases.map(\.rawValue)))
    }
    let calculate = node.attribute("calculate")
    return FieldDefinition(
      common: properties(node, file: file), type: type, role: role, list: node.attribute("list"),
      number: node.attribute("of"), target: node.attribute("to"), alternative: node.attribute("or"),
      calculate: calculate,
      defaultValue: node.attribute("default"),
      readonly: flag("readonly", of: node, file) ?? (calculate != nil),
      repeats: flag("repeats", of: node, file) ?? false || type.kind.traits.contains(.several),
      pattern: node.attribute("pattern"),
      example: node.attribute("example"), maximumLength: number("maxlength", of: node, file),
      minimum: number("minimum", of: node, file) ?? type.kind.usualRange.minimum,
      maximum: number("maximum", of: node, file) ?? type.kind.usualRange.maximum,
      answers: answers, emptyText: node.attribute("empty"), relations: relations(of: node, file: file),
      placeholder: node.attribute("placeholder"))
  }

  mutating func number(_ name: String, of node: XMLNode, _ file: String) -> Int? {
    guard let text = node.attribute(name) else { return nil }
    if let number = Int(text) { return number }
    mistake("FORM-ZAHL", node, file, "›\(name)‹ ist keine ganze Zahl.")
    return nil
  }

  private mutating func properties(_ node: XMLNode, file: String) -> ItemProperties {
    ItemProperties(
      id: identifier(of: node, file), label: required("label", of: node, file),
      page: node.attribute("page"), also: Self.words(node.attribute("also")), hint: node.element("hint")?.text,
      prompt: node.attribute("prompt"),
      ask: node.attribute("ask"),
      proposal: node.attribute("propose"), offer: node.attribute("offer"), required: node.attribute("required"),
      relevant: node.attribute("relevant"),
      missing: node.element("missing").map { text(of: $0, file: file) },
      forbidden: node.element("forbidden").map { text(of: $0, file: file) },
      rules: rules(of: node, file: file), count: node.attribute("count") ?? node.attribute("sum"),
      sums: node.attribute("sum") != nil,
      merge: node.attribute("merge").flatMap { MergeRule(rawValue: $0) },
      overTime: node.attribute("over-time").flatMap { TimeRule(rawValue: $0) }, continues: node.attribute("continues"),
      mergesAgainst: node.attribute("against"),
      isPublished: flag("publish", of: node, file),
      completes: flag("completes", of: node, file) ?? false, renamed: renamed(node, file: file),
      since: node.element("since")?.attribute("version"), basis: node.attribute("basis"), source: place(node, file))
  }

  mutating func rules(of parent: XMLNode, file: String) -> [RuleDefinition] {
    parent.elements.filter { ["rule", "unique"].contains($0.name) }.map { node in
      if node.name == "unique" { return unique(node, file: file) }
      return RuleDefinition(
        text: text(of: node, file: file), when: node.attribute("when"),
        test: required("test", of: node, file),
        at: node.attribute("at"), each: node.attribute("each"), strictIn: node.attribute("strict"),
        alwaysBlocks: node.attribute("blocks") == "always", reason: node.attribute("reason"),
        basis: node.attribute("basis"), source: place(node, file))
    }
  }

  mutating func masks(of parent: XMLNode, file: String) -> [MaskDefinition] {
    parent.elements("mask").map { node in
      MaskDefinition(
        when: required("when", of: node, file),
        hidden: node.elements("hide").map { hide in
          MaskDefinition.Hidden(
            path: required("path", of: hide, file), text: required("text", of: hide, file),
            keep: Set((hide.attribute("keep") ?? "").split(separator: " ").map(String.init)))
        },
        ground: node.attribute("ground"), unless: node.attribute("unless"),
        isForDisclosureOnly: node.attribute("on") != nil)
    }
  }

  mutating func notice(_ node: XMLNode, file: String) -> NoticeDefinition {
    let missing = node.element("missing").map { text(of: $0, file: file) }
    let fallback = FindingText(
      id: "E-\(short)" + NoticeDefinition.fallback, strength: .error, message: "Ein vorgeschriebener Hinweis fehlt.",
      remedy: "")
    let checked = node.attribute("checked").flatMap(Day.init(iso:))
    if checked == nil, node.attribute("checked") != nil {
      mistake("FORM-ATTRIBUT", node, file, "›checked‹ ist ein Tag wie 2026-11-30.")
    }
    return NoticeDefinition(
      id: required("id", of: node, file), text: folded(node.element("text")?.text ?? ""),
      missing: missing ?? fallback, condition: node.attribute("when"), basis: node.attribute("basis") ?? "",
      checked: checked,
      source: place(node, file))
  }

  mutating func text(of node: XMLNode, file: String) -> FindingText {
    let id = identifier(of: node, file)
    let strength = Finding.Strength(rawValue: required("strength", of: node, file))
    if strength == nil {
      mistake("FORM-STAERKE", node, file, "›strength‹ ist error, warning oder hint.")
    } else if let strength, !id.hasPrefix(strength.letter + "-") {
      mistake("FORM-STAERKE", node, file, "Die Nummer ›\(id)‹ beginnt nicht mit ›\(strength.letter)-‹.")
    }
    if node.element("message") == nil {
      mistake("FORM-MELDUNG", node, file, "Der Regel ›\(id)‹ fehlt die Meldung.")
    }
    return FindingText(
      id: id, strength: strength ?? .error, message: folded(node.element("message")?.text ?? ""),
      remedy: folded(node.element("remedy")?.text ?? ""))
  }

  /// Line ends and indentation in a message are layout of the file, not of the sentence.
  func folded(_ text: String) -> String {
    guard !Self.isOneLine(text) else { return text }
    return text.singleBlanks
  }

  /// Whether nothing needs folding: no line end or tab, no two blanks together, none at the ends.
  private static func isOneLine(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || (byte == 0x20 && last == 0x20) { return false }
      last = byte
    }
    return last != 0x20
  }
}
