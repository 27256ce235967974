package import FormModel
import Paperwork

/// Puts the check of a form to the proof with records that are broken in one place.
package struct BreakageProof {
  let town: ProvenTown
  let form: FormDefinition
  private let names: [String: [String]]

  /// A proof for records of a form.
  package init(_ form: FormDefinition, in town: ProvenTown) {
    (self.town, self.form) = (town, form)
    names = town.names(in: form)
  }

  /// Some of the ways in which a valid paper can be broken.
  package func breakages(of paper: GeneratedPaper, _ count: Int, _ dice: inout Dice) throws -> [BrokenPaper] {
    let evaluated = try town.evaluate(paper.record, among: paper.companions)
    let breakage = Breakage(form, town.library, paper.record)
    let all = try evaluated.outline().sections.flatMap(\.items).flatMap(breakage.breakages) + breakage.unknown
    // Of each kind first one, so that rare ones come up.
    let kinds = Dictionary(grouping: all, by: \.kind).sorted { $0.key.rawValue < $1.key.rawValue }
    return kinds.shuffled(using: &dice).prefix(count).compactMap { $0.value.randomElement(using: &dice) }
  }

  /// What is wrong with what the program says about a broken record.
  package func failures(of broken: BrokenPaper, from paper: GeneratedPaper) throws -> [Failure] {
    let before = try town.evaluate(paper.record, among: paper.companions).findings
    let after = try town.evaluate(broken.record, among: paper.companions)
    let new = after.findings.filter { finding in
      !before.contains { $0.id == finding.id && $0.path == finding.path && $0.strength == finding.strength }
    }
    var failures: [Failure] = []
    let what = "\(broken.kind.rawValue) \(broken.path)"
    let told = after.findings.filter { $0.id == broken.id && Self.isSame($0.path, broken.path) }
    if told.count != 1 || told.first?.strength != broken.strength {
      let said = new.map { "\($0.id) \($0.path)" }.joined(separator: ", ")
      failures.append(
        Failure(claim: .finding, detail: "\(what): \(broken.id) was told \(told.count) times; new: \(said)"))
    }
    for finding in new where finding.strength == .error && finding.id != broken.id && !isExplained(finding, by: broken)
    {
      failures.append(Failure(claim: .finding, detail: "\(what): also \(finding.id) \(finding.path)"))
    }
    let made = try? town.maker.documents(of: after, named: "probe", town.library, as: .odt) { _ in after }
    if (made != nil) != after.errors.isEmpty {
      failures.append(
        Failure(claim: .refusal, detail: "\(what): made \(made?.count ?? 0) with \(after.errors.map(\.id))"))
    }
    return failures
  }

  /// The number of the last step says which of several; a finding about all of them has none.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    func bare(_ path: String) -> String {
      path.hasSuffix("]") ? String(path.prefix(upTo: path.lastIndex(of: "[") ?? path.endIndex)) : path
    }
    return bare(left) == bare(right)
  }

  /// Another rule may look at the broken item, at one inside it or around it.
  private func isExplained(_ finding: Finding, by broken: BrokenPaper) -> Bool {
    var mentioned = Set(names[finding.id] ?? [])
    if let item = RecordPlace(finding.path).item(in: form) {
      mentioned.formUnion(ProvenTown.words([item.common.required, item.common.relevant]))
      // What is calculated from the broken item is broken with it.
      if case .field(let field) = item {
        mentioned.formUnion(ProvenTown.words([field.calculate] + field.relations.flatMap(\.terms).map(\.path)))
      }
    }
    mentioned = town.reached(from: mentioned, in: form)
    let place = RecordPlace(broken.path)
    var touched: Set<String> = Set(place.steps.map { String($0.prefix { $0 != "[" }) })
    func walk(_ item: ItemDefinition) {
      touched.insert(item.id)
      if case .group(let group) = item { group.items.forEach(walk) }
    }
    if let item = place.item(in: form) { walk(item) }
    return !mentioned.isDisjoint(with: touched) || finding.path.hasPrefix(broken.path)
  }
}
