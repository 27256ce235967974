internal import XMLTree

/// All papers of a count in one document, with nodes for what the statistics looks at and nothing else.
///
/// Every declared item has a node, an empty one where nothing is filled in, as in the tree of a record; what repeats has as
/// many as there are. The tag of a node is the number of its declaration, so that nothing else is kept of it.
final class CountedForest: KnownNodes {
  /// An item with the number that its nodes carry.
  private final class Branch {
    let plan: ItemPlan
    let tag: Int
    let inner: [Branch]

    init(_ plan: ItemPlan, _ plans: inout [ItemPlan]) {
      self.plan = plan
      plans.append(plan)
      tag = plans.count
      inner = (plan.inner?.items ?? []).map { Branch($0, &plans) }
    }
  }

  let document = XMLDocument(root: "papers", sharingTexts: true)
  private var plans: [ItemPlan] = []
  private var forms: [String: [XMLNode]] = [:]
  private var cases: [String: [XMLNode]] = [:]
  /// The roots of the papers by the places they were given at.
  private(set) var roots: [Int: XMLNode] = [:]

  /// How many papers there are.
  var count: Int { roots.count }

  /// Plants papers that were reduced by the forms of a library.
  init(_ papers: [CountedPaper], library: FormLibrary) {
    var branches: [String: [Branch]] = [:]
    let top = document.root
    for (index, paper) in papers.enumerated() {
      guard let packed = paper.packed, let form = library.forms[paper.form] else { continue }
      let own = branches[paper.form] ?? library.plans.plan(for: form).top.items.map { Branch($0, &plans) }
      branches[paper.form] = own
      let root = top.append("record")
      root.setAttribute("form", to: paper.form)
      paper.caseNumber.map { root.setAttribute("case", to: $0) }
      var reader = PackedPaper.Reader(packed)
      grow(own, below: root, &reader)
      roots[index] = root
    }
    document.numberElements()
    show(Set(roots.keys), of: papers)
  }

  /// Lets nothing but the papers at some places be found.
  func show(_ places: Set<Int>, of papers: [CountedPaper]) {
    (forms, cases) = ([:], [:])
    for (index, paper) in papers.enumerated() where places.contains(index) {
      guard let root = roots[index] else { continue }
      forms[paper.form, default: []].append(root)
      if let number = paper.caseNumber { cases[number, default: []].append(root) }
    }
  }

  private func grow(_ branches: [Branch], below node: XMLNode, _ reader: inout PackedPaper.Reader) {
    for (place, branch) in branches.enumerated() {
      var isThere = false
      while let kind = reader.next(place) {
        isThere = true
        switch kind {
        case .value: node.append(branch.plan.id, sharedText: reader.text()).tag = branch.tag
        case .status:
          let child = node.append(branch.plan.id)
          child.tag = branch.tag
          child.setAttribute(RecordTree.statusName, to: reader.text())
          var nothing = PackedPaper.Reader(nil)
          grow(branch.inner, below: child, &nothing)
        case .group:
          let child = node.append(branch.plan.id)
          child.tag = branch.tag
          grow(branch.inner, below: child, &reader)
          reader.endGroup()
        }
      }
      guard !isThere, !branch.plan.repeats else { continue }
      let child = node.append(branch.plan.id)
      child.tag = branch.tag
      var nothing = PackedPaper.Reader(nil)
      grow(branch.inner, below: child, &nothing)
    }
  }

  /// The papers of a form, in the order given.
  func papers(ofForm form: String) -> [XMLNode] { forms[form] ?? [] }

  /// The papers of a case, in the order given.
  func papers(inCase number: String) -> [XMLNode] { cases[number] ?? [] }

  func plan(of node: XMLNode) -> ItemPlan? { plans.indices.contains(node.tag - 1) ? plans[node.tag - 1] : nil }

  func status(of node: XMLNode) -> AnswerStatus? {
    node.attribute(RecordTree.statusName).flatMap { AnswerStatus(rawValue: $0) }
  }
}
