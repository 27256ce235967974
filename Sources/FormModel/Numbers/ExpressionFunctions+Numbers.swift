internal import XMLTree

/// Functions over numbers of cases and papers, which no expression takes apart by itself.
extension ExpressionFunctions {
  static let numberSignatures: [String: ClosedRange<Int>] = [
    "case-of": 1...1, "number-part": 2...2, "next-number": 2...9,
  ]

  func registerNumbers() {
    on("case-of") { arguments, _ in .string(number(arguments[0])?.root ?? "") }
    on("number-part") { arguments, _ in .string(number(arguments[0])?[arguments[1].string] ?? "") }
    on("next-number") { arguments, _ in
      let given = arguments.dropFirst().dropLast().map(\.string)
      guard let pattern = library.number(arguments[0].string), let last = arguments.last, !given.contains("") else {
        return .string("")
      }
      return .string(pattern.next(within: given, taken: last.nodes.map(\.text)) ?? "")
    }
  }

  /// The number that a node holds, read as its field says; any other text as the one kind of number that it is.
  private func number(_ value: XPathValue) -> NumberValue? {
    if let node = value.nodes.first, case .field(let field)? = tree.definition(of: node) {
      return library.number(of: field)?.read(node.text)
    }
    let text = value.string
    let read = text.isEmpty ? [] : library.profile.numbers.compactMap { library.number($0.id)?.read(text) }
    return read.count == 1 ? read[0] : nil
  }
}
