import Files
import Paperwork
import Testing
import XMLTree

@testable import FormModel

/// Simple expressions are evaluated without libxml2, which stays the judge of what they mean.
struct DirectExpressionTests {
  /// Every expression of the form at every place it is meant for.
  private static func expressions(of tree: RecordTree) -> [(source: String, slot: Int)] {
    var result: [(source: String, slot: Int)] = []
    func collect(_ rules: [RulePlan], at slot: Int) {
      for plan in rules {
        result += [plan.rule.each, plan.rule.when, plan.rule.test, plan.rule.at, plan.rule.reason].compactMap {
          $0.map { ($0, slot) }
        }
      }
    }
    func collect(below parent: Int) {
      guard let inner = tree.slots[parent].inner else { return }
      for (place, plan) in inner.items.enumerated() {
        let common = plan.common
        var sources = [common.relevant, common.required, common.ask, common.proposal, common.count]
        sources += [plan.field?.definition.calculate, plan.field?.definition.defaultValue]
        result += sources.compactMap { $0.map { ($0, parent) } }
        for slot in tree.linked(place, below: parent) {
          collect(plan.rules, at: slot)
          if case .group(let group) = plan.item {
            result += ([group.display].compactMap { $0 } + group.masks.map(\.when)).map { ($0, slot) }
          }
          collect(below: slot)
        }
      }
    }
    collect(tree.plan.rules, at: 0)
    collect(below: 0)
    return result
  }

  /// What a value is, for comparing: nodes by their places.
  private static func description(_ value: XPathValue) -> String {
    switch value {
    case .nodes(let nodes): "nodes \(nodes.map { "\(ObjectIdentifier($0.document).hashValue) \($0.path)" })"
    case .string(let text): "string \(text)"
    case .number(let number): number.isNaN ? "NaN" : "number \(number)"
    case .boolean(let value): "boolean \(value)"
    }
  }

  /// The record with some of its values left out, or moved to where others stood; the same for the same seed.
  private static func changed(_ record: Record, seed: UInt64) -> Record {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ count: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % count
    }
    var texts: [String] = ["", "0", "-3", "1e3", " 7 ", "ja"]
    func changed(_ group: RecordGroup) -> RecordGroup {
      RecordGroup(
        group.items.compactMap { item in
          if next(6) == 0 { return nil }
          switch item.content {
          case .group(let inner): return RecordGroup.Item(item.id, .group(changed(inner)))
          case .value(let text):
            texts.append(text)
            return RecordGroup.Item(item.id, .value(next(5) == 0 ? texts[Int(next(UInt64(texts.count)))] : text))
          case .status: return item
          }
        })
    }
    var result = record
    result.root = changed(record.root)
    return result
  }

  @Test(arguments: ExampleTests.findings.map(\.file))
  func `Every expression gives the same both ways`(_ name: String) throws {
    let catalogue = Catalogue(home: Repository.root)
    let (paper, library) = try PaperReader(catalogue: catalogue, day: Repository.day)
      .read(try FileReader.bytes(at: FilePath.joining(Repository.root, "Examples/\(name)"), limit: 1 << 20))
    let form = try #require(library.forms[paper.record.form])
    var direct = 0
    var all = 0
    for seed in 0..<6 as Range<UInt64> {
      let record = seed == 0 ? paper.record : Self.changed(paper.record, seed: seed)
      let evaluator = Evaluator(form: form, library: library, record: record, day: Repository.day)
      evaluator.settle()
      let bench = evaluator.plan.lendBench(to: evaluator)
      defer { evaluator.plan.takeBack(bench) }
      for (source, slot) in Self.expressions(of: evaluator.tree) {
        all += 1
        guard bench.isDirect(source) else { continue }
        direct += 1
        let node = evaluator.tree.slots[slot].node
        let own = Self.description(try bench.value(source, at: node))
        let judged = Self.description(try bench.judged(source, at: node))
        #expect(own == judged, "\(source) at \(node.path)")
      }
    }
    #expect(name != "gespraechsnotiz-lang.json" || direct * 4 > all * 3, "\(direct) of \(all)")
  }
}
