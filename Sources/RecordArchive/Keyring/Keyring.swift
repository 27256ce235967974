internal import FormModel
internal import Secrets

/// An opened keyring: everything that must not stand in the data.
struct Keyring {
  /// How many spare keys there are after they were filled up.
  static let spareKeys = 1_024

  let archive: [UInt8]
  var generation: UInt64
  /// The people, in the order in which they were added.
  var people: [Access]
  /// What each is called.
  var labels: [String]
  var master: Secret
  /// The last commit of the data that was seen when it was written.
  var seenCommit: UInt64
  /// The secrets of the circles of people; everything in the data is sealed under keys made of them.
  var circles: Circles
  /// The key pairs that drops are sealed to, the present one first.
  var inboxes: [Inbox]
  /// Whose signed bundles are known here.
  var senders: [Sender] = []
  var log: DeletionLog
  var keys: EntryKeys
  /// The number that the next access gets.
  var nextPerson: UInt32

  /// A new keyring with one person; nil when there is not enough memory for the cost.
  init?(archive: [UInt8], first: NewAccess, today: Day) {
    self.archive = archive
    generation = 1
    master = Sodium.randomSecret()
    guard let access = Access(first, number: 1, archive: archive, master: master) else { return nil }
    people = [access]
    labels = [first.label]
    nextPerson = 2
    seenCommit = 0
    circles = Circles()
    inboxes = [Inbox(pair: KeyPair.make(), made: today)]
    log = DeletionLog()
    keys = EntryKeys().changing(adding: Self.spareKeys) { $0 }
  }

  /// Fills up the spare keys and notes which keys are used: those of the entries there are.
  mutating func refill(used: Set<EntryID>) {
    let spare = keys.items.count { $0.state == .spare && !used.contains($0.id) }
    keys = keys.changing(adding: max(0, Self.spareKeys - spare)) { item in
      used.contains(item.id) ? EntryKeys.Item(id: item.id, state: .used) : item
    }
  }

  /// Destroys the keys that the log names.
  mutating func destroyLoggedKeys() {
    let gone = Set(log.records.map(\.id))
    keys = keys.changing { gone.contains($0.id) ? nil : $0 }
  }

  /// A new master key for everyone, a new circle, and nothing that an old copy of the keyring could be of use for.
  ///
  /// `used` are the entries there are; all other spare keys are replaced.
  mutating func rotate(used: Set<EntryID>, on day: Day) {
    master = Sodium.randomSecret()
    people = people.map { Access($0, master: master) }
    circles.begin()
    renewInbox(on: day)
    keys = keys.changing { $0.state == .spare && !used.contains($0.id) ? nil : $0 }
    refill(used: used)
  }
  /// Lends the key under which a circle sealed an entry; nil when the entry's key or the circle's secret is not there.
  func withKey<Result>(
    of id: EntryID, circle: UInt32, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result? {
    keys.withKey(of: id) { own in circles.withKey(ofCircle: circle, entry: id, own: own, body) } ?? nil
  }
}
