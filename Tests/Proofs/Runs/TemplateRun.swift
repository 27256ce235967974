package import Workers

/// Many made-up templates, put to the proof on several threads.
package enum TemplateRun {
  /// What came of all of them.
  package struct Report: Sendable {
    package var sound = 0
    package var refused = 0
    /// How often each code of refusal came up.
    package var codes: [String: Int] = [:]
    /// What does not hold, with the number of the template.
    package var failures: [(number: Int, detail: String)] = []

    /// Nothing yet.
    package init() {}
  }

  /// Proves the templates with the numbers of a range.
  package static func run(
    _ proof: TemplateProof, _ numbers: Range<Int>, of seed: UInt64, _ workers: Workers
  ) -> Report {
    var report = Report()
    let first = numbers.lowerBound
    workers.run(
      numbers.count, beginning: {}, { (_, step) in proof.outcome(first + step, of: seed) },
      deliver: { (step, outcome: TemplateProof.Outcome) in
        if outcome.isSound { report.sound += 1 } else { report.refused += 1 }
        for code in Set(outcome.codes) { report.codes[code, default: 0] += 1 }
        report.failures += outcome.failures.map { (first + step, $0) }
      })
    return report
  }
}
