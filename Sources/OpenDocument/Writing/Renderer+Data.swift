internal import XMLTree

extension Renderer {
  /// What a value mark prints; nil when it prints nothing or was reported.
  mutating func text(of mark: Int, isOptional: Bool, at place: Place) -> String? {
    let text: String?
    if let path = program.expressions[mark].path {
      text = place.node.first(on: path).flatMap(data.text)
    } else {
      guard let value = evaluate(mark, at: place) else { return nil }
      switch value {
      case .nodes(let nodes): text = nodes.first.flatMap(data.text)
      case .number(let number):
        guard number.isFinite || data.empty != nil else {
          report(.notANumber, mark)
          return nil
        }
        // A whole number may be a year, which has no point between its digits.
        text =
          !number.isFinite
          ? nil : Int(exactly: number) != nil ? value.string : TemplateFormat.number(number) ?? value.string
      case .boolean: text = value.string
      // A computed text that comes out empty is a gap on the page, except where somebody is to write.
      case .string(let string): text = string.isEmpty && !mayBeEmpty ? nil : string
      }
    }
    guard text == nil, !isOptional else { return text }
    if let empty = data.empty { return mayBeEmpty ? "" : empty }
    report(.missing, mark)
    return nil
  }

  /// The node whose text a value mark prints; nil when it prints something computed.
  mutating func node(of mark: Int, at place: Place) -> XMLNode? {
    evaluate(mark, at: place)?.nodes.first
  }

  mutating func nodes(of mark: Int, at place: Place) -> [XMLNode]? {
    if let path = program.expressions[mark].path { return place.node.nodes(on: path) }
    guard let value = evaluate(mark, at: place) else { return nil }
    guard case .nodes(let nodes) = value else {
      report(.notNodes, mark)
      return nil
    }
    return nodes
  }

  mutating func evaluate(_ mark: Int, at place: Place) -> XPathValue? {
    if let path = program.expressions[mark].path {
      return .nodes(place.node.first(on: path).map { [$0] } ?? [])
    }
    // One that could not be made ready was reported at the beginning.
    guard let program = programs[mark] else { return nil }
    do {
      return try data.engine.evaluate(program, at: place.node, position: place.position, size: place.size)
    } catch {
      report(.evaluation, mark, found: error.found)
      return nil
    }
  }

  mutating func report(_ code: RenderProblem.Code, _ mark: Int, found: String? = nil) {
    problems.append(RenderProblem(code, mark: program.marks[mark], positions: positions, found: found))
  }
}
