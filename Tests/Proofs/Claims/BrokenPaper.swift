package import FormModel

/// A valid paper that was broken in exactly one place, and the finding that must say so.
package struct BrokenPaper: Sendable {
  /// What was done to it.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case missing, format, code, range, length, sign, twice, unknown, structure, future, short, unfilled
  }

  package let kind: Kind
  /// The broken values.
  package let record: Record
  /// The id of the finding.
  package let id: String
  /// Its place; the number of the last step does not count.
  package let path: String
  /// How much it must matter.
  package let strength: Finding.Strength

  /// The id of an item that was changed, which rules that look at it name.
  let name: String
}

/// Breaks papers by what is declared about their fields.
struct Breakage {
  let form: FormDefinition
  let library: FormLibrary
  let record: Record

  init(_ form: FormDefinition, _ library: FormLibrary, _ record: Record) {
    (self.form, self.library, self.record) = (form, library, record)
  }

  /// All the ways in which one item of the outline can be broken.
  func breakages(of item: Outline.Item) -> [BrokenPaper] {
    guard item.state.isRelevant, RecordPath(item.state.path) != nil else { return [] }
    switch item {
    case .field(let field) where ItemDefinition.field(field.definition).isGiven: return breakages(of: field)
    case .group(let group):
      var result = missing(group.state, group.definition.common, isThere: group.instances.contains(where: \.isFilled))
      for instance in group.instances where instance.isFilled {
        result += instance.items.flatMap(breakages)
        result += unfilled(group.definition, instance)
      }
      if group.instances.contains(where: \.isFilled), !group.definition.repeats {
        result += broken(.structure, group.state.path, [.value("kein Wert")], "E-\(form.short)-AUFBAU", isSoft: false)
      }
      return result
    case .field: return []
    }
  }

  /// A field that the form does not have.
  var unknown: [BrokenPaper] {
    var copy = record
    copy.root.items.append(RecordGroup.Item("gibt_es_nicht", .value("x")))
    return [
      BrokenPaper(
        kind: .unknown, record: copy, id: "E-\(form.short)-FELD", path: "gibt_es_nicht", strength: .error,
        name: "gibt_es_nicht")
    ]
  }

  private func breakages(of field: Outline.Field) -> [BrokenPaper] {
    let definition = field.definition
    let path = field.state.path
    guard !field.values.isEmpty || field.status != nil else { return [] }
    var result = missing(field.state, definition.common, isThere: true)
    // One value of several is broken at its own place.
    let place = path + (definition.repeats && !definition.has(.several) ? "[1]" : "")
    func put(_ kind: BrokenPaper.Kind, _ text: String, _ ending: String) {
      let id = "E-\(form.short)-\(Self.ruleName(place))-\(ending)"
      let blocks = definition.has(.calendarDay) && ending == "format"
      result += broken(kind, place, [.value(text)], id, isSoft: !blocks)
    }
    if library.codes(of: definition) != nil {
      put(.code, "gibt_es_nicht", "code")
    } else {
      if let maximum = definition.maximumLength { put(.length, String(repeating: "x", count: maximum + 1), "laenge") }
      if let minimum = definition.minimum { put(.range, String(minimum - 1), "bereich") }
      if let maximum = definition.maximum { put(.range, String(maximum + 1), "bereich") }
      put(.sign, "vorn\u{7}hinten", "zeichen")
      if let wrong = Self.misfits[definition.type.rawValue], definition.pattern == nil { put(.format, wrong, "format") }
      if definition.type.rawValue == "name" { put(.sign, "Олександра", "zeichen") }
    }
    if !definition.repeats, !definition.has(.several), let value = field.values.first {
      result += broken(
        .twice, path, [.value(value), .value(value)], "E-\(form.short)-MEHRFACH", isSoft: false)
    }
    for rule in definition.common.rules where rule.when == nil && rule.each == nil && rule.at == nil {
      let soft = !rule.alwaysBlocks
      switch rule.test {
      case "not(days-from-date(.) > days-from-date(today()))", "days-from-date(.) <= days-from-date(today())":
        result += broken(.future, place, [.value("2031-05-01")], rule.text.id, rule.text.strength, isSoft: soft)
      case let test where test.hasPrefix("text-length(.) >= "):
        result += broken(.short, place, [.value("ab")], rule.text.id, rule.text.strength, isSoft: soft)
      default: break
      }
    }
    return result
  }

  private static let misfits = [
    "day": "2025-02-30", "partial-day": "2025-13", "time": "24:61", "moment": "2025-02-30T10:00", "postcode": "4478",
    "phone": "keine", "email": "niemand", "number": "NR-1", "reference": "NR-1", "integer": "zwei", "count": "viele",
    "decimal": "etwa",
  ]

  private func missing(_ state: Outline.State, _ common: ItemProperties, isThere: Bool) -> [BrokenPaper] {
    guard state.isRequired, isThere else { return [] }
    return broken(
      .missing, state.path, [], common.missing?.id ?? "E-\(form.short)-\(Self.ruleName(state.path))-fehlt",
      common.missing?.strength ?? .error)
  }

  /// Rules of a group that want one of its fields.
  private func unfilled(_ group: GroupDefinition, _ instance: Outline.Instance) -> [BrokenPaper] {
    group.common.rules.flatMap { rule -> [BrokenPaper] in
      guard rule.when == nil, rule.each == nil, let at = rule.at, rule.test == "filled(\(at))", instance.items.count > 1
      else { return [] }
      let path = instance.path + "/" + at
      guard RecordPath(path).map({ !record.contents(at: $0).isEmpty }) ?? false else { return [] }
      return broken(.unfilled, path, [], rule.text.id, rule.text.strength, isSoft: !rule.alwaysBlocks)
    }
  }

  private func broken(
    _ kind: BrokenPaper.Kind, _ path: String, _ contents: [RecordContent], _ id: String,
    _ strength: Finding.Strength = .error, isSoft: Bool = true
  ) -> [BrokenPaper] {
    guard let place = RecordPath(path) else { return [] }
    var copy = record
    copy.replace(at: place, with: contents, form: form)
    guard copy != record else { return [] }
    // Where nothing else stands in a group, it is the group that is missing.
    let parent = RecordPlace(steps: Array(RecordPlace(path).steps.dropLast())).text
    if contents.isEmpty, let around = RecordPath(parent), copy.contents(at: around).isEmpty { return [] }
    let softens = !form.isBlocking && isSoft && strength == .error
    return [
      BrokenPaper(
        kind: kind, record: copy, id: softens ? "W" + id.dropFirst() : id, path: path,
        strength: softens ? .warning : strength, name: RecordPlace(path).name)
    ]
  }

  /// `kinder[2]/vorname` as ids of rules have it.
  static func ruleName(_ path: String) -> String {
    path.replacing(/\[[0-9]+\]/, with: "").replacing("/", with: ".")
  }
}
