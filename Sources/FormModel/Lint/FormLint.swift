internal import XMLTree

/// Proves every expression, reference and code of the forms against the declarations.
public struct FormLint {
  let library: FormLibrary
  private var mistakes: [AuthorMistake] = []
  /// Every name that an expression mentions, of whatever form.
  private var mentioned: Set<String> = []
  /// What is being looked at, as an office person would name it: „Feld ›Datum‹“.
  var spot: String?
  private var ruleIDs: [String: (place: SourcePlace, text: FindingText)] = [:]
  /// The short forms that forms have already, with their ids.
  var shorts: [String: String] = [:]

  private init(library: FormLibrary) {
    self.library = library
  }

  /// All mistakes of declarations at once: of their form, their names, and of the expressions in them.
  ///
  /// Expressions are looked at only where every field could be read; otherwise each use of a lost field would be
  /// a mistake too.
  public static func mistakes(in files: [SourceFile], schema: SourceFile?) -> [AuthorMistake] {
    report(on: files, schema: schema).mistakes
  }

  /// What is to be said of declarations.
  public struct Report {
    /// Everything that must be mended, in the order of files and lines.
    public var mistakes: [AuthorMistake]
    /// The declarations; nil where they could not be read without a mistake.
    public var library: FormLibrary?
    /// The names of items that some expression of a form, of the retention schedule or of the process looks at.
    public var mentioned: Set<String> = []
  }

  /// The same, with what it found on the way.
  ///
  /// `kept` are lists and types as they were when a version of a form was kept.
  public static func report(on files: [SourceFile], schema: SourceFile?, kept: [SourceFile] = []) -> Report {
    do throws(AuthorMistakes) {
      let read = try FormLibrary.lenient(files: files, schema: schema)
      // What was kept may take words from the town's profile.
      let profiles = kept.isEmpty ? [] : files.filter { $0.name.hasSuffix("/profile.xml") }
      let old = try FormLibrary.lenient(files: kept + profiles, schema: schema)
      let mistakes = read.mistakes + old.mistakes
      let losing: Set<String> = ["FORM-SCHEMA", "FORM-TYP", "FORM-ID", "FORM-DOPPELT", "FORM-DATEI"]
      let isComplete = mistakes.allSatisfy { !losing.contains($0.code) && !$0.isAboutXML }
      var lint = isComplete ? checked(read.library) : FormLint(library: read.library)
      if isComplete { lint.shared(old, types: read.types) }
      return Report(
        mistakes: AuthorMistakes(read.trace.blamed(mistakes + lint.mistakes)).mistakes,
        library: mistakes.isEmpty ? read.library : nil, mentioned: lint.mentioned)
    } catch {
      return Report(mistakes: error.mistakes)
    }
  }

  /// All mistakes of all forms, in the order of files and lines.
  public static func mistakes(in library: FormLibrary) -> [AuthorMistake] {
    AuthorMistakes(checked(library).mistakes).mistakes
  }

  private static func names(in source: String) -> Set<String> {
    var names: Set<String> = []
    (try? XPathSyntax(parsing: source))?.visit { part in
      switch part {
      case .path(let path): names.formUnion(path.steps.map(\.test))
      // Expressions in quotes, such as those of `where()`.
      case .literal(let text) where text.contains("("): names.formUnion(Self.names(in: text))
      case .literal, .number, .call, .binary, .negative, .variable: break
      }
    }
    return names
  }

  private static func checked(_ library: FormLibrary) -> FormLint {
    var lint = FormLint(library: library)
    for form in library.forms.values.sorted(by: { $0.id < $1.id }) {
      lint.check(form)
      lint.versions(of: form)
      // What was right once must be right with the lists and types of today.
      for earlier in library.earlierVersions(of: form) {
        var old = FormLint(library: library.holding(earlier))
        old.check(earlier)
        lint.mistakes += old.mistakes
      }
    }
    for id in library.earlier.keys.sorted() where library.forms[id] == nil {
      let source = library.earlier[id]?.first?.source ?? SourcePlace(file: "", line: 0)
      lint.add("FORM-FASSUNG", source, "Von ›\(id)‹ gibt es nur frühere Fassungen; ohne die heutige liest sie niemand.")
    }
    lint.checkSchedule()
    lint.checkStarts()
    lint.checkProcess()
    lint.checkNumbers()
    lint.checkProof()
    lint.checkDisclosure()
    if let settings = library.settings { lint.check(settings) }
    return lint
  }

