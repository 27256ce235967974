package import FormModel
package import Workers

/// Many generated papers of one form, put to the proof on several threads.
package struct RecordRun {
  /// What came of one paper.
  struct Outcome: Sendable {
    var isValid = false
    var rounds = 0
    var errors: [String] = []
    var failures: [Failure] = []
    var broken: [BrokenPaper.Kind] = []
    var unprinted: [String: Int] = [:]
  }

  /// What came of all of them.
  package struct Report: Sendable {
    /// How many were made.
    package var tried = 0
    /// How many of them were valid after mending.
    package var valid = 0
    /// How many were valid as they were drafted.
    package var unmended = 0
    /// How many rounds of mending the valid ones took together.
    package var rounds = 0
    /// How many records were broken on purpose.
    package var broken = 0
    /// What could not be mended, by the ids of findings.
    package var unmendable: [String: Int] = [:]
    /// What does not hold, with the number of the paper.
    package var failures: [(number: Int, failure: Failure)] = []
    /// Values of fields, by their declared paths, that do not stand on a page that was made of them.
    package var unprinted: [String: Int] = [:]

    /// Nothing yet.
    package init() {}
  }

  let form: FormDefinition
  let town: ProvenTown
  let seed: UInt64
  /// How many of the ways to break each paper are tried.
  let breakages: Int

  /// A run over papers of a form that follow from a seed.
  package init(_ form: FormDefinition, in town: ProvenTown, seed: UInt64, breakages: Int) {
    (self.form, self.town, self.seed, self.breakages) = (form, town, seed, breakages)
  }

  /// Proves the papers with the numbers of a range.
  package func run(_ numbers: Range<Int>, _ workers: Workers, told: (Int) -> Void = { _ in }) -> Report {
    var report = Report()
    let first = numbers.lowerBound
    let (form, town) = (form, town)
    workers.run(
      numbers.count, beginning: { try? RecordProof(form, in: town) },
      { (proof, step) in outcome(first + step, &proof) },
      deliver: { (step, outcome: Outcome) in
        report.add(outcome, number: first + step)
        told(step + 1)
      })
    return report
  }

  private func outcome(_ number: Int, _ proof: inout RecordProof?) -> Outcome {
    var outcome = Outcome()
    do {
      let paper = try GeneratedPaper(number, of: seed, form: form, in: town)
      (outcome.rounds, outcome.errors) = (paper.rounds, paper.errors.map(\.id))
      guard paper.errors.isEmpty, let failures = try proof?.failures(of: paper) else { return outcome }
      outcome.isValid = true
      outcome.failures = failures
      outcome.unprinted = proof?.unprinted ?? [:]
      proof?.unprinted = [:]
      var dice = Dice.sample(number, of: seed ^ 0xB0)
      let breaking = BreakageProof(form, in: town)
      for broken in try breaking.breakages(of: paper, breakages, &dice) {
        outcome.broken.append(broken.kind)
        outcome.failures += try breaking.failures(of: broken, from: paper)
      }
    } catch {
      outcome.failures.append(Failure(claim: .renders, detail: "\(error)"))
    }
    return outcome
  }

  /// The paper with a number, made as small as it can be while a claim still fails for it.
  package func shrunk(_ number: Int, _ claim: Failure.Claim) throws -> (record: Record, companions: [Record]) {
    let paper = try GeneratedPaper(number, of: seed, form: form, in: town)
    var proof = try RecordProof(form, in: town)
    let small = Shrinker.shrink(paper, form: form) { candidate in
      ((try? proof.failures(of: candidate, [claim])) ?? nil)?.contains { $0.claim == claim } ?? false
    }
    return (small.record, small.companions)
  }
}

extension RecordRun.Report {
  fileprivate mutating func add(_ outcome: RecordRun.Outcome, number: Int) {
    tried += 1
    guard outcome.isValid else {
      for id in outcome.errors { unmendable[id, default: 0] += 1 }
      failures += outcome.failures.map { (number, $0) }
      return
    }
    valid += 1
    unmended += outcome.rounds == 0 ? 1 : 0
    rounds += outcome.rounds
    broken += outcome.broken.count
    failures += outcome.failures.map { (number, $0) }
    for (path, count) in outcome.unprinted { unprinted[path, default: 0] += count }
  }

  /// The report of both.
  package static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.tried += right.tried
    sum.valid += right.valid
    sum.unmended += right.unmended
    sum.rounds += right.rounds
    sum.broken += right.broken
    sum.unmendable.merge(right.unmendable, uniquingKeysWith: +)
    sum.unprinted.merge(right.unprinted, uniquingKeysWith: +)
    sum.failures += right.failures
    return sum
  }
}
