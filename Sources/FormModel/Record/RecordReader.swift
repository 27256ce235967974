/// Reads records: bytes to raw values, and raw values held against the form.
public struct RecordReader {
  private let library: FormLibrary
  private let input: ValueInput
  private var findings: [Finding] = []
  private var short = ""

  /// A reader for the forms of `library`; `day` is the reference day for typed dates such as `1.4.`.
  public init(library: FormLibrary, day: Day) {
    self.library = library
    input = ValueInput(library: library, day: day)
  }

  /// JSON or XML by its first character.
  ///
  /// Throws `RecordFailure` when it is neither, or larger than a record can be.
  public static func raw(_ bytes: [UInt8]) throws(RecordFailure) -> RawValue {
    guard bytes.count <= RecordLimits.bytes else { throw RecordFailure(.size) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    guard let first = content.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      throw RecordFailure(.empty)
    }
    return first == UInt8(ascii: "<") ? try RecordXML.read(content) : try JSONReader.read(content)
  }

  /// The id of the form that raw values name.
  public static func formID(of raw: RawValue) throws(RecordFailure) -> String {
    guard case .object(let members) = raw else { throw RecordFailure(.shape) }
    guard let member = members.first(where: { $0.name == "form" }), case .text(let id) = member.value else {
      throw RecordFailure(.unknownForm)
    }
    return id
  }

  /// A record and what did not fit: unknown fields, several values where one belongs.
  ///
  /// What does not fit is reported, never dropped silently. Values that can be read are brought into their
  /// canonical form; others stay as they are and are found by the checks. Throws when the form is not known.
  public mutating func record(from raw: RawValue) throws(RecordFailure) -> (
    record: Record, findings: [Finding]
  ) {
    let id = try Self.formID(of: raw)
    guard case .object(let members) = raw,
      let form = library.form(of: Record(form: id, version: Self.version(in: members)))
    else { throw RecordFailure(.unknownForm, detail: id) }
    findings = []
    short = form.short
    var record = Record(form: id, version: form.version)
    var fields: [RawValue.Member] = []
    var seen: Set<String> = []
    for member in members {
      // In XML the head stands in attributes; an element of the same name is one too many.
      let isFirst = seen.insert(member.name).inserted
      switch (member.name, member.value) {
      case ("form", _) where isFirst: break
      case ("version", .text(let version)) where isFirst:
        record.version = version
        if let finding = library.versionFinding(of: record) { findings.append(finding) }
      case ("id", .text(let own)) where isFirst: record.id = own
      case ("edition", .text(let text)) where isFirst && Record.edition(text) != nil:
        record.edition = Record.edition(text) ?? 1
      case ("corrected", .text(let text)) where isFirst && Day(iso: text) != nil: record.corrected = Day(iso: text)
      case ("unconfirmed", let value) where isFirst: record.unconfirmed = Self.words(value)
      default: fields.append(member)
      }
    }
    record.root = group(fields, library.plans.plan(for: form).top, path: "", place: "")
    return (record, findings)
  }

  /// The paths in the head of a record: a list in JSON, an attribute with blanks in XML.
  private static func words(_ value: RawValue) -> [String] {
    switch value {
    case .text(let text): text.split { $0.isWhitespace }.map(String.init)
    case .list(let values): values.flatMap { words($0) }
    case .status, .object: []
    }
  }

  private mutating func group(
    _ members: [RawValue.Member], _ plan: GroupPlan, path: String, place: String
  ) -> RecordGroup {
    // Declarations are large: what is read is looked up among references to them.
    var found = Array(repeating: -1, count: plan.items.count)
    var unknown: [RawValue.Member] = []
    for (number, member) in members.enumerated() {
      guard let place = plan.places[member.name] else {
        unknown.append(member)
        continue
      }
      if found[place] < 0 { found[place] = number }
    }
    if !unknown.isEmpty { reportUnknown(unknown, among: plan.items.map(\.id), path: path, place: place) }
    var result = RecordGroup()
    for (item, number) in zip(plan.items, found) where number >= 0 {
      result.items += contents(of: members[number], item, path: path, place: place)
    }
    return result
  }

