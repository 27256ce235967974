internal import Glibc

/// Threads that share a row of steps; what each step gives is handed over in the order of the steps.
///
/// Threads of our own, and not those of Swift's concurrency: these have half a megabyte of stack, and expressions and
/// markup may be nested.
public struct Workers: Hashable, Sendable {
  /// How many steps are done at the same time, at least 1.
  public let count: Int

  /// A number of workers; below 1 counts as 1.
  public init(_ count: Int) {
    self.count = max(1, count)
  }

  /// One for each core of this machine.
  public static var onAllCores: Workers { Workers(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// How far the workers may be ahead of what was handed over, in steps of each worker; it bounds the memory.
  static let lead = 8

  /// Does the steps `0..<steps` and hands each result to `deliver`, in order and on the calling thread.
  ///
  /// Each worker makes a state of its own with `begin`, which it alone uses. With one worker, or one step, everything is
  /// done on the calling thread. What `deliver` throws ends the work: steps that were begun are finished and forgotten.
  public func run<State, Result: Sendable, Failure: Error>(
    _ steps: Int, beginning begin: @escaping @Sendable () -> State,
    _ work: @escaping @Sendable (inout State, Int) -> Result,
    deliver: (Int, Result) throws(Failure) -> Void
  ) throws(Failure) {
    let board = Board<Result>(steps: steps, lead: count * Self.lead)
    var threads: [pthread_t] = []
    for _ in 0..<(steps > 1 && count > 1 ? min(count, steps) : 0) {
      guard let thread = Thread.start({ board.work(begin, work) }) else { break }
      threads.append(thread)
    }
    defer {
      board.stop()
      for thread in threads { pthread_join(thread, nil) }
    }
    guard threads.isEmpty else {
      for step in 0..<steps { try deliver(step, board.result(of: step)) }
      return
    }
    var state = begin()
    for step in 0..<steps { try deliver(step, work(&state, step)) }
  }
}
