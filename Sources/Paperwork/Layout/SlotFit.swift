internal import FormModel

/// How well words go into the place of a value.
struct SlotFit {
  /// What is known of the value that stands in a place.
  private enum Look {
    /// One answer of a list, or several with commas between.
    case codes(skeletons: Set<[UInt8]>)
    /// Something that shows by itself what it is: a day, a time, a number.
    case typed(FieldDefinition, mostWords: Int)
    case name
    case words
    case address
    case group
    case computed
  }

  private let form: FormDefinition
  private let library: FormLibrary
  private let input: AnswerInput
  private let day: Day
  private var looks: [String: Look] = [:]
  private let masks: Set<String>
  /// What a page says in place of values that are empty.
  var placeholders: Set<String> = []

  init(form: FormDefinition, library: FormLibrary, day: Day) {
    (self.form, self.library, self.day) = (form, library, day)
    input = AnswerInput(library: library, day: day)
    masks = Self.masks(form.masks, form.items)
  }

  /// What pages print in place of values that are hidden.
  private static func masks(_ own: [MaskDefinition], _ items: [ItemDefinition]) -> Set<String> {
    items.reduce(into: Set(own.flatMap(\.hidden).map(\.text))) { result, item in
      if case .group(let group) = item { result.formUnion(masks(group.masks, group.items)) }
    }
  }

  /// Whether a text stands in the place of a value that is hidden or empty.
  func isPlaceholder(_ text: String, _ path: String) -> Bool {
    placeholders.contains(text) || form.field(at: path) != nil && masks.contains(text)
  }

  /// Prepares the places of a layout.
  mutating func prepare(_ paths: some Sequence<String>) {
    for path in paths where looks[path] == nil { looks[path] = look(path) }
  }

  private func look(_ path: String) -> Look {
    switch form.item(at: path)?.item {
    case .field(let field)?:
      if let codes = library.codes(of: field) {
        let words = codes.codes.flatMap { [$0.label, $0.short] } + AnswerStatus.allCases.map(\.german)
        return .codes(skeletons: Set(words.map { LabelFold.skeleton($0) }.filter { !$0.isEmpty }))
      }
      if field.has(.telephone) { return .typed(field, mostWords: 5) }
      if field.pattern != nil || !field.has(.words) && field.kind.valueType != .text {
        return .typed(field, mostWords: 4)
      }
      return field.kind.name == "name" ? .name : .words
    case .group(let group)?:
      let hasPostcode = group.items.contains { item in
        if case .field(let field) = item { field.kind.name == "postcode" } else { false }
      }
      return hasPostcode ? .address : .group
    case nil: return form.item(at: path + "[1]") == nil ? .computed : .words
    }
  }

  /// Whether words are the sign for an empty value.
  static func isDash(_ words: ArraySlice<LayoutText.Word>) -> Bool {
    words.count == 1 && ["–", "-", "—", "_", "--"].contains(words.first?.text ?? "")
  }

  /// How well some words go into a place; more is better.
  func score(_ words: ArraySlice<LayoutText.Word>, _ path: String) -> Float {
    if words.isEmpty { return -0.8 }
    if Self.isDash(words) { return 0.6 }
    switch looks[path] ?? .computed {
    case .codes(let skeletons): return codes(words, skeletons)
    case .typed(let field, let mostWords): return typed(words, field, mostWords)
    case .name: return words.contains { $0.text.contains(where: \.isNumber) } ? -0.8 : 0.4
    case .words: return 0.3
    case .address: return words.contains { Self.isPostcode($0.text) } ? 1.6 : -0.2
    case .group: return words.contains { $0.text.contains(where: \.isNumber) } ? -0.6 : 0.4
    case .computed: return words.count <= 4 ? 0.2 : 0
    }
  }

