internal import FormModel

/// Writes what a group holds as a line that can be typed again.
enum GroupLineWriter {
  /// The line of an instance; reading it gives the same values again.
  static func line(of values: RecordGroup, group: GroupDefinition, answers: AnswerReader) -> String {
    let texts = texts(of: values, group: group, answers: answers)
    guard !texts.isEmpty else { return "" }
    let wanted = Dictionary(
      values.items.filter { isInLine($0.id, of: group) }.map { ($0.id, $0.content) },
      uniquingKeysWith: { first, _ in first })
    func isFaithful(_ line: String) -> Bool {
      let reading = GroupLineReader.read(line, group: group, answers: answers)
      return reading.leftovers.isEmpty
        && Dictionary(reading.values.map { ($0.id, $0.content) }, uniquingKeysWith: { $1 }) == wanted
    }
    let short = shortLine(texts, group: group, words: ScanWords(answers.library))
    let lines = [short.joined(separator: ", "), short.joined(separator: "; ")]
    let quoted = short.map(Segments.quoted).joined(separator: "; ")
    return (lines + [quoted]).first(where: isFaithful)
      ?? texts.map { "\($0.id)=\(Segments.quoted($0.text))" }.joined(separator: "; ")
  }

  /// The values as people would type them, in the order of the form.
  private static func texts(
    of values: RecordGroup, group: GroupDefinition, answers: AnswerReader
  ) -> [(id: String, text: String)] {
    group.items.compactMap { item in
      guard case .field(let field) = item, field.fitsIntoLine, let content = values[item.id].first else { return nil }
      return text(of: content, field, answers: answers).map { (item.id, $0) }
    }
  }

  /// A value as people would type it; nil for groups.
  static func text(of content: RecordContent, _ field: FieldDefinition, answers: AnswerReader) -> String? {
    switch content {
    case .group: return nil
    case .status(let status): return status.german
    case .value(let value): return field.kind.typed(value, of: field, in: answers.library)
    }
  }

  private static func shortLine(
    _ texts: [(id: String, text: String)], group: GroupDefinition, words: ScanWords
  ) -> [String] {
    func text(_ id: String?) -> String { texts.first { $0.id == id }?.text ?? "" }
    let parts = group.typedLine.parts
    var segments: [String] = parts.compactMap { part in
      switch part {
      case .field(let id, let alone, let before, _):
        let value = text(id)
        guard !value.isEmpty else { return nil }
        guard case .field(let field)? = group.items.first(where: { $0.id == id }),
          field.kind.answers.fixed != nil
        else {
          return before.isEmpty || field(id, in: group)?.has(.leadingWord) != true ? value : "\(before[0]) \(value)"
        }
        let word = alone.first ?? field.common.label
        switch value {
        case "ja": return word
        case "nein": return "nicht " + word
        default: return word + " unbekannt"
        }
      case .name(let title, let first, let last):
        let name = NameParts(title: text(title), first: text(first), last: text(last)).typed(words)
        return name.isEmpty || name == "|" ? nil : name
      case .street(let street, let number):
        let line = [text(street), text(number)].filter { !$0.isEmpty }.joined(separator: " ")
        return line.isEmpty ? nil : line
      case .town(let postcode, let town):
        let line = [text(postcode), text(town)].filter { !$0.isEmpty }.joined(separator: " ")
        return line.isEmpty ? nil : line
      }
    }
    let inLine = Set(parts.flatMap(\.fields))
    segments += texts.filter { !inLine.contains($0.id) }.map { "\($0.id)=\($0.text)" }
    return segments
  }

  private static func isInLine(_ id: String, of group: GroupDefinition) -> Bool {
    field(id, in: group)?.fitsIntoLine ?? false
  }

  private static func field(_ id: String, in group: GroupDefinition) -> FieldDefinition? {
    if case .field(let field)? = group.items.first(where: { $0.id == id }) { field } else { nil }
  }
}
