internal import XMLTree

/// Turns the XML of declarations into values and collects what does not fit.
struct DeclarationReader {
  var mistakes: [AuthorMistake] = []
  /// The shared types by id: their items and display line.
  var types: [String: GroupDefinition] = [:]
  /// The short form of the form being read; the first part of generated rule ids.
  var short = ""
  /// The id of the form being read; empty while shared types are read.
  var formID = ""
  /// What tells a paper of that form from others, as far as it was read.
  var identities: [UniqueDefinition] = []
  /// Where the elements of layered declarations come from.
  var sources = LayerSources()

  mutating func mistake(_ code: String, _ node: XMLNode, _ file: String, _ message: String) {
    mistakes.append(AuthorMistake(code: code, place: place(node, file), message: message))
  }

  mutating func required(_ name: String, of node: XMLNode, _ file: String) -> String {
    if let value = node.attribute(name), !value.isEmpty { return value }
    mistake("FORM-ATTRIBUT", node, file, "›\(node.name)‹ braucht das Attribut ›\(name)‹.")
    return ""
  }

  /// The stable id: letters, digits, `_`, `-` and `.`, as `form.rng` has it.
  mutating func identifier(of node: XMLNode, _ file: String) -> String {
    let id = node.attribute("id") ?? ""
    let isWellFormed =
      id.first.map { $0.isASCII && ($0.isLetter || $0.isNumber) } == true
      && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.-".contains($0)) }
    if !isWellFormed {
      mistake(
        "FORM-ID", node, file,
        id.isEmpty
          ? "›\(node.name)‹ braucht das Attribut ›id‹."
          : "›\(id)‹ ist kein Name: erlaubt sind Buchstaben ohne Umlaute, Ziffern und ›_‹ ›-‹ ›.‹.")
    }
    return id
  }

  /// `true` or `false`; nil when the attribute is not there.
  mutating func flag(_ name: String, of node: XMLNode, _ file: String) -> Bool? {
    guard let text = node.attribute(name) else { return nil }
    if text != "true", text != "false" {
      mistake("FORM-ATTRIBUT", node, file, "›\(name)‹ ist true oder false, nicht ›\(text)‹.")
    }
    return text == "true"
  }

  func place(_ node: XMLNode, _ file: String) -> SourcePlace {
    sources.place(of: node, in: file)
  }

  mutating func codeList(_ root: XMLNode, file: String) -> CodeList {
    var list = CodeList(
      id: identifier(of: root, file), label: required("label", of: root, file), codes: [],
      source: place(root, file))
    for node in root.elements("code") {
      let id = identifier(of: node, file)
      let label = required("label", of: node, file)
      var properties: [String: String] = [:]
      for property in node.elements("property") {
        properties[required("name", of: property, file)] = property.text
      }
      if list.code(id) != nil {
        mistake("FORM-DOPPELT", node, file, "Der Code ›\(id)‹ steht zweimal in der Liste.")
      }
      list.codes.append(
        CodeList.Code(
          id: id, label: label, short: node.attribute("short") ?? label, properties: properties,
          also: Self.words(node.attribute("also")), renamed: renamed(node, file: file),
          retired: retired(node, file: file)))
    }
    return list
  }

  mutating func profile(_ root: XMLNode, file: String) -> Profile {
    var values: [String: String] = [:]
    for node in root.elements("entry") { values[identifier(of: node, file)] = node.text }
    return Profile(
      id: identifier(of: root, file), label: required("label", of: root, file), values: values,
      numbers: root.elements("number").map { number($0, file: file) },
      logo: root.element("logo").flatMap { logo($0, file: file) }, source: place(root, file))
  }

