internal import FormModel

/// Which of the marks that print a field is the one to fill it in, and which answers have boxes of their own.
struct InputPlan {
  /// What was seen of one field on the way through the page.
  struct Sight {
    let field: FieldDefinition
    /// The marks that print it, in the order of the page.
    var values: [Int] = []
    /// The answers that have boxes.
    var boxes: [String] = []
    /// The marks of those boxes.
    var boxMarks: Set<Int> = []
  }

  /// The mark that holds the carrier of each field, by its path.
  private(set) var marks: [String: Int] = [:]
  /// The answers that are chosen there, for fields with answers.
  private(set) var answers: [String: [String]] = [:]
  /// How much can be filled in at a mark, in one of its copies; what is filled in elsewhere weighs little.
  private(set) var weights: [Int: Int] = [:]

  init(_ sights: [String: Sight], library: FormLibrary) {
    // Copies of a row weigh as much as the one that has most.
    var heaviest: [Int: [String: Int]] = [:]
    for (path, sight) in sights {
      let instance = CarrierName.instance(of: path) ?? ""
      for mark in sight.boxMarks { heaviest[mark, default: [:]][instance, default: 0] += 1000 }
      for mark in Set(sight.values) { heaviest[mark, default: [:]][instance, default: 0] += 1 }
      guard let first = sight.values.first else { continue }
      if let list = library.codes(of: sight.field) {
        let rest = list.codes.map(\.id).filter { !sight.boxes.contains($0) }
        // Of several answers those with boxes are all there are.
        guard !rest.isEmpty, !sight.field.has(.several) || sight.boxes.isEmpty else { continue }
        answers[path] = rest
      }
      marks[path] = first
      for mark in Set(sight.values) { heaviest[mark, default: [:]][instance, default: 0] += 1000 }
    }
    weights = heaviest.mapValues { $0.values.max() ?? 0 }
  }
}
