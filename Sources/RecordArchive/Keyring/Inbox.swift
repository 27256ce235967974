internal import FormModel

/// A key pair that others seal to, and since when.
struct Inbox {
  /// For how long after a newer one was made what is still under way to it can be opened, in days.
  static let grace = 30
  /// After how many days a newer one is made.
  static let age = 365

  let pair: KeyPair
  /// The day it was made; nil in a keyring that did not note it.
  let made: Day?
}

extension Keyring {
  /// A new key pair to seal to; the ones before open what is under way for thirty days.
  mutating func renewInbox(on day: Day) {
    inboxes.insert(Inbox(pair: KeyPair.make(), made: day), at: 0)
    destroyOldInboxes(on: day)
  }

  /// Destroys the pairs that have had a successor for thirty days.
  ///
  /// Returns whether there were any.
  @discardableResult
  mutating func destroyOldInboxes(on day: Day) -> Bool {
    let count = inboxes.count
    let successors = [nil] + inboxes.dropLast().map(\.made)
    inboxes = zip(inboxes, successors).enumerated().filter { index, own in
      guard index > 0 else { return true }
      return own.1.map { $0.days(until: day) < Inbox.grace } ?? false
    }.map(\.element.0)
    return inboxes.count < count
  }
}