  private mutating func check(_ form: FormDefinition) {
    identity(of: form)
    let check = ExpressionCheck(form: form, library: library)
    let root = DeclarationScope(form: form)
    expression(form.referenceDay, root, check, form.source, as: .day)
    if let opening = form.opening { sentence(opening, of: "opening", root, check, form.source) }
    items(form.items, in: root, check)
    circles(of: form, check)
    for rule in form.rules { self.rule(rule, in: root, check) }
    masks(form.masks, in: root, check, form.source)
    figures(of: form, in: root, check)
    language(of: form)
    for notice in form.notices { expression(notice.condition, root, check, notice.source, as: .condition) }
    if let sheet = form.sheet {
      expression(sheet.each, root, check, sheet.source, as: .nodes)
      expression(sheet.when, root, check, sheet.source, as: .condition)
    }
    for use in form.retention {
      expression(use.applies, root, check, use.source, as: .condition)
      guard let rule = library.retention.classes[use.classID] else {
        add(
          "FORM-FRIST", use.source,
          "Die Aufbewahrungsklasse ›\(use.classID)‹ gibt es nicht."
            + Nearest.question(use.classID, among: library.retention.classes.keys.sorted()))
        continue
      }
      expression(rule.start, root, check, rule.source, as: .day)
    }
    effects(of: form, in: root, check)
    if let filing = form.filing { self.filing(filing, root, check) }
    conversation(of: form, check)
  }

  private mutating func items(_ items: [ItemDefinition], in scope: DeclarationScope, _ check: ExpressionCheck) {
    for item in items {
      let properties = item.common
      let inner = scope.entering(item)
      spot = item.spot
      for source in [properties.required, properties.relevant, properties.ask] {
        expression(source, scope, check, properties.source, as: .condition)
      }
      expression(properties.proposal, scope, check, properties.source)
      expression(properties.offer, scope, check, properties.source)
      for text in [properties.missing, properties.forbidden].compactMap({ $0 }) {
        self.text(text, inner, check, properties.source)
        note(text, at: properties.source)
      }
      for rule in properties.rules { self.rule(rule, in: inner, check) }
      spot = item.spot
      expression(properties.count, scope, check, properties.source)
      switch item {
      case .field(let field):
        expression(field.calculate, scope, check, properties.source, as: .value(of: field))
        expression(field.defaultValue, scope, check, properties.source, as: .value(of: field))
        self.list(of: field)
        number(of: field)
        relations(of: field, in: scope, check)
        if let pattern = field.pattern, XMLPattern(pattern) == nil {
          add("FORM-MUSTER", properties.source, "Das Muster ›\(pattern)‹ ist nicht zu verstehen.")
        }
      case .group(let group):
        expression(group.display, inner, check, properties.source, as: .printed)
        masks(group.masks, in: inner, check, properties.source)
        line(of: group)
        self.items(group.items, in: inner, check)
      }
    }
    spot = nil
  }

  private mutating func language(of form: FormDefinition) {
    guard let language = form.language, form.editions(in: library)?.codes.isEmpty != false else { return }
    add(
      "FORM-SPRACHE", language.source,
      "›\(language.field)‹ ist keine Auswahl, deren Codes mit ›\(language.property)‹ eine Sprache nennen.")
  }

  private mutating func list(of field: FieldDefinition) {
    let place = field.common.source
    guard case .listed = field.kind.answers else {
      if field.list != nil {
        add("FORM-LISTE", place, "Nur eine Auswahl hat eine Codeliste; ›\(field.common.id)‹ ist keine.")
      }
      return
    }
    guard let list = field.list else {
      return add("FORM-LISTE", place, "Der Auswahl ›\(field.common.id)‹ fehlt das Attribut ›list‹.")
    }
    if library.lists[list] == nil {
      add(
        "FORM-LISTE", place,
        "Die Codeliste ›\(list)‹ gibt es nicht." + Nearest.question(list, among: library.lists.keys.sorted()))
    }
  }

