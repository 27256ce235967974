internal import XMLTree

/// A document whose nodes are declared in a form.
protocol KnownNodes: AnyObject {
  var document: XMLDocument { get }
  /// What a node of it is declared as.
  func plan(of node: XMLNode) -> ItemPlan?
  /// The answer that a node of it holds in place of a value.
  func status(of node: XMLNode) -> AnswerStatus?
}

/// A record as an XML tree over which expressions are evaluated, and what each node of it is declared as.
///
/// Every declared field has a node, an empty one where nothing is filled in; a repeated group has as many as the
/// record. What is not relevant stands there as empty, and what repeats is taken out while it is not. One tree serves a
/// record from its first pass to the page: it is changed in place and never built again.
final class RecordTree: KnownNodes {
  /// One place of the tree; its number stands in its node.
  struct Slot {
    let node: XMLNode
    /// What it is declared as; nil for the record itself.
    let plan: ItemPlan?
    /// What can stand below it; nil for a field.
    let inner: GroupPlan?
    let parent: Int
    /// The number among those of a repeated item, from 1; 0 where nothing repeats.
    let number: Int
    /// What the record says.
    var given: RecordContent?
    /// Where the ranges of its items begin.
    var spans = 0
    /// An answer that is no value.
    var status: AnswerStatus?
    /// Whether it stands there as empty because it, or a group around it, is not relevant.
    var isHidden = false
    /// Whether it stands in the tree; what repeats and is not relevant does not.
    var isLinked = true
  }

  /// The attribute in which a node tells an answer that is no value.
  static let statusName = "status"

  let document = XMLDocument(root: "record")
  let plan: FormPlan
  let caseNumber: String?
  /// Whether it is the tree of a blank paper.
  let isBlank: Bool
  /// How many places direct expressions have looked at since this was last counted anew.
  var steps = 0
  /// How many they may look at; beyond it they find nothing, and whoever evaluates them refuses.
  var stepLimit = Int.max
  private(set) var slots: [Slot] = []
  /// For each group and each of its items the places of what there is of it.
  private var spans: [Range<Int>] = []
  /// For each of those whether the item is not relevant there.
  private(set) var irrelevant: [Bool] = []
  /// The field that an option belongs to, the group around it, and the answer it stands for.
  private(set) var options: [XMLNode: (field: FieldDefinition, group: XMLNode, answer: String)] = [:]
  /// The trees of other papers whose nodes expressions were given.
  private var foreign: [ObjectIdentifier: any KnownNodes] = [:]

  var root: XMLNode { document.root }

  /// Builds the tree of a record, or that of a blank paper: there repeated groups have as many empty instances as their
  /// declaration says.
  ///
  /// `caseNumber` is that of the case it belongs to, kept apart from the field that tells it, which may be empty here
  /// because it is not relevant.
  init(_ plan: FormPlan, record: Record?, caseNumber: String?) {
    self.plan = plan
    self.caseNumber = caseNumber
    isBlank = record == nil
    plan.note { $0.trees += 1 }
    let root = document.root
    root.setAttribute("form", to: plan.form.id)
    caseNumber.map { root.setAttribute("case", to: $0) }
    slots.reserveCapacity(plan.top.count + 1)
    add(Slot(node: root, plan: nil, inner: plan.top, parent: 0, number: 0, given: nil))
    fill(0, with: record?.root)
    irrelevant = Array(repeating: false, count: spans.count)
  }

  /// The tree of a record that has changed more than a tree can, knowing the same other papers.
  convenience init(_ plan: FormPlan, record: Record, beside other: RecordTree) {
    self.init(plan, record: record, caseNumber: other.caseNumber)
    foreign = other.foreign
  }

  private func add(_ slot: Slot) {
    slots.append(slot)
    slot.node.tag = slots.count
  }

