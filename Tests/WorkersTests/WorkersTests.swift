import Synchronization
import Testing
import Workers

/// Results come in order, from as many states as there are workers, and no worker runs too far ahead.
struct WorkersTests {
  @Test(arguments: [1, 2, 3, 8])
  func `Results are handed over in the order of the steps`(_ count: Int) {
    var seen: [Int] = []
    Workers(count).run(
      1_000, beginning: { 0 },
      { state, step in
        state += 1
        // Later steps are quicker, so that they overtake the others.
        var sum = 0
        for number in 0..<(1_000 - step) { sum &+= number }
        return sum &- sum &+ step
      },
      deliver: { (step, result: Int) in
        #expect(step == result)
        seen.append(result)
      })
    #expect(seen == Array(0..<1_000))
  }

  @Test func `Each worker has a state of its own`() {
    let states = Mutex(0)
    Workers(3).run(
      60,
      beginning: {
        states.withLock { $0 += 1 }
        return [Int]()
      },
      { state, step in
        state.append(step)
        return state == state.sorted()
      }, deliver: { (_, isSorted: Bool) in #expect(isSorted) })
    #expect(states.withLock { $0 } == 3)
  }

  @Test func `No step begins far ahead of what was handed over`() {
    let begun = Mutex(0)
    Workers(2).run(
      500, beginning: {},
      { _, step in begun.withLock { $0 = max($0, step) } },
      deliver: { (step, _: Void) in #expect(begun.withLock { $0 } <= step + 2 * 8) })
  }

  @Test(arguments: [1, 4])
  func `A failure of who takes the results ends the work`(_ count: Int) {
    struct Enough: Error {}
    let begun = Mutex(0)
    #expect(throws: Enough.self) {
      try Workers(count).run(
        10_000, beginning: {}, { _, _ in begun.withLock { $0 += 1 } },
        deliver: { (step, _: Void) throws(Enough) in if step == 5 { throw Enough() } })
    }
    #expect(begun.withLock { $0 } < 100)
  }

  @Test func `Nothing to do is done at once`() {
    Workers(4).run(0, beginning: {}, { _, _ in 0 }, deliver: { (_, _: Int) in Issue.record("no step") })
    #expect(Workers(0).count == 1 && Workers(-3).count == 1 && Workers.onAllCores.count >= 1)
  }
}