  private func codes(_ words: ArraySlice<LayoutText.Word>, _ skeletons: Set<[UInt8]>) -> Float {
    // Pages set dots between several answers; elsewhere it is commas, which labels have as well.
    let hasDots = words.contains { $0.text == "·" }
    var parts: [[UInt8]] = [[]]
    for word in words {
      if hasDots {
        if word.text == "·" { parts.append([]) }
        for letter in word.skeleton where parts[parts.count - 1].last != letter {
          parts[parts.count - 1].append(letter)
        }
        continue
      }
      for letter in word.skeleton where parts[parts.count - 1].last != letter { parts[parts.count - 1].append(letter) }
      if word.text.hasSuffix(",") || word.text.hasSuffix(";") { parts.append([]) }
    }
    let filled = parts.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return -1 }
    // A list of answers, or one whose label has a comma itself.
    let whole = filled.count > 1 ? filled.joined().reduce(into: [UInt8]()) { if $0.last != $1 { $0.append($1) } } : []
    if filled.allSatisfy(skeletons.contains) || skeletons.contains(whole) { return 2 + 0.1 * Float(words.count) }
    if skeletons.contains(where: { code in filled.count == 1 && WordMatching.isSame(code, filled[0]) }) { return 1.2 }
    return -1.2
  }

  private func typed(_ words: ArraySlice<LayoutText.Word>, _ field: FieldDefinition, _ mostWords: Int) -> Float {
    guard words.count <= mostWords else { return -2 }
    let text = words.map(\.text).joined(separator: " ")
    if isValid(text, field) { return 2 }
    return text.contains(where: \.isNumber) ? -0.6 : -1.4
  }

  /// Whether a text is a value of a field as it stands.
  func isValid(_ text: String, _ field: FieldDefinition) -> Bool {
    switch input.content(of: text, in: field) {
    case .value(let value)?:
      input.finding(value, in: field, of: form, day: day, path: "", place: "") == nil
    case .status?: true
    case .group?, nil: false
    }
  }

  /// Whether a value goes on in the next line where it is broken.
  func mayGoOn(_ path: String) -> Bool {
    switch looks[path] ?? .computed {
    case .typed(let field, _): field.has(.goesOn)
    case .computed: false
    case .codes, .name, .words, .address, .group: true
    }
  }

  /// Whether a place that must hold a day, a number or the like has a sentence in it: what the page says in place of a
  /// value.
  func isSentence(_ text: String, _ path: String) -> Bool {
    guard case .typed(let field, _)? = looks[path] else { return false }
    return !text.contains(where: \.isNumber) && !isValid(text, field)
  }

  /// Whether a place holds a text of several lines.
  func isLong(_ path: String) -> Bool { form.field(at: path)?.has(.multiline) ?? false }

  /// Whether nothing about the words would show that they stand in the wrong place.
  func isFree(_ path: String) -> Bool {
    switch looks[path] ?? .computed {
    case .name, .words, .group: true
    case .codes, .typed, .address, .computed: false
    }
  }

  /// Whether a line of the page has something of the kind, for places that show by themselves what they hold.
  func hasAny(_ words: [LayoutText.Word], _ path: String) -> Bool? {
    switch looks[path] ?? .computed {
    case .typed(let field, let mostWords):
      return words.indices.contains { start in
        (1...mostWords).contains { count in
          start + count <= words.count && words[start].text.contains(where: \.isNumber)
            && isValid(words[start..<(start + count)].map(\.text).joined(separator: " "), field)
        }
      } || words.contains { ["–", "-", "—"].contains($0.text) }
    case .codes(let skeletons):
      return words.indices.contains { start in
        (1...5).contains { count in
          start + count <= words.count && codes(words[start..<(start + count)], skeletons) > 0
        }
      } || words.contains { ["–", "-", "—"].contains($0.text) }
    case .address:
      // It may go on in the next line.
      return words.contains { Self.isPostcode($0.text) || Self.isDash([$0]) } ? true : nil
    case .name, .words, .group, .computed: return nil
    }
  }

  private static func isPostcode(_ word: String) -> Bool {
    let digits = word.filter(\.isNumber)
    return digits.count == 5 && word.count <= 6
  }
}