  /// Adds what stands below a group: first its own items, so that those of one kind stand side by side.
  private func fill(_ parent: Int, with group: RecordGroup?) {
    guard let inner = slots[parent].inner else { return }
    let node = slots[parent].node
    let own = spans.count
    slots[parent].spans = own
    spans.append(contentsOf: repeatElement(0..<0, count: inner.items.count))
    var contents: [[RecordContent]] = Array(repeating: [], count: inner.items.count)
    for item in group?.items ?? [] {
      if let place = inner.places[item.id] { contents[place].append(item.content) }
    }
    let first = slots.count
    for (place, plan) in inner.items.enumerated() {
      let count = plan.repeats ? (isBlank ? plan.item.blankRows : contents[place].count) : 1
      spans[own + place] = slots.count..<(slots.count + count)
      for index in 0..<count {
        let given = contents[place].indices.contains(index) ? contents[place][index] : nil
        add(
          Slot(
            node: node.append(plan.id), plan: plan, inner: plan.inner, parent: parent,
            number: plan.repeats ? index + 1 : 0, given: given))
        show(slots.count - 1)
      }
    }
    for slot in first..<slots.count where slots[slot].inner != nil {
      if case .group(let group)? = slots[slot].given { fill(slot, with: group) } else { fill(slot, with: nil) }
    }
  }

  /// Puts into a place what the record says of it.
  private func show(_ slot: Int) {
    switch slots[slot].given {
    case .value(let text)?:
      if slots[slot].inner == nil { slots[slot].node.setText(text) }
    case .status(let status)?:
      slots[slot].node.setAttribute(Self.statusName, to: status.rawValue)
      slots[slot].status = status
    case .group?, nil: break
    }
  }

  // MARK: Places

  /// The place that a node of this tree stands for.
  func slot(of node: XMLNode) -> Int? {
    node.document === document && node.tag > 0 ? node.tag - 1 : nil
  }

  /// The places of one item below a group, in order; those that are not in the tree among them.
  func span(of place: Int, below slot: Int) -> Range<Int> { spans[slots[slot].spans + place] }

  /// The places of one item below a group that stand in the tree.
  func linked(_ place: Int, below slot: Int) -> [Int] { span(of: place, below: slot).filter { slots[$0].isLinked } }

  /// All places that stand in the tree below one, in the order of the tree.
  func visit(below slot: Int = 0, _ body: (Int) -> Void) {
    guard let inner = slots[slot].inner else { return }
    for place in inner.items.indices {
      for child in span(of: place, below: slot) where slots[child].isLinked {
        body(child)
        visit(below: child, body)
      }
    }
  }

  /// Whether the place, or anything below it, holds a value.
  func isFilled(_ slot: Int) -> Bool { slots[slot].node.hasText }

  /// Whether the node, or anything below it, holds a value.
  func isFilled(_ node: XMLNode) -> Bool { node.hasText }

  /// Sets the value of a field that is calculated or hidden.
  func set(_ slot: Int, to text: String) {
    slots[slot].node.setText(text)
  }

  /// Sets a calculated field back to what the record says.
  func reset(_ slot: Int) {
    let text = if case .value(let given)? = slots[slot].given { given } else { "" }
    if !slots[slot].node.hasText(text) { slots[slot].node.setText(text) }
  }

  /// Puts into place what the record says now of one field; false where it has no place of its own.
  func take(_ contents: [RecordContent], at path: RecordPath) -> Bool {
    guard contents.count == 1, let slot = slot(at: path), slots[slot].inner == nil, !slots[slot].isHidden else {
      return false
    }
    slots[slot].given = contents[0]
    if slots[slot].status != nil {
      slots[slot].node.removeAttribute("status")
      slots[slot].status = nil
    }
    show(slot)
    return true
  }

  private func slot(at path: RecordPath) -> Int? {
    var here = 0
    for step in path.steps {
      guard let inner = slots[here].inner, let place = inner.places[step.name] else { return nil }
      let span = span(of: place, below: here)
      guard step.number <= span.count, inner.items[place].repeats == step.isNumbered else {
        return nil
      }
      here = span.lowerBound + step.number - 1
    }
    return here
  }

  // MARK: Relevance

  /// Whether an item is not relevant below a group.
  func isIrrelevant(_ place: Int, below slot: Int) -> Bool { irrelevant[slots[slot].spans + place] }

  func mark(_ place: Int, below slot: Int, in marks: inout [Bool]) { marks[slots[slot].spans + place] = true }

  /// Changes what is not relevant, in place.
  func turn(_ marks: [Bool]) {
    irrelevant = marks
    turn(0, isHidden: false)
  }

