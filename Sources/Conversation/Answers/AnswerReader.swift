package import FormModel

/// Reads what is typed for one field.
package struct AnswerReader: Sendable {
  /// What came of an answer.
  enum Reading: Hashable, Sendable {
    /// What the field is to hold.
    case contents([RecordContent])
    /// Nothing that fits; why, in German.
    case refused(String)
  }

  let library: FormLibrary
  let input: ValueInput
  private let day: Day

  package init(library: FormLibrary, day: Day) {
    self.library = library
    self.day = day
    input = ValueInput(library: library, day: day)
  }

  /// The possible answers of a choice; nil for other fields.
  func choices(of field: FieldDefinition) -> Choices? {
    library.codes(of: field).map { Choices($0.offered(on: day)) }
  }

  /// Reads an answer that is not empty.
  ///
  /// What is no code of a choice is refused; any other text is taken as it is, and the checks say what is wrong.
  func read(_ text: String, for field: FieldDefinition) -> Reading {
    if let choices = choices(of: field) { return read(text, among: choices, several: field.repeats, field) }
    let texts = field.repeats && !field.has(.multiline) ? Self.parts(of: text) : [text]
    if texts.isEmpty { return .refused(Self.nothing) }
    if texts.count == 1, let status = status(texts[0], for: field) { return .contents([.status(status)]) }
    return .contents(texts.map { input.canonical($0, field) }.filter { !$0.isEmpty }.map { .value($0) })
  }

  /// The value of a text that is of the field's kind; nil when it is not.
  func recognised(_ text: String, as field: FieldDefinition) -> RecordContent? {
    if let choices = choices(of: field) {
      guard case .one(let option) = choices.match(text), text.count > 2 || option.isNamed(text) else { return nil }
      return .value(option.id)
    }
    return input.reading(text, as: field).map { .value($0) }
  }

  private func read(
    _ text: String, among choices: Choices, several: Bool, _ field: FieldDefinition
  ) -> Reading {
    // A whole answer first: a label may hold a comma or blanks.
    if case .one(let option) = choices.match(text) { return .contents([.value(option.id)]) }
    if let status = status(text, for: field) { return .contents([.status(status)]) }
    var ids: [String] = []
    for part in several ? Self.words(of: text, among: choices) : [text] {
      switch choices.match(part) {
      case .one(let option): if !ids.contains(option.id) { ids.append(option.id) }
      case .several(let options):
        let names = options.prefix(5).map { "„\($0.label)“" }.joined(separator: ", ")
        return .refused("„\(part.shortened)“ kann mehreres sein: \(names)\(options.count > 5 ? " …" : ".")")
      case .none(let nearest):
        let question = nearest.map { " Meinten Sie „\($0.label)“?" } ?? " Mit ? sehen Sie, was möglich ist."
        return .refused("„\(part.shortened)“ gibt es bei ›\(field.common.label)‹ nicht.\(question)")
      }
    }
    if ids.isEmpty { return .refused(Self.nothing) }
    return .contents(ids.map { .value($0) })
  }

  private func status(_ text: String, for field: FieldDefinition) -> AnswerStatus? {
    let form = SearchForm.fold(text)
    return AnswerStatus.allCases.first { status in
      field.answers.contains(status)
        && [status.german, status.rawValue].contains { SearchForm.fold($0) == form }
    }
  }

  /// Several answers in one line: by semicolons or commas.
  static func parts(of text: String) -> [String] { Segments(text).parts.filter { !$0.isEmpty } }

  /// What is said of a line that holds nothing but commas or semicolons.
  static let nothing = "Darin steht nichts. Zum Löschen bitte - eingeben."

  /// Several codes in one line: by commas, or by blanks where each word is a code.
  private static func words(of text: String, among choices: Choices) -> [String] {
    let parts = parts(of: text)
    guard parts.count == 1 else { return parts }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let areAll = words.allSatisfy { if case .one = choices.match($0) { true } else { false } }
    return areAll ? words : parts
  }
}

extension Choices.Option {
  /// Whether a text is the whole id, number or label, so that even one letter says enough.
  func isNamed(_ text: String) -> Bool {
    text == id || text == key || forms.contains(SearchForm.fold(text))
  }
}

extension String {
  /// At most forty characters, for messages.
  var shortened: String { count > 40 ? prefix(39) + "…" : self }
}
