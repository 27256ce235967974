internal import Conversation
internal import FormModel

/// What stands under a label, as values of fields; nothing of it is repaired.
struct LabelValue {
  /// A value for a field.
  struct Assignment {
    let path: String
    let field: FieldDefinition
    /// The text it was made of.
    let text: String
    var contents: [RecordContent]
  }

  /// What came of a text.
  struct Result {
    var assignments: [Assignment] = []
    /// Whether two boxes are ticked where one belongs.
    var isAmbiguous = false
    /// Whether a part of the text fits nowhere.
    var hasLeftovers = false
    /// Words that are not among the possible answers.
    var unread: [String] = []
  }

  let library: FormLibrary
  let day: Day
  let input: AnswerInput

  init(library: FormLibrary, day: Day) {
    (self.library, self.day) = (library, day)
    input = AnswerInput(library: library, day: day)
  }

  /// Reads what stands under a label.
  ///
  /// `hasFirstName` says whether the person's first name was found under a label of its own.
  func read(_ hit: LabelHit, hasFirstName: Bool) -> Result {
    guard !hit.isEmpty else { return Result() }
    let term = hit.terms[0]
    switch term.kind {
    case .section: return Result()
    case .group(let group): return read(hit.text, as: group, path: hit.paths[0])
    case .field(let field):
      if hit.terms.count > 1 { return readTogether(hit) }
      if !hit.isOwn, !hasFirstName, let name = wholeName(hit, field, in: term.groups.last) { return name }
      return read(hit.text, as: field, path: hit.paths[0])
    }
  }

  // MARK: - One field

  private func read(_ text: String, as field: FieldDefinition, path: String) -> Result {
    var result = Result()
    if let codes = library.codes(of: field) {
      return read(text, as: field, codes: codes, path: path)
    }
    let whole = field.has(.multiline) ? text : text.split(separator: "\n").joined(separator: " ")
    guard !Self.isDash(whole), let content = input.content(of: whole, in: field) else { return result }
    result.assignments = [Assignment(path: path, field: field, text: text, contents: [content])]
    return result
  }

  /// Several answers in one text: pages set dots between them, since a label can have a comma; people write commas.
  private static func answers(in text: String) -> [Substring] {
    text.contains("·") ? text.split(separator: "·") : text.split { $0 == "," || $0 == ";" || $0 == "\n" }
  }

  /// Reads an answer of a list; what is not one of them is left out and reported.
  private func read(_ text: String, as field: FieldDefinition, codes: CodeList, path: String) -> Result {
    var result = Result()
    let words: [String]
    switch LabelMarks.reading(of: text, isAnswer: { code(of: $0, codes) != nil }) {
    case .boxes(let ticked): words = ticked
    case .unclear:
      result.unread = [text]
      return result
    case .none:
      if isPrintedChoice(text, codes) { return result }
      let isList = field.repeats || field.has(.several)
      words = isList ? Self.answers(in: text).map(String.init) : [text]
    }
    var contents: [RecordContent] = []
    for word in words where !LabelPage.trimmed(word).isEmpty && !Self.isDash(word) {
      if let content = answer(word, field, codes, &result) {
        if !contents.contains(content) { contents.append(content) }
      } else {
        result.unread.append(LabelPage.trimmed(word))
      }
    }
    result.isAmbiguous = contents.count > 1 && !field.repeats && !field.has(.several)
    if !contents.isEmpty, !result.isAmbiguous {
      result.assignments = [Assignment(path: path, field: field, text: text, contents: contents)]
    }
    return result
  }

  /// What a word stands for; nil when it is neither a code nor an answer such as „nicht bekannt“.
  private func answer(
    _ word: String, _ field: FieldDefinition, _ codes: CodeList, _ result: inout Result
  ) -> RecordContent? {
    if case .status(let status)? = input.content(of: word, in: field) { return .status(status) }
    if let id = code(of: word, codes) { return .value(id) }
    guard let id = codeInFront(of: word, codes) else { return nil }
    result.hasLeftovers = true
    return .value(id)
  }

  /// The code that a text names, as far as text recognition lets its label be recognised.
  func code(of text: String, _ codes: CodeList) -> String? {
    let plain = LabelFold.plain(text)
    guard !plain.isEmpty else { return nil }
    func found(_ test: (String) -> Bool) -> String? {
      let ids = Set(codes.codes.filter { [$0.label, $0.short, $0.id].contains(where: test) }.map(\.id))
      return ids.count == 1 ? ids.first : nil
    }
    if let id = found({ LabelFold.plain($0) == plain }) { return id }
    if ["J", "JA"].contains(plain), codes.code("ja") != nil { return "ja" }
    if ["N", "NEIN"].contains(plain), codes.code("nein") != nil { return "nein" }
    let skeleton = LabelFold.skeleton(text)
    guard skeleton.count > 2 else { return nil }
    return found { LabelFold.skeleton($0) == skeleton }
  }

