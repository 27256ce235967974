import Glibc

/// Bytes that must not be left behind: a password, or a key made of one.
///
/// They lie in pages of their own, which are left out of core dumps and, where the system allows it, never written to
/// swap, and are overwritten before they are given back. A class because it owns that memory; two equal secrets are not
/// equal values, and nothing prints them. Threads may share one, since nothing changes it after it was made.
public final class Secret: @unchecked Sendable {
  /// How many bytes it has.
  public let count: Int

  private let memory: UnsafeMutableRawBufferPointer

  /// Makes a secret in place: `fill` gets room for `capacity` bytes, all zero, and says how many it used.
  ///
  /// A number outside `0...capacity` is taken as the nearest one.
  public init<Failure: Error>(
    capacity: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    let memory = Self.pages(for: max(1, capacity))
    do throws(Failure) {
      let room = UnsafeMutableRawBufferPointer(rebasing: memory[..<max(0, capacity)])
      count = min(max(0, try fill(room)), max(0, capacity))
    } catch {
      // The deinitialiser does not run for what was never made.
      Self.release(memory)
      throw error
    }
    self.memory = memory
  }

  deinit {
    Self.release(memory)
  }

  /// Lends the bytes to `body`; they must not be copied out of it.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: memory[..<count]))
  }

  /// Whether two secrets have the same bytes; the time it takes depends on their length alone.
  public func matches(_ other: Secret) -> Bool {
    guard count == other.count else { return false }
    var difference: UInt8 = 0
    for index in 0..<count { difference |= memory[index] ^ other.memory[index] }
    return difference == 0
  }

  private static func pages(for count: Int) -> UnsafeMutableRawBufferPointer {
    let page = max(1, sysconf(Int32(_SC_PAGESIZE)))
    let size = (count + page - 1) / page * page
    let start = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start, start != MAP_FAILED else { preconditionFailure("out of memory") }
    // Both are best efforts: the limit on locked memory may be zero, and old kernels know no such advice.
    _ = mlock(start, size)
    _ = madvise(start, size, MADV_DONTDUMP)
    return UnsafeMutableRawBufferPointer(start: start, count: size)
  }

  /// Overwrites pages and gives them back; `giveBack` is there so that somebody can look at them in between.
  static func release(
    _ memory: UnsafeMutableRawBufferPointer,
    giveBack: (UnsafeMutableRawPointer, Int) -> Void = { start, count in munmap(start, count) }
  ) {
    guard let start = memory.baseAddress else { return }
    // memset would be left out by the optimiser, since nobody reads the bytes afterwards.
    explicit_bzero(start, memory.count)
    giveBack(start, memory.count)
  }
}
