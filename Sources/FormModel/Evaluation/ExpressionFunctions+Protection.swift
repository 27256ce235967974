internal import XMLTree

/// Functions that look for what must not stand in a text, in whatever way it was written.
extension ExpressionFunctions {
  static let protectionSignatures: [String: ClosedRange<Int>] = [
    "texts": 0...1, "resembles": 2...2, "mentions-place": 3...3,
  ]

  func registerProtection() {
    on("texts") { arguments, _ in .nodes(freeTexts(besides: arguments.first?.nodes ?? [])) }
    on("resembles") { arguments, _ in
      guard let list = library.listedWords(arguments[1].string) else { return .string("") }
      let texts =
        if case .nodes(let nodes) = arguments[0] { nodes.map(\.text) } else { [arguments[0].string] }
      return .string(texts.lazy.compactMap { list.resembled(in: $0) }.first ?? "")
    }
    on("mentions-place") { arguments, _ in
      let text = arguments[0].string
      // A field does not give itself away.
      let own = arguments[0].nodes.first
      guard !text.isEmpty else { return .string("") }
      let search = evaluator.placeSearch(arguments[1].string)
      for node in arguments[2].nodes {
        let found = evaluator.placeParts(of: node).first { $0.node != own && search.tells($0.part, in: text) }
        if let found { return .string(tree.definition(of: found.node)?.label ?? "") }
      }
      return .string("")
    }
  }

  /// The filled fields of the record that hold words of whoever wrote them, in the order of the form.
  ///
  /// Streets and towns of addresses are none; what is hidden, and what stands in some nodes, does not count.
  private func freeTexts(besides others: [XMLNode]) -> [XMLNode] {
    var result: [XMLNode] = []
    var left: Set<Int> = []
    for slot in others.compactMap(tree.slot) {
      left.insert(slot)
      tree.visit(below: slot) { left.insert($0) }
    }
    tree.visit { slot in
      guard !left.contains(slot) else { return }
      if tree.slots[slot].plan?.field?.isFreeText == true, tree.isFilled(slot),
        evaluator.masked[tree.slots[slot].node] == nil
      {
        result.append(tree.slots[slot].node)
      }
    }
    return result
  }
}

extension Evaluator {
  /// What a field, an address or a person tells about where somebody is, hidden or not.
  func placeParts(of node: XMLNode) -> [(part: PlaceSearch.Part, node: XMLNode)] {
    switch tree.definition(of: node) {
    case .field(let field)?:
      let text = fullText(of: node)
      guard !text.isEmpty else { return [] }
      if field.has(.telephone) { return [(.phone(text), node)] }
      if field.has(.mail) { return [(.email(text), node)] }
      return field.has(.words) ? [(.house(text), node)] : []
    case .group(let group)?:
      var result: [(PlaceSearch.Part, XMLNode)] = []
      let line = group.line?.parts ?? []
      for child in node.elements {
        guard case .field(let field)? = tree.definition(of: child) else {
          result += placeParts(of: child)
          continue
        }
        if let part = line.lazy.compactMap({ $0.place(field.common.id, self.fullText(of: child)) }).first {
          result.append((part, child))
        } else if field.has(.telephone) || field.has(.mail) {
          result += placeParts(of: child)
        }
      }
      return result
    case nil: return []
    }
  }
}

extension LineDefinition.Part {
  /// What a field of the line tells about a place; nil where it tells nothing by itself.
  fileprivate func place(_ id: String, _ text: String) -> PlaceSearch.Part? {
    guard !text.isEmpty else { return nil }
    return switch self {
    case .street(let street, _): id == street ? .street(text) : nil
    case .town(let postcode, _): id == postcode ? .postcode(text) : nil
    case .field, .name: nil
    }
  }

  /// Whether a field is written in this part as an address is, so that it holds no free words.
  func isAddress(_ id: String) -> Bool {
    switch self {
    case .street(let street, let number): id == street || id == number
    case .town(let postcode, let town): id == postcode || id == town
    case .field, .name: false
    }
  }
}