  private mutating func logo(_ node: XMLNode, file: String) -> Profile.Logo? {
    let name = required("file", of: node, file)
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else {
      mistake("FORM-LOGO", node, file, "›file‹ ist kein Name einer Datei im Ordner der Stadt.")
      return nil
    }
    let measures = ["width", "height"].map { Double(required($0, of: node, file)) ?? 0 }
    // The head of a page has room for no more.
    guard measures.allSatisfy({ (3...60).contains($0) }), measures[1] <= 11 else {
      mistake("FORM-LOGO", node, file, "›width‹ und ›height‹ sind Millimeter: 3 bis 60 breit, 3 bis 11 hoch.")
      return nil
    }
    return Profile.Logo(
      file: name, label: required("label", of: node, file), width: measures[0], height: measures[1],
      source: place(node, file))
  }

  mutating func readTypes(_ root: XMLNode, file: String) {
    for node in root.elements("type") {
      let id = identifier(of: node, file)
      guard types[id] == nil else {
        mistake("FORM-DOPPELT", node, file, "Den Typ ›\(id)‹ gibt es schon.")
        continue
      }
      types[id] = group(node, file: file, base: "extends")
    }
  }

  mutating func form(_ root: XMLNode, file: String) -> FormDefinition {
    short = required("short", of: root, file)
    formID = root.attribute("id") ?? ""
    identities = []
    defer { formID = "" }
    var form = FormDefinition(
      id: identifier(of: root, file), version: required("version", of: root, file),
      title: required("title", of: root, file), short: short, basis: root.attribute("basis") ?? "",
      purpose: root.element("purpose")?.text ?? "", opening: root.element("opening")?.text,
      referenceDay: root.attribute("reference-day"),
      sections: [],
      rules: rules(of: root, file: file), masks: masks(of: root, file: file), retention: [],
      isBlocking: root.attribute("blocking") != "false", emptyText: root.attribute("empty"), sheet: nil,
      notices: [], prefills: root.elements("prefill").map { prefill($0, file: file) },
      nextSteps: root.elements("next").map { nextStep($0, file: file) }, source: place(root, file))
    if let node = root.element("sheet") {
      form.sheet = SheetDefinition(
        each: required("each", of: node, file), when: node.attribute("when"), source: place(node, file))
    }
    form.also = Self.words(root.attribute("also"))
    form.language = root.element("language").map { languageUse($0, file: file) }
    form.statistics = root.element("statistics").map { statistics($0, file: file) }
    form.countedForms = root.elements("counts").map { countedForm($0, file: file) }
    form.movements = root.element("movements").map { movements($0, file: file) }
    form.sets = root.elements("set").map { node in
      NamedSet(
        id: identifier(of: node, file), nodes: required("nodes", of: node, file), source: place(node, file))
    }
    form.publication = root.element("publication").map { publication($0, file: file) }
    form.notices = root.elements("notice").map { notice($0, file: file) }
    for node in root.elements("section") {
      form.sections.append(
        SectionDefinition(
          id: identifier(of: node, file), label: required("label", of: node, file),
          items: items(of: node, file: file)))
      form.rules += rules(of: node, file: file)
    }
    form.identities = identities
    for node in root.elements("retain") {
      form.retention.append(
        RetentionUse(
          classID: required("class", of: node, file), applies: node.attribute("applies"),
          source: place(node, file)))
    }
    form.grant = root.element("grants").map { grant($0, file: file) }
    form.revocation = root.element("revokes").map { revocation($0, file: file) }
    form.uses = root.elements("uses").map { use($0, file: file) }
    form.filing = root.element("filing").map { filing($0, file: file) }
    noteDoubles(form.items, file: file)
    return form
  }

  private mutating func noteDoubles(_ items: [ItemDefinition], file: String) {
    var seen: Set<String> = []
    for item in items {
      if !seen.insert(item.id).inserted {
        mistakes.append(
          AuthorMistake(
            code: "FORM-DOPPELT", place: item.common.source,
            message: "Das Feld ›\(item.id)‹ gibt es hier zweimal.")
        )
      }
      if case .group(let group) = item { noteDoubles(group.items, file: file) }
    }
  }
}
