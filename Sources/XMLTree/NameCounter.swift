internal import Glibc

/// Counts the distinct names in a document, as far as a limit.
///
/// libxml2 keeps every name in a dictionary whose table stops growing: with a million distinct ones each lookup
/// walks through a long chain, and 12 MiB took a minute. Real documents have a few hundred.
struct NameCounter {
  private var known: Set<Int> = []
  /// Where names that were met lately stand, so that nearly every name costs one comparison.
  private var recent = [(start: Int, count: Int)](repeating: (0, 0), count: 1 << 9)

  /// Takes a name; the number of distinct ones so far.
  ///
  /// Names are told apart by a hash with a seed of this process, so nobody can prepare two that seem the same.
  mutating func add(_ name: Range<Int>, of bytes: UnsafeRawBufferPointer) -> Int {
    let (start, count) = (name.lowerBound, name.count)
    guard count > 0, let base = bytes.baseAddress else { return known.count }
    let slot = (Int(bytes[start]) &* 31 &+ Int(bytes[start + count - 1]) &* 7 &+ count &* 131) & (recent.count - 1)
    let other = recent[slot]
    if other.count == count, memcmp(base + other.start, base + start, count) == 0 { return known.count }
    recent[slot] = (start, count)
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[name]))
    known.insert(hasher.finalize())
    return known.count
  }
}
