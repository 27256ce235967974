internal import XMLTree

/// What a statistics looks at in a paper, packed: a few hundred bytes in place of a tree.
///
/// In the order of the declaration, each item as its place in its group (two bytes), what it is (one byte), and its text with
/// its length, or what is inside and an end.
struct PackedPaper: Hashable, Sendable {
  /// What an item holds.
  enum Kind: UInt8 {
    case value
    case status
    case group
  }

  private(set) var bytes: [UInt8] = []

  private static let end: UInt16 = .max

  /// Packs what a tree shows of the items of a plan, with what is calculated.
  init(_ tree: RecordTree, _ plan: GroupPlan) {
    _ = add(plan, tree, below: 0)
  }

  private mutating func add(_ plan: GroupPlan, _ tree: RecordTree, below parent: Int) -> Bool {
    var isEmpty = true
    guard let inner = tree.slots[parent].inner else { return false }
    for (number, item) in plan.items.enumerated() {
      guard let place = inner.places[item.id] else { continue }
      for slot in tree.linked(place, below: parent) {
        let start = bytes.count
        if let status = tree.slots[slot].status, !tree.isFilled(slot) {
          add(number, .status, status.rawValue)
        } else if let group = item.inner {
          add(number, .group)
          let isFilled = add(group, tree, below: slot)
          add(Self.end)
          if !isFilled, !item.repeats { bytes.removeLast(bytes.count - start) }
        } else {
          let text = tree.slots[slot].node.text
          if !text.isEmpty { add(number, .value, text) }
        }
        if bytes.count > start { isEmpty = false }
      }
    }
    return !isEmpty
  }

  private mutating func add(_ number: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: number))
    bytes.append(UInt8(truncatingIfNeeded: number >> 8))
  }

  private mutating func add(_ place: Int, _ kind: Kind, _ text: String = "") {
    add(UInt16(clamping: place))
    bytes.append(kind.rawValue)
    guard kind != .group else { return }
    let length = UInt32(clamping: text.utf8.count)
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: length >> UInt32(shift))) }
    bytes.append(contentsOf: text.utf8)
  }

  /// Reads the items of a packed paper one after the other.
  struct Reader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ paper: PackedPaper?) { bytes = paper?.bytes ?? [] }

    /// The item that comes next, if it is the one at a place of its group.
    mutating func next(_ number: Int) -> Kind? {
      guard place + 2 < bytes.count, Int(bytes[place]) | Int(bytes[place + 1]) << 8 == number else { return nil }
      defer { place += 3 }
      return Kind(rawValue: bytes[place + 2])
    }

    /// The text of the item that was read.
    mutating func text() -> String {
      let length = (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
      place += 4 + length
      return String(decoding: bytes[(place - length)..<place], as: UTF8.self)
    }

    /// Goes over the end of a group.
    mutating func endGroup() { place += 2 }
  }
}