  /// „ja, am 14.11.2025“: the code of the longest label with which a text begins.
  private func codeInFront(of text: String, _ codes: CodeList) -> String? {
    let head = text.prefix { $0 != "," && $0 != ":" && $0 != "(" }
    return head.count < text.count ? code(of: String(head), codes) : nil
  }

  /// Whether a text is the printed answers to choose from, with none of them chosen: „ja / nein“.
  private func isPrintedChoice(_ text: String, _ codes: CodeList) -> Bool {
    let parts = text.split { "/,;|\n".contains($0) }.map(String.init)
    return parts.count > 1 && parts.count == codes.codes.count
      && Set(parts.compactMap { code(of: $0, codes) }).count == parts.count
  }

  private static func isDash(_ text: String) -> Bool { ["–", "-", "—"].contains(LabelPage.trimmed(text)) }

  /// What stands under a list that is empty.
  private static let nobody: Set<String> = ["keine", "keiner", "keines", "kein", "entfällt", "niemand", "./."]

  // MARK: - Several fields

  /// Fields that stand under one label: parted like the label, or else as the line of their group says.
  private func readTogether(_ hit: LabelHit) -> Result {
    let fields = hit.terms.compactMap { if case .field(let field) = $0.kind { field } else { nil } }
    let text = hit.text.split(separator: "\n").joined(separator: ", ")
    let parts = fields.allSatisfy { $0.has(.fromTo) } ? Self.times(in: text) : Self.parts(of: text)
    var result = Result()
    if parts.count == fields.count {
      for ((field, part), path) in zip(zip(fields, parts), hit.paths) {
        let one = read(part, as: field, path: path)
        result.assignments += one.assignments
        result.unread += one.unread
        result.hasLeftovers = result.hasLeftovers || one.hasLeftovers
      }
      return result
    }
    guard let group = hit.terms[0].groups.last, let parent = hit.paths[0].lastIndex(of: "/") else {
      // Nobody can tell where one ends and the next begins: all of it goes to the first.
      result = read(text, as: fields[0], path: hit.paths[0])
      result.hasLeftovers = true
      return result
    }
    result = read(text, as: group, path: String(hit.paths[0][..<parent]))
    let wanted = Set(hit.paths)
    result.hasLeftovers = result.hasLeftovers || result.assignments.contains { !wanted.contains($0.path) }
    return result
  }

  private static func parts(of text: String) -> [String] {
    text.split(separator: /,|;| – | - |\//).map { LabelPage.trimmed(String($0)) }
  }

  /// „10:00 – 10:45 Uhr“, „10 bis 11 Uhr“: what stands on both sides.
  static func times(in text: String) -> [String] {
    text.split(separator: /\s*(?:–|—|-|bis)\s*/).map { part in
      let trimmed = LabelPage.trimmed(String(part))
      return trimmed.lowercased().hasSuffix("uhr") ? LabelPage.trimmed(String(trimmed.dropLast(3))) : trimmed
    }
  }

  /// A group in one line, such as a person with name and phone number.
  private func read(_ text: String, as group: GroupDefinition, path: String) -> Result {
    let line = text.split(separator: "\n").joined(separator: ", ")
    guard !Self.isDash(line), !Self.nobody.contains(line.lowercased()) else { return Result() }
    let reading = GroupLineReader.read(line, group: group, answers: AnswerReader(library: library, day: day))
    var result = Result(hasLeftovers: !reading.leftovers.isEmpty)
    for value in reading.values {
      let field = group.items.compactMap { item -> FieldDefinition? in
        if case .field(let field) = item, field.common.id == value.id { field } else { nil }
      }.first
      guard let field else { continue }
      result.assignments.append(
        Assignment(path: "\(path)/\(value.id)", field: field, text: line, contents: [value.content]))
    }
    return result
  }

  /// „Name: Elif Çağlayan“ and „Name: Çağlayan, Elif“: a whole name under the label of the family name.
  private func wholeName(_ hit: LabelHit, _ field: FieldDefinition, in group: GroupDefinition?) -> Result? {
    guard let group else { return nil }
    for case .name(let title, let first, let last) in group.typedLine.parts where last == field.common.id {
      let text = hit.text.split(separator: "\n").joined(separator: " ")
      let base = String(hit.paths[0].dropLast(last.count))
      var parts: [(id: String, text: String)]
      if let comma = text.firstIndex(of: ",") {
        parts = [(last, String(text[..<comma])), (first, String(text[text.index(after: comma)...]))]
      } else {
        let name = NameParts(text, ScanWords(library))
        guard !name.last.isEmpty else { return nil }
        parts = [(last, name.last), (first, name.first)]
        if let title { parts.append((title, name.title)) }
      }
      var result = Result()
      for (id, part) in parts {
        for case .field(let field) in group.items where field.common.id == id {
          result.assignments += read(part, as: field, path: base + id).assignments
        }
      }
      return result
    }
    return nil
  }
}
