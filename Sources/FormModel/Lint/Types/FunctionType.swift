internal import XMLTree

/// What a function takes and gives.
struct FunctionType: Hashable {
  /// What can be given to a function.
  enum Parameter: Hashable {
    /// Anything, also several values.
    case any
    /// Anything that is printed, also several values; a group must say how.
    case shown
    /// One value of any kind.
    case one
    /// Words: no day, no number.
    case words
    /// Something that holds or not.
    case condition
    /// A number.
    case number
    /// What can be read as a number.
    case numeric
    /// Fields with numbers, of which there may be several.
    case numbers
    /// A day, or a day with a time.
    case day
    /// Fields with days, of which there may be several.
    case days
    /// A day, also one that is known in part.
    case birth
    /// A time, or a day with a time.
    case time
    /// Nodes of the record.
    case nodes
    /// The field of a choice.
    case code
    /// A name in quotes, which is checked where it is known what it names.
    case word
  }

  /// What a function gives.
  enum Result: Hashable {
    case truth, number, text, match
    case value(ValueType)
    /// Nodes whose place among the declarations `ExpressionCheck.target` knows.
    case nodes(isSeveral: Bool)
    /// One of some words.
    case words([String])
    /// What the first argument is.
    case same
    /// What the second or the third argument is.
    case branch
  }

  /// What the arguments are; the last one stands for all that follow.
  let parameters: [Parameter]
  let result: Result

  init(_ parameters: [Parameter], _ result: Result) {
    (self.parameters, self.result) = (parameters, result)
  }

  func parameter(_ index: Int) -> Parameter { parameters.isEmpty ? .any : parameters[min(index, parameters.count - 1)] }
}

extension FunctionType {
  /// What a function takes and gives; nil for one that does not exist.
  ///
  /// The core functions that no table has tell how a node is called.
  static func of(_ function: String) -> FunctionType? {
    all[function] ?? (XPathEngine.coreFunctions.contains(function) ? FunctionType([.nodes], .text) : nil)
  }

  private static let all: [String: FunctionType] = core.merging(texts) { first, _ in first }.merging(days) { first, _ in
    first
  }
  .merging(papers) { first, _ in first }.merging(templates) { first, _ in first }

  private static let core: [String: FunctionType] = [
    "last": .init([], .number), "position": .init([], .number), "count": .init([.nodes], .number),
    "id": .init([.any], .nodes(isSeveral: true)), "string": .init([.one], .same),
    "concat": .init([.one], .text), "starts-with": .init([.words], .truth), "contains": .init([.words], .truth),
    "substring-before": .init([.words], .text), "substring-after": .init([.words], .text),
    "substring": .init([.words, .number], .text), "string-length": .init([.words], .number),
    "normalize-space": .init([.words], .text), "translate": .init([.words], .text),
    "boolean": .init([.condition], .truth), "not": .init([.condition], .truth), "true": .init([], .truth),
    "false": .init([], .truth), "lang": .init([.words], .truth), "number": .init([.numeric], .number),
    "sum": .init([.numbers], .number), "floor": .init([.number], .number), "ceiling": .init([.number], .number),
    "round": .init([.number], .number),
  ]

  private static let texts: [String: FunctionType] = [
    "if": .init([.condition, .any], .branch), "filled": .init([.any], .truth), "join": .init([.shown], .text),
    "list": .init([.shown], .text), "text-length": .init([.words], .number), "label": .init([.nodes], .text),
    "personal-data": .init([.words, .word], .match), "mentions": .init([.words, .nodes], .match),
    "resembles": .init([.any, .word], .match), "mentions-place": .init([.words, .word, .nodes], .match),
    "only-listed": .init([.words, .word], .truth), "listed-word": .init([.words, .word], .match),
    "listed-part": .init([.words, .word], .match), "code-property": .init([.code, .word], .text),
    "in-list": .init([.one, .word], .truth), "profile": .init([.word], .text), "notice": .init([.word], .text),
    "second-language": .init([], .text), "translation": .init([.any], .text),
    "form-version": .init([], .text), "correction": .init([], .text), "round-to-five": .init([.number], .number),
    "case-of": .init([.one], .value(.paperNumber)), "number-part": .init([.one, .word], .text),
    "next-number": .init([.word, .any], .value(.paperNumber)), "expected": .init([], .text),
    "person-key": .init([.nodes], .text), "share-person": .init([.nodes], .truth),
    "is-publication": .init([], .truth), "column": .init([.number], .truth),
  ]

