internal import Glibc

/// What the workers of one run know together: which step is next, and what was done and not handed over yet.
///
/// Sendable because every property is touched under the lock alone.
final class Board<Result: Sendable>: @unchecked Sendable {
  private let lock = Lock()
  private let steps: Int
  private let lead: Int
  private var next = 0
  private var taken = 0
  private var done: [Int: Result] = [:]
  private var isStopped = false

  init(steps: Int, lead: Int) {
    self.steps = steps
    self.lead = lead
  }

  /// Does one step after another, until there is none left.
  func work<State>(_ begin: () -> State, _ work: (inout State, Int) -> Result) {
    var state = begin()
    while let step = take() {
      let result = work(&state, step)
      lock.changing { done[step] = result }
    }
  }

  /// The next step, as soon as it is not too far ahead; nil when there is none.
  private func take() -> Int? {
    lock.waiting {
      if isStopped || next == steps { return .some(nil) }
      guard next < taken + lead else { return nil }
      next += 1
      return next - 1
    }
  }

  /// The result of a step, as soon as it is there; each can be had once, and in order.
  func result(of step: Int) -> Result {
    lock.waiting {
      guard let result = done.removeValue(forKey: step) else { return nil }
      taken = step + 1
      return result
    }
  }

  /// Lets no further step begin.
  func stop() {
    lock.changing { isStopped = true }
  }
}