  private func turn(_ parent: Int, isHidden: Bool) {
    guard let inner = slots[parent].inner else { return }
    for (place, plan) in inner.items.enumerated() {
      let isOff = isHidden || isIrrelevant(place, below: parent)
      let span = span(of: place, below: parent)
      for slot in span.reversed() where slots[slot].isHidden != isOff { turn(slot, plan, isHidden: isOff) }
      if plan.inner != nil { for slot in span { turn(slot, isHidden: isOff) } }
    }
  }

  private func turn(_ slot: Int, _ plan: ItemPlan, isHidden: Bool) {
    slots[slot].isHidden = isHidden
    let node = slots[slot].node
    if isHidden {
      if plan.inner == nil, node.hasText { node.setText("") }
      if slots[slot].status != nil {
        node.removeAttribute("status")
        slots[slot].status = nil
      }
      if plan.repeats {
        node.remove()
        slots[slot].isLinked = false
      }
    } else {
      show(slot)
      guard plan.repeats, !slots[slot].isLinked else { return }
      node.putBack(below: slots[slots[slot].parent].node, before: following(slot))
      slots[slot].isLinked = true
    }
  }

  /// The next node beside a place that stands in the tree; siblings have ascending places.
  private func following(_ slot: Int) -> XMLNode? {
    let parent = slots[slot].parent
    var next = slot + 1
    while next < slots.count, slots[next].parent == parent {
      if slots[next].isLinked { return slots[next].node }
      next += 1
    }
    return nil
  }

  // MARK: Other trees and nodes

  /// Lets nodes of another paper be known here.
  func adopt(_ other: any KnownNodes) {
    foreign[ObjectIdentifier(other.document)] = other
  }

  /// Remembers which answer an option stands for.
  func note(_ option: XMLNode, of field: FieldDefinition, in group: XMLNode, answer: String) {
    options[option] = (field, group, answer)
  }

  /// What a node of this paper, or of one that it was given, is declared as.
  func definition(of node: XMLNode) -> ItemDefinition? { plan(of: node)?.item }

  func plan(of node: XMLNode) -> ItemPlan? {
    guard node.document === document else { return foreign[ObjectIdentifier(node.document)]?.plan(of: node) }
    return slot(of: node).flatMap { slots[$0].plan }
  }

  /// The answer that a node holds in place of a value.
  func status(of node: XMLNode) -> AnswerStatus? {
    guard node.document === document else { return foreign[ObjectIdentifier(node.document)]?.status(of: node) }
    return slot(of: node).flatMap { slots[$0].status }
  }

  /// Whether a node stands there as empty because it is not relevant.
  func isHidden(_ node: XMLNode) -> Bool { slot(of: node).map { slots[$0].isHidden } ?? false }

  /// The path of a node below the record, with numbers for repeated items; nil for the record and for other nodes.
  func path(of node: XMLNode) -> String? { slot(of: node).flatMap { path(of: $0) } }

  func path(of slot: Int) -> String? {
    guard let plan = slots[slot].plan else { return nil }
    let number = slots[slot].number
    return path(below: slots[slot].parent, plan.id + (number > 0 ? "[\(number)]" : ""))
  }

  /// The path of a name below a place.
  func path(below slot: Int, _ name: String) -> String { path(of: slot).map { $0 + "/" + name } ?? name }

  /// The place of a node in words, such as „Kind(er) 2 › Vorname(n)“; nil for the record and for other nodes.
  func place(of node: XMLNode) -> String? { slot(of: node).flatMap { place(of: $0) } }

  func place(of slot: Int) -> String? {
    guard let plan = slots[slot].plan else { return nil }
    let parent = slots[slot].parent
    let siblings = slots[parent].inner?.places[plan.id].map { span(of: $0, below: parent).count } ?? 1
    let number = slots[slot].number
    let own = plan.label + (number > 0 && siblings > 1 ? " \(number)" : "")
    return place(of: parent).map { $0 + " › " + own } ?? own
  }
}

extension ItemDefinition {
  fileprivate var blankRows: Int {
    switch self {
    case .field: 0
    case .group(let group): group.blankRows
    }
  }
}
