/// A form with everything its evaluation needs, as JSON for a page that runs in a browser.
///
/// Only what the form uses goes along: its lists and those that its expressions name, the facts of the town that they ask
/// for, the classes of the schedule. Names of members are those of `form.rng` where it has them.
public struct BrowserDeclaration {
  let form: FormDefinition
  let library: FormLibrary
  /// The texts in which expressions stand, for finding what they name.
  var sources: [String] = []
  /// The lists that fields name.
  var lists: [String: CodeList] = [:]

  /// A declaration of a form of a library.
  public init(_ form: FormDefinition, library: FormLibrary) {
    (self.form, self.library) = (form, library)
  }

  /// The JSON; nothing in it could end the block of a page that it stands in.
  ///
  /// - Parameters:
  ///   - day: the reference day; nil for the day on which the page is opened.
  ///   - strict: modes that make errors of some warnings.
  ///   - record: what the page begins with; nil for an empty paper.
  public func json(day: Day?, strict: Set<String> = [], record: Record?) -> [UInt8] {
    var copy = self
    let form = copy.formValue()
    copy.sources += library.retention.classes.values.map(\.start)
    let value = JSONValue.object([
      ("form", form), ("lists", copy.listValues()), ("profile", copy.profileValues()), ("numbers", copy.numberValues()),
      ("retention", copy.retentionValues()), ("areaCode", .text(copy.input.areaCode)),
      ("exchanges", .array(copy.input.exchanges.map { .string($0) })), ("scan", copy.scanValues()),
      ("tables", copy.tableValues()), ("day", .text(day?.iso)),
      ("strict", .array(strict.sorted().map { .string($0) })),
      ("record", record.map { .string(String(decoding: $0.xml(), as: UTF8.self)) }),
    ])
    return value.bytes
  }

  /// How phone numbers are completed.
  private var input: ValueInput { ValueInput(library: library, day: .first) }

  private mutating func formValue() -> JSONValue {
    let sections = form.sections.map { section in
      JSONValue.object([
        ("id", .string(section.id)), ("label", .string(section.label)),
        ("items", .array(items(section.items, in: nil))),
      ])
    }
    return .object([
      ("id", .string(form.id)), ("version", .string(form.version)), ("title", .string(form.title)),
      ("short", .string(form.short)), ("purpose", .string(form.purpose)), ("opening", sentence(form.opening)),
      ("referenceDay", expression(form.referenceDay)), ("blocking", .boolean(form.isBlocking)),
      ("empty", .text(form.emptyText)), ("caseField", .text(form.filing?.caseField)), ("sections", .array(sections)),
      ("rules", .array(form.rules.map { rule($0) })), ("masks", .list(masks(form.masks))),
      ("notices", .object(form.notices.map { ($0.id, .string($0.text)) })),
      ("next", .list(form.nextSteps.map { .object([("when", expression($0.when)), ("text", sentence($0.text))]) })),
      ("uses", .array(form.uses.map { use($0) })), ("grant", form.grant.map { grant($0) }),
      ("sets", form.sets.isEmpty ? nil : .object(form.sets.map { ($0.id, expression($0.nodes)) })),
      ("statistics", form.statistics.map { statistics($0) }), ("freezing", .text(form.statistics?.freezing?.day)),
      ("publication", form.publication.map { publication($0) }),
    ])
  }

  private func statistics(_ definition: StatisticsDefinition) -> JSONValue {
    .object([
      ("quarter", .string(definition.quarter)), ("from", .string(definition.first)),
      ("until", .string(definition.last)),
      ("columns", .string(StatisticsDefinition.columnProperty)),
    ])
  }

  private mutating func publication(_ definition: PublicationDefinition) -> JSONValue {
    .object([
      ("field", .string(definition.field)), ("code", .string(definition.code)), ("step", .number(definition.step)),
      ("text", finding(definition.text)),
    ])
  }

  // MARK: Texts with expressions

  /// An expression, remembered for what it names.
  mutating func expression(_ source: String?) -> JSONValue? {
    source.map { source in
      sources.append(source)
      return .string(source)
    }
  }

  /// A sentence with expressions in braces.
  mutating func sentence(_ text: String?) -> JSONValue? { expression(text) }

  mutating func finding(_ text: FindingText) -> JSONValue {
    .object([
      ("id", .string(text.id)), ("strength", .string(text.strength.rawValue)), ("message", sentence(text.message)),
      ("remedy", sentence(text.remedy)),
    ])
  }

  mutating func rule(_ rule: RuleDefinition) -> JSONValue {
    .object([
      ("text", finding(rule.text)), ("each", expression(rule.each)), ("when", expression(rule.when)),
      ("test", expression(rule.test)), ("at", expression(rule.at)), ("blocks", .flag(rule.alwaysBlocks)),
      ("strict", .text(rule.strictIn)),
    ])
  }

  /// The masks of the paper itself, without those for a person who asks what is stored.
  mutating func masks(_ masks: [MaskDefinition]) -> [JSONValue] {
    masks.filter { !$0.isForDisclosureOnly }.map { mask($0) }
  }

  private mutating func mask(_ mask: MaskDefinition) -> JSONValue {
    let hidden = mask.hidden.map { hide in
      JSONValue.object([
        ("path", expression(hide.path)), ("text", .string(hide.text)),
        ("keep", .array(hide.keep.sorted().map { .string($0) })),
      ])
    }
    return .object([("when", expression(mask.when)), ("hide", .array(hidden))])
  }
}
