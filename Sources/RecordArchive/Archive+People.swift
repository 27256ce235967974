internal import Secrets

/// Who can open the archive.
extension Archive {
  /// One person's access.
  public struct Person: Hashable, Sendable {
    /// What the person is called in this archive.
    public var label: String
    /// The number that the deletion log names.
    public var number: UInt32
    /// Whether it opens with an access file and not with a passphrase.
    public var usesAccessFile: Bool
    /// Whether the archive was opened with it.
    public var isCurrent: Bool
  }

  /// Everyone who has access, in the order in which it was given.
  public var people: [Person] {
    zip(keyring.people, keyring.labels).map { access, label in
      Person(
        label: label, number: access.number, usesAccessFile: access.kind == .accessFile,
        isCurrent: access.publicKey == person.publicKey)
    }
  }

  /// Gives another person access.
  ///
  /// Throws `weak`, or `personExists` when there is one of that label or there are 32 already.
  public func add(_ new: NewAccess) throws(ArchiveFailure) {
    try new.check()
    try write(today: nil) { (changes) throws(ArchiveFailure) in
      try changes.replaceKeyring { (keyring) throws(ArchiveFailure) in
        let tag = Access.tag(of: new.label, archive: keyring.archive)
        guard keyring.people.count < Access.limit, !keyring.people.contains(where: { $0.tag == tag }) else {
          throw ArchiveFailure(.personExists)
        }
        guard
          let access = Access(
            new, number: keyring.nextPerson, archive: keyring.archive, master: keyring.master)
        else { throw ArchiveFailure(.noRandomness) }
        keyring.people.append(access)
        keyring.labels.append(new.label)
        keyring.nextPerson += 1
      }
    }
  }

  /// Takes a person's access away and makes all keys new; everything is sealed anew.
  ///
  /// What the person could read until now, an old copy of both files would still show; nothing of the data as they are
  /// from now on. Throws `unknownPerson`, or `lastPerson` for one's own access.
  public func remove(person label: String) throws(ArchiveFailure) {
    try write(today: nil) { (changes) throws(ArchiveFailure) in
      let own = person.publicKey
      try changes.rotate { (keyring) throws(ArchiveFailure) in
        let tag = Access.tag(of: label, archive: keyring.archive)
        guard let index = keyring.people.firstIndex(where: { $0.tag == tag }) else {
          throw ArchiveFailure(.unknownPerson)
        }
        guard keyring.people[index].publicKey != own else { throw ArchiveFailure(.lastPerson) }
        keyring.people.remove(at: index)
        keyring.labels.remove(at: index)
      }
    }
    try sealAnewIfPossible()
  }

  /// Changes what one's own access opens with and makes all keys new; everything is sealed anew.
  ///
  /// An old copy of the keyring, with the old passphrase, opens only a copy of the data of then. Throws `weak`.
  public func change(_ credential: Credential, cost: PassphraseCost = .standard) throws(ArchiveFailure) {
    let new = NewAccess(label: personLabel, credential: credential, cost: cost)
    try new.check()
    let pair = KeyPair.make()
    try write(today: nil) { (changes) throws(ArchiveFailure) in
      let own = person.publicKey
      try changes.rotate { (keyring) throws(ArchiveFailure) in
        guard let index = keyring.people.firstIndex(where: { $0.publicKey == own }),
          let access = Access(
            new, number: keyring.people[index].number, archive: keyring.archive, master: keyring.master, pair: pair)
        else { throw ArchiveFailure(.noRandomness) }
        keyring.people[index] = access
      }
      person = pair
    }
    try sealAnewIfPossible()
  }
}
