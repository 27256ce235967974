internal import FormModel

/// What was deleted, in order, each line chained to the one before so that none can be changed or taken out.
///
/// The chain value of a line is BLAKE2b-256 of the value before it and the line. Lines whose own period is over leave
/// at the beginning; the chain then begins at the value of the last that left.
public struct DeletionLog: Hashable, Sendable {
  /// The number of the last line that left; 0 when none has.
  public private(set) var anchorNumber: UInt64 = 0
  /// Its chain value; 32 zeros when none has left.
  public private(set) var anchor = [UInt8](repeating: 0, count: 32)
  /// The lines, oldest first.
  public private(set) var records: [DeletionRecord] = []
  /// The chain value of each line.
  public private(set) var chain: [[UInt8]] = []

  /// An empty log.
  init() {}

  /// A log that begins after lines that left.
  init(anchorNumber: UInt64, anchor: [UInt8]) {
    self.anchorNumber = anchorNumber
    self.anchor = anchor
  }

  /// The number of the last line; 0 when there never was one.
  public var lastNumber: UInt64 { records.last?.number ?? anchorNumber }

  /// The chain value of the last line.
  public var head: [UInt8] { chain.last ?? anchor }

  /// The number of the next run.
  var nextRun: UInt32 { (records.last?.run ?? 0) &+ 1 }

  /// Adds a line; its number must be the next one.
  ///
  /// Returns false, and adds nothing, when it is not.
  @discardableResult
  mutating func append(_ record: DeletionRecord) -> Bool {
    guard record.number == lastNumber + 1 else { return false }
    chain.append(Digest.of(head, record.encoded))
    records.append(record)
    return true
  }

  /// Lets go of the lines at the beginning for which `isOver` holds.
  mutating func forget(_ isOver: (DeletionRecord) -> Bool) {
    let count = records.firstIndex { !isOver($0) } ?? records.count
    guard count > 0 else { return }
    anchorNumber = records[count - 1].number
    anchor = chain[count - 1]
    records.removeFirst(count)
    chain.removeFirst(count)
  }

  /// The lines after a number.
  func records(after number: UInt64) -> ArraySlice<DeletionRecord> {
    records[(records.firstIndex { $0.number > number } ?? records.count)...]
  }

  /// Whether both logs say the same wherever both say something.
  ///
  /// Where one begins only after the other's end, there is nothing to compare.
  func agrees(with other: DeletionLog) -> Bool {
    let number = min(lastNumber, other.lastNumber)
    guard let own = value(at: number), let others = other.value(at: number) else { return true }
    return own == others
  }

  /// The chain value after a line; nil when that line has left or does not exist yet.
  private func value(at number: UInt64) -> [UInt8]? {
    if number == anchorNumber { return anchor }
    guard number > anchorNumber, number <= lastNumber else { return nil }
    return chain[Int(number - anchorNumber) - 1]
  }
}