  private mutating func contents(
    of member: RawValue.Member, _ item: ItemPlan, path: String, place: String
  ) -> [RecordGroup.Item] {
    if case .text(let text) = member.value, let field = item.field {
      let canonical = input.canonical(text, field.definition)
      return canonical.isEmpty ? [] : [RecordGroup.Item(item.id, .value(canonical))]
    }
    let path = path + item.id
    var values: [RawValue] = if case .list(let list) = member.value { list } else { [member.value] }
    if values.count > 1, !item.repeats {
      report(
        "E-\(short)-MEHRFACH", path, place.isEmpty ? item.label : place,
        "›\(item.label)‹ steht mehrmals da.\(line(member))",
        "Hier gibt es nur einen Wert; bitte die anderen löschen.")
      values = Array(values.prefix(1))
    }
    var result: [RecordGroup.Item] = []
    for (index, value) in values.enumerated() {
      let own = item.repeats ? "\(path)[\(result.count + 1)]" : path
      let spot = (place.isEmpty ? "" : place + " › ") + item.label + (item.repeats ? " \(index + 1)" : "")
      content(of: value, item, member: member, path: own, place: spot)
        .map { result.append(RecordGroup.Item(item.id, $0)) }
    }
    return result
  }

  private mutating func content(
    of value: RawValue, _ item: ItemPlan, member: RawValue.Member, path: String, place: String
  ) -> RecordContent? {
    switch (value, item.inner) {
    case (.status(let word), _):
      if let status = AnswerStatus(rawValue: word) { return .status(status) }
      report(
        "E-\(short)-STATUS", path, place,
        "›\(Self.shown(word))‹ ist keine der Angaben, die statt eines Werts stehen können.",
        "Möglich: " + AnswerStatus.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      return nil
    case (.text(let text), nil):
      let canonical = item.field.map { input.canonical(text, $0.definition) } ?? ""
      return canonical.isEmpty ? nil : .value(canonical)
    case (.object(let members), let plan?):
      let inner = group(members, plan, path: path + "/", place: place)
      // A row in which nothing is filled in is none, in JSON as in XML.
      return inner.items.isEmpty ? nil : .group(inner)
    case (.text(let text), .some) where text.allSatisfy(\.isWhitespace): return nil
    case (.text, .some), (.object, nil), (.list, _):
      report(
        "E-\(short)-AUFBAU", path, place, "›\(item.label)‹ hat nicht den erwarteten Aufbau.\(line(member))",
        "Bitte mit der Beschreibung des Formulars vergleichen (kiso forms).")
      return nil
    }
  }

  /// How many unknown names of one group are listed; more are counted.
  private static let mostUnknown = 100

  private mutating func reportUnknown(
    _ members: [RawValue.Member], among ids: [String], path: String, place: String
  ) {
    let remedy = "Bitte den Namen berichtigen; der Wert ginge sonst verloren."
    for member in members.prefix(Self.mostUnknown) {
      let name = Self.shown(member.name)
      // A long name is no mistyped one, and guessing takes the product of both lengths.
      let question = member.name.utf8.count <= 40 ? Nearest.question(member.name, among: ids) : ""
      report("E-\(short)-FELD", path + name, place, Self.unknown(name) + line(member) + question, remedy)
    }
    let more = members.count - Self.mostUnknown
    if more > 0 {
      report("E-\(short)-FELD", path, place, "\(more) weitere Felder gibt es hier nicht.", remedy)
    }
  }

  /// A name as far as it can be one: what is longer or has blanks in it may be content.
  private static func shown(_ name: String) -> String {
    let isName =
      name.utf8.count <= 60
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || "_-.@#*:".unicodeScalars.contains($0)
      }
    return isName && !name.isEmpty ? name : "…"
  }

  private static func unknown(_ name: String) -> String {
    if name == "#text" { return "Hier steht Text außerhalb der Felder." }
    if name.hasPrefix("@") { return "Das Attribut ›\(name.dropFirst())‹ gibt es hier nicht." }
    return "Das Feld ›\(name)‹ gibt es hier nicht."
  }

  private func line(_ member: RawValue.Member) -> String {
    member.line > 0 ? " (Zeile \(member.line))" : ""
  }

  /// The version that raw values name; empty where they name none.
  private static func version(in members: [RawValue.Member]) -> String {
    if case .text(let version)? = members.first(where: { $0.name == "version" })?.value { version } else { "" }
  }

  private mutating func report(
    _ id: String, _ path: String, _ place: String, _ message: String, _ remedy: String
  ) {
    findings.append(
      Finding(id: id, strength: .error, path: path, place: place, message: message, remedy: remedy))
  }
}

extension Record {
  /// The record as XML; the same record gives the same bytes.
  public func xml() -> [UInt8] {
    RecordXML.write(self)
  }

  /// The record as JSON in the order of the form.
  public func json(form: FormDefinition) -> [UInt8] {
    JSONWriter.write(self, form: form)
  }
}
