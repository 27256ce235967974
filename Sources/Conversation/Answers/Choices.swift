public import FormModel

/// The possible answers to a question, and what somebody meant by what was typed.
public struct Choices: Hashable, Sendable {
  /// One possible answer.
  public struct Option: Hashable, Sendable {
    /// The id of the code.
    public var id: String
    /// What is typed for it in short: a number.
    public var key: String
    /// The German label.
    public var label: String
    /// The short label that pages print for it.
    public var short: String
    /// The search forms of id, label, short label and what people also say.
    let forms: [String]
  }

  /// How a typed text compares with the options.
  public enum Match: Hashable, Sendable {
    /// Exactly one answer.
    case one(Option)
    /// Several begin like that.
    case several([Option])
    /// None; the nearest, if one is near.
    case none(nearest: Option?)
  }

  /// The answers in order.
  public let options: [Option]

  /// The codes of a list.
  ///
  /// Codes whose id is a number are called by it; the others by their place in the list where that number is free.
  public init(_ list: CodeList) {
    let numbers = Set(list.codes.map(\.id).filter { Int($0) != nil })
    options = list.codes.enumerated().map { place, code in
      let isFree = !numbers.contains(String(place + 1))
      let key = Int(code.id) != nil ? code.id : isFree ? String(place + 1) : ""
      let forms = ([code.id, code.label, code.short] + code.also).map { SearchForm.fold($0) }
      return Option(id: code.id, key: key, label: code.label, short: code.short, forms: forms)
    }
  }

  /// Answers that no list holds, such as papers to choose from; each is called by its place.
  public init(_ answers: [(id: String, label: String)]) {
    options = answers.enumerated().map { place, answer in
      Option(
        id: answer.id, key: String(place + 1), label: answer.label, short: answer.label,
        forms: [SearchForm.fold(answer.id), SearchForm.fold(answer.label)])
    }
  }

  /// What papers at hand offer; each is called by its place, which is its id as well.
  init(_ offers: [Outline.Offer]) {
    self.init(offers.enumerated().map { (id: String($0 + 1), label: $1.label) })
  }

  /// What was meant by a text: an id, a number, a label or a word of it, or a
  /// beginning or part that no other has.
  public func match(_ text: String) -> Match {
    let typed = text.trimmingBlanks
    if let exact = options.first(where: { $0.id == typed })
      ?? options.first(where: { $0.key == typed && !typed.isEmpty })
    {
      return .one(exact)
    }
    let form = SearchForm.fold(typed)
    guard !form.isEmpty else { return .none(nearest: nil) }
    let tests: [(Option) -> Bool] = [
      { $0.forms.contains(form) }, { $0.hasWord(form) }, { $0.forms.contains { $0.hasPrefix(form) } },
      { $0.hasWord(beginning: form) }, { form.count > 2 && $0.forms.contains { $0.contains(form) } },
    ]
    for test in tests {
      let found = options.filter(test)
      if found.count == 1 { return .one(found[0]) }
      if found.count > 1 { return .several(found) }
    }
    let names = options.flatMap { [$0.label, $0.id, $0.short] }
    let nearest = Nearest.name(to: typed, among: names)
    return .none(nearest: options.first { [$0.label, $0.id, $0.short].contains(nearest) })
  }

  /// The answers that a text may lead to, the likeliest first; all for an empty text.
  public func filtered(by text: String) -> [Option] {
    let typed = text.trimmingBlanks
    let form = SearchForm.fold(typed)
    guard !form.isEmpty else { return options }
    let isNumber = typed.allSatisfy(\.isNumber)
    let groups: [(Option) -> Bool] = [
      { option in option.forms.contains { $0.hasPrefix(form) } || isNumber && option.key.hasPrefix(typed) },
      { $0.hasWord(beginning: form) }, { option in option.forms.contains { $0.contains(form) } },
    ]
    var result: [Option] = []
    for group in groups { result += options.filter { option in group(option) && !result.contains(option) } }
    return result
  }
}

extension Choices.Option {
  /// Whether a word is what people say for it, whole: „Oma“ is, „Groß“ is not.
  func isSaid(as word: String) -> Bool {
    let form = SearchForm.fold(word)
    return form.count > 2 && forms.contains(form)
  }

  /// Whether a word of the label is that; „Süd“ in „Bochum-Süd“ and not in „Bochum-Südwest“.
  func hasWord(_ word: String) -> Bool {
    forms.contains { $0.split(separator: "-").contains { $0 == word } }
  }

  /// Whether a word of the label begins like that; „Wattenscheid“ in „Bochum-Wattenscheid“.
  func hasWord(beginning form: String) -> Bool {
    forms.contains { $0.contains("-" + form) }
  }
}

extension StringProtocol {
  /// Without blanks at the ends.
  var trimmingBlanks: String { trimming(while: \.isWhitespace) }
}
