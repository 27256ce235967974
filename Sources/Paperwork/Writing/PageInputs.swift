internal import FormModel
internal import OpenDocument
internal import XMLTree

/// What is filled in on a paper: one carrier for each field at its first place on the page.
///
/// On the way through the page it sees which fields are printed and which answers have boxes; then the plan is made, and
/// the page is written with it. For final papers it only knows how printed values are called.
final class PageInputs: InputSource {
  private let paper: EvaluatedRecord
  private let library: FormLibrary
  private let layout: InputLayout
  /// What the expressions of the template's marks name.
  private let shapes: [String: MarkShape]
  /// How far the way through the page has got: it is gone twice before it is written.
  private enum Stage {
    /// Everything that is possible is looked at.
    case exploring
    /// It is known how much can be filled in where; now in which order.
    case rehearsing([Int: Int])
    case writing(InputPlan, weights: [Int: Int])
  }

  private var stage = Stage.exploring
  private var sights: [String: InputPlan.Sight] = [:]
  private var written: Set<String> = []

  init(_ paper: EvaluatedRecord, library: FormLibrary, shapes: [String: MarkShape]) {
    (self.paper, self.library, self.shapes) = (paper, library, shapes)
    layout = InputLayout(paper: paper)
  }

  var assumesFilled: Bool {
    get { paper.assumesFilled }
    set { paper.assumesFilled = newValue }
  }

  /// Goes on to the next stage with what was seen in the one before; false when it is time to write.
  func advance() -> Bool {
    let plan = InputPlan(sights, library: library)
    (sights, written) = ([:], [])
    switch stage {
    case .exploring:
      stage = .rehearsing(plan.weights)
      return true
    case .rehearsing(let weights):
      stage = .writing(plan, weights: weights)
      return false
    case .writing: return false
    }
  }

  var explores: Bool { if case .exploring = stage { true } else { false } }

  func weight(of mark: Int) -> Int {
    switch stage {
    case .exploring: 0
    case .rehearsing(let weights), .writing(_, let weights): weights[mark] ?? 0
    }
  }

  private var plan: InputPlan? { if case .writing(let plan, _) = stage { plan } else { nil } }

  // MARK: - Values

  func parts(of mark: Int, _ expression: String, at node: XMLNode) -> [InputPart]? {
    guard let pieces = layout.pieces(expression, at: node), pieces.contains(where: InputLayout.isInput) else {
      return nil
    }
    var parts: [InputPart] = []
    var pending: [InputPart] = []
    var isEmpty = true
    for piece in pieces {
      let own: [InputPart]
      switch piece {
      case .text(let text): own = [.text(text)]
      case .separator(let text):
        if !isEmpty { pending = [.text(text)] }
        continue
      case .computed(let text): own = [.text(text)]
      case .field(let field, let node): own = self.parts(of: field, at: node, mark: mark)
      case .answer(let field, let node, let answer, let text):
        own =
          box(field, path: paper.path(of: node) ?? "", answer: answer, isTicked: node.text == answer, mark: mark)
          .map { [.carrier($0), .text("\u{A0}" + text)] } ?? (node.text == answer ? [.text(text)] : [])
      }
      guard !own.isEmpty else { continue }
      parts += pending + own
      (pending, isEmpty) = ([], false)
    }
    // What is filled in elsewhere shows here only when the final paper is made.
    return isEmpty ? [.text("…")] : parts
  }

  private func parts(of field: FieldDefinition, at node: XMLNode, mark: Int) -> [InputPart] {
    guard let numbered = paper.path(of: node) else { return [] }
    let path = field.has(.several) ? InputLayout.withoutNumber(numbered) : numbered
    sights[path, default: InputPlan.Sight(field: field)].values.append(mark)
    let shown = shown(node, field)
    guard plan.map({ $0.marks[path] == mark }) ?? true, plan == nil || !written.contains(path) else {
      return shown.isEmpty ? [] : [.text(shown)]
    }
    written.insert(path)
    if field.has(.several) || field.kind.answers.fixed != nil {
      return boxes(field, path: path, at: node)
    }
    let kind: Carrier.Kind = field.list != nil ? .choice : field.has(.multiline) ? .section : .input
    var carrier = Carrier(
      kind, name: CarrierName(path: path).encoded, text: shown,
      prompt: field.shownPlaceholder,
      hint: help(field), instance: instance(of: path))
    if let list = library.codes(of: field)?.offered(on: paper.referenceDay, keeping: [node.text]) {
      let offered = plan?.answers[path] ?? list.codes.map(\.id)
      carrier.options = list.codes.filter { offered.contains($0.id) }.map { list.shown($0) }
      // An answer with a box of its own is ticked there.
      if let code = list.code(node.text), !offered.contains(code.id) { carrier.text = "" }
    }
    return [.carrier(carrier)]
  }