  private mutating func rule(_ rule: RuleDefinition, in scope: DeclarationScope, _ check: ExpressionCheck) {
    spot = "Regel ›\(rule.text.id)‹"
    defer { spot = nil }
    note(rule.text, at: rule.source)
    expression(rule.each, scope, check, rule.source, as: .nodes)
    var inner = scope
    if let each = rule.each, let syntax = try? XPathSyntax(parsing: each) {
      var ignored: [ExpressionProblem] = []
      inner = check.target(of: syntax, in: scope, &ignored) ?? scope
    }
    expression(rule.when, inner, check, rule.source, as: .condition)
    expression(rule.test, inner, check, rule.source, as: .condition)
    never(rule, in: inner, check)
    expression(rule.at, inner, check, rule.source, as: .nodes)
    expression(rule.reason, inner, check, rule.source, as: .nodes)
    if let mode = rule.strictIn, !RuleDefinition.modes.contains(mode) {
      add(
        "FORM-MODUS", rule.source,
        "Den Modus ›\(mode)‹ gibt es nicht." + Nearest.question(mode, among: RuleDefinition.modes))
    }
    text(rule.text, inner, check, rule.source)
  }

  private mutating func masks(
    _ masks: [MaskDefinition], in scope: DeclarationScope, _ check: ExpressionCheck, _ place: SourcePlace
  ) {
    let grounds = library.disclosureGrounds?.codes.map(\.id)
    for mask in masks {
      if let ground = mask.ground, let grounds, !grounds.contains(ground) {
        add(
          "FORM-LISTE", place,
          "Den Grund ›\(ground)‹ gibt es in der Liste der Gründe einer Auskunft nicht."
            + Nearest.question(ground, among: grounds))
      }
      if mask.isForDisclosureOnly, mask.ground == nil {
        add("FORM-LISTE", place, "Eine Maske nur für die Auskunft braucht einen Grund: ground=\"…\".")
      }
      expression(mask.when, scope, check, place, as: .condition)
      for hidden in mask.hidden { expression(hidden.path, scope, check, place, as: .nodes) }
      if let told = mask.unless { expression(told, scope, check, place, as: .nodes) }
    }
  }

  mutating func text(
    _ text: FindingText, _ scope: DeclarationScope, _ check: ExpressionCheck, _ place: SourcePlace
  ) {
    if text.message.isEmpty { add("FORM-MELDUNG", place, "Der Regel ›\(text.id)‹ fehlt die Meldung.") }
    for words in [text.message, text.remedy] { sentence(words, of: text.id, scope, check, place) }
  }

  /// A sentence with expressions in braces.
  mutating func sentence(
    _ words: String, of id: String, _ scope: DeclarationScope, _ check: ExpressionCheck, _ place: SourcePlace
  ) {
    var rest = words[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        add("FORM-MELDUNG", place, "In der Meldung von ›\(id)‹ fehlt eine schließende Klammer ›}‹.")
        break
      }
      expression(String(rest[rest.index(after: open)..<close]), scope, check, place, as: .printed)
      if rest[..<open].contains("}") { break }
      rest = rest[rest.index(after: close)...]
    }
    if let closing = rest.firstIndex(of: "}"), rest[..<closing].firstIndex(of: "{") == nil {
      add("FORM-MELDUNG", place, "In der Meldung von ›\(id)‹ fehlt eine öffnende Klammer ›{‹.")
    }
  }

  mutating func expression(
    _ source: String?, _ scope: DeclarationScope, _ check: ExpressionCheck, _ place: SourcePlace,
    as use: ExpressionUse = .anything
  ) {
    guard let source, !source.isEmpty else { return }
    mentioned.formUnion(Self.names(in: source))
    for problem in check.problems(of: source, as: use, in: scope) {
      mistakes.append(
        AuthorMistake(code: "FORM-" + problem.kind.rawValue, place: place, spot: spot, message: problem.message))
    }
  }

  /// A rule of a shared type may be met several times, and one sentence may be said of several figures; two different
  /// rules must not have one number.
  mutating func note(_ text: FindingText, at place: SourcePlace) {
    if let earlier = ruleIDs[text.id], earlier.place != place, earlier.text != text {
      add(
        "FORM-NUMMER", place,
        "Die Nummer ›\(text.id)‹ ist schon vergeben (\(earlier.place.file):\(earlier.place.line)).")
    }
    ruleIDs[text.id] = (place, text)
  }

  mutating func add(_ code: String, _ place: SourcePlace, _ message: String) {
    mistakes.append(AuthorMistake(code: code, place: place, message: message))
  }
}

extension ItemDefinition {
  /// How an office person names it.
  var spot: String {
    switch self {
    case .field(let field): "Feld ›\(field.common.label)‹"
    case .group(let group): "Gruppe ›\(group.common.label)‹"
    }
  }
}
