public import FormModel

/// The rules of one form as a table for the manual: id, strength, field, what is said, basis.
///
/// It follows from the declaration alone; a value that a message names is shown as „…“.
public struct RuleTable: Hashable, Sendable {
  /// One line of the table.
  public struct Row: Hashable, Sendable {
    /// The stable id of the rule.
    public var id: String
    /// How much it matters.
    public var strength: Finding.Strength
    /// The label of the field or group; empty for a rule of the whole paper.
    public var label: String
    /// The finding's sentence, in German.
    public var message: String
    /// What to do; may be empty.
    public var remedy: String
    /// Paragraph or chapter it rests on; may be empty.
    public var basis: String
    /// Whether it holds up even a paper that is otherwise never held up.
    var holdsUp = false

    /// An error as the warning that it is in a paper that is never held up.
    var softened: Row {
      guard strength == .error else { return self }
      var result = self
      result.strength = .warning
      result.id = Finding.Strength.warning.letter + id.dropFirst()
      return result
    }
  }

  /// The form whose rules are listed.
  public let form: FormDefinition
  /// The rules, errors first, each strength in the order of ids.
  public let rows: [Row]

  /// Collects the rules of a form, those that follow from a field being required, conditional or calculated too.
  public init(_ form: FormDefinition) {
    self.form = form
    var rows = form.rules.map { Self.row($0, label: "", basis: nil) }
    rows += form.effects.map { Self.row($0.text, label: "", basis: $0.basis) }
    form.publication.map { rows.append(Self.row($0.text, label: "", basis: $0.basis)) }
    Self.collect(form.items, path: "", form, into: &rows)
    var seen: Set<String> = []
    // A shared type brings its rules along wherever it is used.
    self.rows = rows.filter { seen.insert($0.id).inserted }
      .map { form.isBlocking || $0.holdsUp ? $0 : $0.softened }
      .sorted { ($0.strength, $0.id) < ($1.strength, $1.id) }
  }

  /// The table as Markdown.
  public var markdown: String {
    var lines = ["## \(form.title) (`\(form.id)`, Fassung \(form.version))", ""]
    for strength in Finding.Strength.allCases {
      let own = rows.filter { $0.strength == strength }
      guard !own.isEmpty else { continue }
      lines += ["### \(strength.plural)", "", "| Nr. | Feld | Meldung | Grundlage |", "|---|---|---|---|"]
      for row in own {
        let sentence = row.message + (row.remedy.isEmpty ? "" : " " + row.remedy)
        lines.append("| `\(row.id)` | \(row.label) | \(sentence) | \(row.basis) |")
      }
      lines.append("")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func collect(
    _ items: [ItemDefinition], path: String, _ form: FormDefinition, into rows: inout [Row]
  ) {
    for item in items {
      let properties = item.common
      let name = path + item.id
      if properties.required != nil {
        rows.append(
          properties.missing.map { row($0, label: item.label, basis: properties.basis) }
            ?? Row(
              id: "E-\(form.short)-\(name)-fehlt", strength: .error, label: item.label,
              message: "›\(item.label)‹ fehlt.", remedy: "Bitte eintragen.", basis: properties.basis ?? ""))
      }
      if properties.relevant != nil {
        rows.append(
          properties.forbidden.map { row($0, label: item.label, basis: properties.basis) }
            ?? Row(
              id: "H-\(form.short)-\(name)-entfaellt", strength: .hint, label: item.label,
              message: "›\(item.label)‹ entfällt hier und wird nicht gedruckt.", remedy: "Bitte prüfen.",
              basis: properties.basis ?? ""))
      }
      for rule in properties.rules {
        rows.append(row(rule, label: item.label, basis: properties.basis))
      }
      switch item {
      case .field(let field):
        for relation in field.relations {
          rows.append(row(relation.text, label: item.label, basis: relation.basis ?? properties.basis))
        }
        guard field.calculate != nil, field.readonly else { continue }
        rows.append(
          Row(
            id: "W-\(form.short)-\(name)-berechnet", strength: .warning, label: item.label,
            message: "›\(item.label)‹ wird berechnet; der angegebene Wert gilt nicht.",
            remedy: "Bitte die Angabe weglassen.", basis: properties.basis ?? ""))
      case .group(let group): collect(group.items, path: name + ".", form, into: &rows)
      }
    }
  }

  private static func row(_ rule: RuleDefinition, label: String, basis: String?) -> Row {
    var row = row(rule.text, label: label, basis: rule.basis ?? basis)
    if rule.alwaysBlocks { row.holdsUp = true }
    return row
  }

  private static func row(_ text: FindingText, label: String, basis: String?) -> Row {
    Row(
      id: text.id, strength: text.strength, label: label, message: plain(text.message),
      remedy: plain(text.remedy), basis: basis ?? "")
  }

  /// A sentence with its expressions in braces replaced by dots, and nothing that would end a cell of a table.
  private static func plain(_ sentence: String) -> String {
    var result = ""
    var depth = 0
    for character in sentence {
      switch character {
      case "{":
        if depth == 0 { result += "…" }
        depth += 1
      case "}": depth -= 1
      case "|" where depth == 0: result += "\\|"
      case _ where depth == 0: result.append(character)
      default: break
      }
    }
    return result
  }
}

extension Finding.Strength {
  /// The German word for several.
  fileprivate var plural: String {
    switch self {
    case .error: "Fehler"
    case .warning: "Warnungen"
    case .hint: "Hinweise"
    }
  }
}