  private static let days: [String: FunctionType] = [
    "today": .init([], .value(.day)), "reference-day": .init([], .value(.day)),
    "days-from-date": .init([.day], .number), "days-to-date": .init([.number], .value(.day)),
    "minutes": .init([.time], .number), "day-plus": .init([.day, .word], .value(.day)),
    "year": .init([.birth], .number), "month-day": .init([.birth], .text),
    "german-day": .init([.day], .text), "quarter-end": .init([.day], .value(.day)),
    "year-end": .init([.day], .value(.day)), "earliest-day": .init([.days], .number),
    "latest-day": .init([.days], .number), "age": .init([.birth, .day], .number),
    "oldest-age": .init([.birth, .day], .number), "age-text": .init([.birth, .day], .text),
    "partial-kind": .init([.birth], .words(PartialDay.Kind.allCases.map(\.rawValue))),
    "birth-not-after": .init([.birth, .day], .truth), "retention-end": .init([.word], .value(.day)),
    "retention-due": .init([.word], .value(.day)), "retention-rule": .init([.word], .text),
    "period-part": .init([.day], .number), "case-day": .init([.word], .value(.day)),
    "copy-destroyed": .init([.words], .truth),
  ]

  private static let papers: [String: FunctionType] = [
    "other-papers": .init([.word], .nodes(isSeveral: true)), "current-record": .init([], .nodes(isSeveral: false)),
    "papers": .init([.word], .nodes(isSeveral: true)), "sheet": .init([], .nodes(isSeveral: false)),
    "texts": .init([.nodes], .nodes(isSeveral: true)), "on-sheet": .init([.nodes], .truth),
    "options": .init([.word], .nodes(isSeveral: true)),
    "current": .init([], .nodes(isSeveral: false)), "settings": .init([], .nodes(isSeveral: false)),
    "part": .init([.word, .word, .word], .nodes(isSeveral: true)),
    "moves": .init([.word], .nodes(isSeveral: true)), "belonged": .init([.words, .day, .condition], .truth),
    "in-period": .init([.day], .truth), "after-period": .init([.day], .truth),
    "sources": .init([.word], .nodes(isSeveral: true)), "set": .init([.word], .nodes(isSeveral: true)),
    "of-row": .init([], .nodes(isSeveral: true)), "counted": .init([.nodes], .number),
    "open-figures": .init([], .nodes(isSeveral: true)), "where": .init([.nodes, .word], .nodes(isSeveral: true)),
    "first-of-each": .init([.nodes, .word], .nodes(isSeveral: true)),
    "last-of-each": .init([.nodes, .word], .nodes(isSeveral: true)),
    "one-of-each": .init([.nodes, .word], .nodes(isSeveral: true)),
    "case-papers": .init([.nodes], .nodes(isSeveral: true)), "codes": .init([.word], .nodes(isSeveral: true)),
    "code-rows": .init([.word, .number], .nodes(isSeveral: true)), "figure": .init([.one], .nodes(isSeveral: false)),
    "release": .init([], .nodes(isSeveral: false)), "allowed": .init([.word], .truth),
    "granted": .init([.word], .text), "only-recipient": .init([.word], .nodes(isSeveral: false)),
    "open-recipients": .init([.word], .nodes(isSeveral: true)),
    "usable-releases": .init([.word], .nodes(isSeveral: true)),
  ]

  private static let templates: [String: FunctionType] = [
    "datum": .init([.birth], .text), "zahl": .init([.number], .text), "blanko": .init([], .truth),
    "eingabe": .init([], .truth),
  ]
}
