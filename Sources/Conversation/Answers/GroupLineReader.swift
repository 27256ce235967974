package import FormModel

/// Reads a whole group from one line: „Ayşegül Çağlayan, Mutter, sorgeberechtigt, 0171 3920012“.
package struct GroupLineReader {
  /// What came of a line.
  package struct Reading: Hashable {
    /// The values, each with the id of its field.
    package var values: [RecordGroup.Item] = []
    /// Parts of the line that fit nowhere.
    package var leftovers: [String] = []
  }

  private let group: GroupDefinition
  let answers: AnswerReader
  let parts: [LineDefinition.Part]
  let names: ScanWords
  var filled: Set<String> = []
  var reading = Reading()

  /// Reads a line for a group.
  package static func read(_ line: String, group: GroupDefinition, answers: AnswerReader) -> Reading {
    var reader = GroupLineReader(group: group, answers: answers)
    let line = Segments(line)
    let sign = line.sign
    let segments = reader.prepared(line)
    // What shows by itself what it is goes first, so that the order of the rest decides about the rest alone.
    let isTaken = segments.enumerated().map { place, segment in
      if segment.isEmpty || reader.takeNamed(segment) || reader.takeWord(segment) { return !segment.isEmpty }
      return place == 0 && reader.beginsWithText(segment) ? false : reader.takeTyped(segment)
    }
    var open: String?
    var place = 0
    while place < segments.count {
      if !isTaken[place], place + 1 < segments.count, !isTaken[place + 1],
        reader.takeOfficeName(segments[place], segments[place + 1])
      {
        place += 2
        continue
      }
      open = isTaken[place] ? nil : reader.takeInOrder(segments[place], after: open, isComma: sign == ",")
      place += 1
    }
    return reader.reading
  }

  private init(group: GroupDefinition, answers: AnswerReader) {
    self.group = group
    self.answers = answers
    parts = group.typedLine.parts
    names = ScanWords(answers.library)
  }

  /// Whether the first part of a line is a text, and nothing in it speaks against that.
  private func beginsWithText(_ segment: String) -> Bool {
    guard let part = parts.first, !segment.contains(where: { $0.isNumber || $0 == "@" }) else { return false }
    if case .field(let id, _, _, _) = part { return field(id)?.showsItself == false }
    return true
  }

  /// Gives a text to the first part that takes one; returns the field that a comma after it would continue.
  private mutating func takeInOrder(_ segment: String, after open: String?, isComma: Bool) -> String? {
    guard !segment.isEmpty else {
      // Between semicolons an empty part leaves its field empty.
      if !isComma, let part = parts.first(where: { isFree($0) }) { filled.formUnion(part.fields) }
      return nil
    }
    for part in parts where isFree(part) && takeText(segment, part) {
      if case .field(let id, _, _, _) = part { return id }
      return nil
    }
    if isComma, let open, let index = reading.values.firstIndex(where: { $0.id == open }),
      case .value(let before) = reading.values[index].content
    {
      reading.values[index].content = .value(before + ", " + segment)
      return open
    }
    reading.leftovers.append(segment)
    return nil
  }

  /// `Geburtsname: Öztürk` and `geburtsname=Öztürk`: any field of the group, also one that the line does not have.
  private mutating func takeNamed(_ segment: String) -> Bool {
    guard let sign = segment.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return false }
    let name = SearchForm.fold(String(segment[..<sign]))
    let text = segment[segment.index(after: sign)...].trimmingBlanks
    let named = fields.first { field in
      [field.common.id, field.common.label].contains { SearchForm.fold($0) == name }
    }
    guard let named, !name.isEmpty, !text.isEmpty else { return false }
    guard case .contents(let contents) = answers.read(text, for: named), let content = contents.first else {
      return false
    }
    set(named.common.id, content)
    return true
  }

  /// `sorgeberechtigt`, `nicht sorgeberechtigt`, `sorgeberechtigt unbekannt`.
  private mutating func takeWord(_ segment: String) -> Bool {
    let form = SearchForm.fold(segment)
    for part in parts {
      guard case .field(let id, let words, _, _) = part, !filled.contains(id), let field = field(id),
        let fixed = field.kind.answers.fixed
      else { continue }
      for word in (words + [field.common.label]).map({ SearchForm.fold($0) }) {
        let answer: String? =
          switch form {
          case word, "JA-" + word: "ja"
          case "NICHT-" + word, "KEIN-" + word, "KEINE-" + word, "NEIN-" + word: "nein"
          case word + "-UNBEKANNT", "UNBEKANNT-OB-" + word: fixed.code("unbekannt")?.id
          default: nil
          }
        guard let answer else { continue }
        set(id, .value(answer))
        return true
      }
    }
    return false
  }

  /// A value that shows by itself what it is: a code, a day, a number, a phone number, a town.
  private mutating func takeTyped(_ segment: String) -> Bool {
    for part in parts where isFree(part) {
      switch part {
      case .field(let id, _, let before, _):
        guard let field = field(id), field.kind.answers.fixed == nil else { continue }
        let stripped = Self.stripped(segment, of: before + [field.common.label])
        guard field.showsItself || stripped != nil else { continue }
        // A text that has a word in front is what follows the word.
        guard let content = answers.recognised(stripped ?? segment, as: field) else { continue }
        set(id, content)
        return true
      case .town(let postcode, let town):
        guard let (code, rest) = Self.town(segment) else { continue }
        set(postcode, .value(code))
        if !rest.isEmpty { set(town, .value(rest)) }
        return true
      case .name, .street: continue
      }
    }
    return false
  }

  /// Gives a text to a part that takes any.
  private mutating func takeText(_ segment: String, _ part: LineDefinition.Part) -> Bool {
    switch part {
    case .field(let id, _, let before, _):
      guard let field = field(id), !field.showsItself, before.isEmpty || !Self.isText(field) else { return false }
      guard case .contents(let contents) = answers.read(segment, for: field), let content = contents.first else {
        return false
      }
      set(id, content)
    case .name(let title, let first, let last):
      let name = NameParts(segment, names)
      if let title, !name.title.isEmpty { set(title, .value(name.title)) }
      if title == nil, !name.title.isEmpty {
        set(first, .value(name.title + " " + name.first))
      } else if !name.first.isEmpty {
        set(first, .value(name.first))
      }
      if !name.last.isEmpty { set(last, .value(name.last)) }
      filled.formUnion(part.fields)
    case .street(let street, let number):
      let found = StreetParts(segment)
      set(street, .value(found.street))
      if !found.number.isEmpty { set(number, .value(found.number)) }
      filled.formUnion(part.fields)
    case .town(_, let town):
      set(town, .value(segment))
      filled.formUnion(part.fields)
    }
    return true
  }

  mutating func set(_ id: String, _ content: RecordContent) {
    let canonical: RecordContent
    if case .value(let text) = content, let field = field(id) {
      canonical = .value(answers.input.canonical(text, field))
    } else {
      canonical = content
    }
    filled.insert(id)
    reading.values.removeAll { $0.id == id }
    reading.values.append(RecordGroup.Item(id, canonical))
  }

  func isFree(_ part: LineDefinition.Part) -> Bool {
    !part.fields.contains { filled.contains($0) }
  }

  private var fields: [FieldDefinition] {
    group.items.compactMap { if case .field(let field) = $0, field.fitsIntoLine { field } else { nil } }
  }

  func field(_ id: String) -> FieldDefinition? { fields.first { $0.common.id == id } }

  private static func isText(_ field: FieldDefinition) -> Bool {
    field.has(.words)
  }

  /// What follows or precedes one of the words: `geb. 3.5.2021`, `4 Seiten`; nil when none is there.
  static func stripped(_ text: String, of words: [String]) -> String? {
    let lowered = text.lowercased()
    for word in words.map({ $0.lowercased() }).sorted(by: { $0.count > $1.count }) where !word.isEmpty {
      if lowered.hasPrefix(word) {
        let rest = text.dropFirst(word.count)
        let ends = word.last?.isLetter == true
        if !rest.isEmpty, !ends || rest.first?.isLetter != true { return rest.drop { $0 == ":" }.trimmingBlanks }
      }
      if lowered.hasSuffix(" " + word) { return text.dropLast(word.count + 1).trimmingBlanks }
    }
    return nil
  }

  /// `44866 Bochum`; nil when no postcode stands in front.
  private static func town(_ text: String) -> (postcode: String, town: String)? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 5, text.count == 5 || text.dropFirst(5).first?.isWhitespace == true else { return nil }
    return (String(digits), text.dropFirst(5).trimmingBlanks)
  }
}

extension FieldDefinition {
  /// Whether a value can be a part of the line of its group.
  var fitsIntoLine: Bool { !readonly && !repeats && !has(.multiline) }

  /// Whether a value can be told by its look, without knowing which field is meant.
  fileprivate var showsItself: Bool { !has(.words) }
}