  /// All answers of a field as boxes: two side by side, more of them each on a line of its own, since a line may end
  /// between a box and its word.
  private func boxes(_ field: FieldDefinition, path: String, at node: XMLNode) -> [InputPart] {
    let chosen = chosen(field, node)
    guard let list = library.codes(of: field)?.offered(on: paper.referenceDay, keeping: Set(chosen)) else { return [] }
    let offered = plan?.answers[path] ?? list.codes.map(\.id)
    let codes = list.codes.filter { offered.contains($0.id) }
    let separator = codes.count > 2 ? "\n" : "  "
    return codes.enumerated().flatMap { index, code -> [InputPart] in
      let carrier = box(field, path: path, code, isTicked: chosen.contains(code.id))
      return (index > 0 ? [.text(separator)] : []) + [.carrier(carrier), .text("\u{A0}" + list.shown(code))]
    }
  }

  /// The values of a field; several answers stand in neighbouring nodes.
  private func chosen(_ field: FieldDefinition, _ node: XMLNode) -> Set<String> {
    guard field.has(.several), let parent = node.parent else { return [node.text] }
    return Set(parent.elements(field.common.id).map(\.text))
  }

  /// What a node shows; nothing when it is empty, whatever the page prints then.
  private func shown(_ node: XMLNode, _ field: FieldDefinition) -> String {
    guard !node.text.isEmpty || paper.status(of: node) != nil else { return "" }
    return PaperWriter.text(paper.display(node), of: .field(field))
  }

  // MARK: - Boxes

  func box(of mark: Int, _ expression: String, at node: XMLNode) -> Carrier? {
    guard let tick = tick(expression, at: node) else { return nil }
    return box(tick.field, path: tick.path, answer: tick.answer, isTicked: tick.isTicked, mark: mark)
  }

  private func box(
    _ field: FieldDefinition, path: String, answer: String, isTicked: Bool, mark: Int
  ) -> Carrier? {
    guard let code = library.codes(of: field)?.code(answer) else { return nil }
    sights[path, default: InputPlan.Sight(field: field)].boxes.append(answer)
    sights[path]?.boxMarks.insert(mark)
    let carrier = box(field, path: path, code, isTicked: isTicked)
    return plan == nil || written.insert(carrier.name).inserted ? carrier : nil
  }

  private func box(_ field: FieldDefinition, path: String, _ code: CodeList.Code, isTicked: Bool) -> Carrier {
    Carrier(
      .box, name: CarrierName(path: path, answer: code.id).encoded,
      text: isTicked ? Carrier.ticked : Carrier.unticked, hint: "\(field.common.label): \(code.label)",
      instance: instance(of: path))
  }

  /// The answer that a box stands for: one of a list's options, or the one that a field is compared with.
  private func tick(
    _ expression: String, at node: XMLNode
  ) -> (field: FieldDefinition, path: String, answer: String, isTicked: Bool)? {
    guard case .tick(let path, let answer) = shape(of: expression) else { return nil }
    if path.isSelected, let option = paper.option(of: node) {
      guard option.field.calculate == nil || !option.field.readonly else { return nil }
      return (option.field, option.path, option.answer, node.attribute("selected") == "ja")
    }
    guard let found = path.first(from: node, in: paper), let field = paper.inputField(found),
      let own = paper.path(of: found)
    else { return nil }
    // Several answers stand in neighbouring nodes, and belong together.
    let name = field.has(.several) ? InputLayout.withoutNumber(own) : own
    return (field, name, answer, chosen(field, found).contains(answer))
  }

  private func shape(of expression: String) -> MarkShape { shapes[expression] ?? MarkShape(expression) }

  // MARK: - Names

  func name(of expression: String, at node: XMLNode) -> String {
    if let tick = tick(expression, at: node) { return CarrierName(path: tick.path, answer: tick.answer).encoded }
    guard case .field(let path) = shape(of: expression), let found = path.first(from: node, in: paper),
      let own = paper.path(of: found)
    else { return "" }
    return CarrierName(path: own).encoded
  }

  private func instance(of path: String) -> String {
    CarrierName.instance(of: path).map { CarrierName(path: $0).encoded } ?? ""
  }

  private func help(_ field: FieldDefinition) -> String {
    field.common.label + (field.common.hint.map { ": " + $0 } ?? "")
  }
}

extension CodeList {
  /// What is printed for a code; the long label where several share the short one.
  func shown(_ code: Code) -> String {
    codes.contains { $0.short == code.short && $0.id != code.id } ? code.label : code.short
  }
}
