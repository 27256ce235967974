internal import XMLTree

/// What was found among the papers while a record counted them: sets, parts of them, the courses of cases.
///
/// It depends on what the record says beside its figures, such as the period and the area.
final class CountingMemory {
  var sources: [String: [XMLNode]] = [:]
  var sets: [String: (nodes: [XMLNode], asked: Asked)] = [:]
  /// Parts of sets by the text they have in common, by set and expression.
  var parts: [String: [String: [XMLNode]]] = [:]
  var courses: CaseCourses?
}

extension Evaluator {
  /// The memory of this record; shared with other evaluations that say the same, where all papers stay in memory.
  var counting: CountingMemory {
    if let known = knownCounting { return known }
    guard let others, others.forest != nil else {
      let memory = CountingMemory()
      knownCounting = memory
      return memory
    }
    let key = headKey
    let memory = others.counting[key] ?? CountingMemory()
    others.counting[key] = memory
    knownCounting = memory
    attachAll(of: others)
    return memory
  }

  /// Everything that the record says beside its figures.
  private var headKey: String {
    var key = ""
    for (node, field) in fields(below: tree.root) where !field.has(.figure) {
      key += tree.path(of: node) ?? ""
      key += "="
      key += node.text
      key += "\u{0}"
    }
    return key
  }
}
