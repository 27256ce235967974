internal import CSodium
internal import FormModel
internal import Secrets

/// The keys of all entries, sorted by id, in memory of their own.
struct EntryKeys {
  /// Whether a key belongs to an entry of the data.
  enum State: UInt8 {
    /// No entry was known that has it.
    case spare = 0
    /// Its entry was in the data.
    case used = 1
    /// Its entry is not in the data that were restored.
    case stray = 2
  }

  /// One key with what is known about it.
  struct Item {
    var id: EntryID
    var state: State
    /// Since when it is stray.
    var day: Day?
  }

  static let itemLength = EntryID.length + 1 + 4 + Sodium.keyLength
  private static let keyOffset = itemLength - Sodium.keyLength

  private let table: Secret

  /// No keys.
  init() {
    table = Secret(capacity: 0) { _ in 0 }
  }

  private init(_ table: Secret) {
    self.table = table
  }

  /// Reads a table; nil when it is none: a wrong length, an unknown state, not sorted.
  init?(copying bytes: UnsafeRawBufferPointer) {
    guard bytes.count % Self.itemLength == 0 else { return nil }
    self.init(Secret(copying: bytes))
    var last: EntryID?
    for index in 0..<count {
      guard let item = item(at: index), last.map({ $0 < item.id }) ?? true else { return nil }
      last = item.id
    }
  }

  var count: Int { table.count / Self.itemLength }

  /// The items without their keys, sorted by id.
  var items: [Item] { (0..<count).compactMap { item(at: $0) } }

  /// Lends the whole table.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    table.withBytes(body)
  }

  /// Lends the key of an entry; nil when there is none.
  func withKey<Result>(of id: EntryID, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    guard let index = index(of: id) else { return nil }
    return table.withBytes { bytes in
      let start = index * Self.itemLength + Self.keyOffset
      return body(UnsafeRawBufferPointer(rebasing: bytes[start..<(start + Sodium.keyLength)]))
    }
  }

  func contains(_ id: EntryID) -> Bool { index(of: id) != nil }

  /// The table with other states, without some keys, and with new random ones.
  ///
  /// `change` gives an item's new state; nil takes the key out.
  func changing(adding new: Int = 0, _ change: (Item) -> Item?) -> EntryKeys {
    let kept = (0..<count).compactMap { index in
      item(at: index).flatMap(change).map { (item: $0, source: Optional(index)) }
    }
    var taken = Set(kept.map(\.item.id))
    var fresh: [(item: Item, source: Int?)] = []
    while fresh.count < new {
      let id = EntryID.random()
      guard taken.insert(id).inserted, !contains(id) else { continue }
      fresh.append((Item(id: id, state: .spare), nil))
    }
    let all = (kept + fresh).sorted { $0.item.id < $1.item.id }
    return EntryKeys(
      Secret(capacity: all.count * Self.itemLength) { space in
        table.withBytes { old in
          for (place, entry) in all.enumerated() {
            let start = place * Self.itemLength
            var writer = ByteWriter(reserving: 16)
            writer.raw(entry.item.id.bytes)
            writer.byte(entry.item.state.rawValue)
            writer.day(entry.item.day)
            UnsafeMutableRawBufferPointer(rebasing: space[start...]).copyBytes(from: writer.bytes)
            let key = UnsafeMutableRawBufferPointer(
              rebasing: space[(start + Self.keyOffset)..<(start + Self.itemLength)])
            if let source = entry.source {
              let from = source * Self.itemLength + Self.keyOffset
              key.copyMemory(from: UnsafeRawBufferPointer(rebasing: old[from..<(from + Sodium.keyLength)]))
            } else {
              if let start = key.baseAddress { randombytes_buf(start, key.count) }
            }
          }
        }
        return all.count * Self.itemLength
      })
  }

  private func item(at index: Int) -> Item? {
    table.withBytes { bytes in
      var reader = ByteReader(
        UnsafeRawBufferPointer(rebasing: bytes[(index * Self.itemLength)..<((index + 1) * Self.itemLength)]))
      guard let id = (try? reader.raw(EntryID.length)).flatMap({ EntryID(bytes: $0) }),
        let state = (try? reader.byte()).flatMap(State.init), let day = try? Optional(reader.day())
      else { return nil }
      return Item(id: id, state: state, day: day)
    }
  }

  private func index(of id: EntryID) -> Int? {
    let wanted = id.bytes
    return table.withBytes { bytes in
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        let start = middle * Self.itemLength
        let own = bytes[start..<(start + EntryID.length)]
        if own.elementsEqual(wanted) { return middle }
        if own.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }
}
