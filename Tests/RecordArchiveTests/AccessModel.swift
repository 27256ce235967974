/// Who can open what, without any cryptography: only who knows which secrets of which time.
struct AccessModel {
  /// A paper, known by its number in the order of storing.
  struct Paper: Equatable {
    /// In which of the lots of keys its key was made.
    var lot: Int
    /// Under which circle of people it is sealed.
    var circle: Int
  }

  /// A copy of the keyring at a moment.
  struct Keys {
    var circle: Int
    var lot: Int
    var deleted: Set<Int>
    /// What opens it: the number of the passphrase of each person.
    var people: [String: Int]
    var step: Int
  }

  /// A copy of the data at a moment.
  struct Data {
    var papers: [Int: Paper]
    var step: Int
  }

  enum Move: CaseIterable {
    case store, change, add, remove, purge, restore, copyKeys, copyData
  }

  private(set) var papers: [Int: Paper] = [:]
  private(set) var deleted: Set<Int> = []
  private(set) var people = ["jw": 0]
  private(set) var keyCopies: [Keys] = []
  private(set) var dataCopies: [Data] = []
  /// At which steps all keys were made new; kept apart from the circles, to hold them against.
  private(set) var renewals: [Int] = []
  private var circle = 1
  private var lot = 1
  private(set) var next = 0
  private(set) var phrase = 0
  private(set) var step = 0

  /// Whether a move can be made now.
  func allows(_ move: Move) -> Bool {
    switch move {
    case .store, .change, .copyKeys, .copyData: true
    case .add: people["mt"] == nil
    case .remove: people["mt"] != nil
    case .purge: !papers.isEmpty
    case .restore: !dataCopies.isEmpty
    }
  }

  /// Makes a move; `pick` is for what it is about.
  mutating func make(_ move: Move, _ pick: Int) {
    step += 1
    switch move {
    case .store:
      papers[next] = Paper(lot: lot, circle: circle)
      next += 1
    case .change:
      phrase += 1
      people["jw"] = phrase
      renew()
    case .add:
      phrase += 1
      people["mt"] = phrase
    case .remove:
      people["mt"] = nil
      renew()
    case .purge:
      let gone = papers.keys.sorted()[pick % papers.count]
      papers[gone] = nil
      deleted.insert(gone)
    case .restore:
      papers = dataCopies[pick % dataCopies.count].papers.filter { !deleted.contains($0.key) }
        .mapValues { Paper(lot: $0.lot, circle: circle) }
      lot += 1
    case .copyKeys: keyCopies.append(Keys(circle: circle, lot: lot, deleted: deleted, people: people, step: step))
    case .copyData: dataCopies.append(Data(papers: papers, step: step))
    }
  }

  private mutating func renew() {
    circle += 1
    lot += 1
    renewals.append(step)
    for number in papers.keys { papers[number]?.circle = circle }
  }

  /// What a copy of the keyring opens of a copy of the data, for whoever has a passphrase of it.
  static func opens(_ keys: Keys, _ data: Data) -> Set<Int> {
    Set(
      data.papers.filter { $1.circle <= keys.circle && $1.lot <= keys.lot && !keys.deleted.contains($0) }.keys)
  }

  /// What must not happen, told by the steps alone.
  var violations: [String] {
    var found: [String] = []
    for keys in keyCopies {
      for data in dataCopies {
        let open = Self.opens(keys, data)
        let isCutOff = renewals.contains { keys.step < $0 && $0 <= data.step }
        if isCutOff, !open.isEmpty { found.append("keys of \(keys.step) open data of \(data.step)") }
        if !open.isDisjoint(with: keys.deleted) { found.append("deleted") }
        // What was copied before the keyring was, and not deleted by then, can be restored.
        let isWhole = open == Set(data.papers.keys).subtracting(keys.deleted)
        if data.step < keys.step, !isWhole { found.append("backup of \(data.step) lost with keys of \(keys.step)") }
      }
    }
    return found
  }
}

/// A fixed sequence, so that a failure can be repeated.
struct Chance {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
