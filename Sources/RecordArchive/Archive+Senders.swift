/// Whose sealed bundles are known.
extension Archive {
  /// A sender whose signature is known here.
  public struct KnownSender: Hashable, Sendable {
    /// What the sender is called in this archive.
    public var label: String
    /// The key that the signatures belong to.
    public var key: SenderKey

    /// Describes a sender.
    public init(label: String, key: SenderKey) {
      (self.label, self.key) = (label, key)
    }
  }

  /// All senders that are known, in the order in which they were told.
  public var senders: [KnownSender] {
    keyring.senders.map { KnownSender(label: $0.label, key: SenderKey(publicKey: $0.publicKey)) }
  }

  /// What the sender of a bundle is called here; nil for one that is not signed, or by somebody unknown.
  public func sender(of bundle: SealedBundle) -> String? {
    senders.first { $0.key == bundle.sender }?.label
  }

  /// Tells the archive a sender; the same label has another key from now on.
  public func add(_ sender: KnownSender) throws(ArchiveFailure) {
    try write(today: nil) { (changes) throws(ArchiveFailure) in
      try changes.replaceKeyring { (keyring) throws(ArchiveFailure) in
        keyring.senders.removeAll { $0.label == sender.label || $0.publicKey == sender.key.publicKey }
        guard keyring.senders.count < 256 else { throw ArchiveFailure(.personExists) }
        keyring.senders.append(Sender(publicKey: sender.key.publicKey, label: sender.label))
      }
    }
  }

  /// Forgets a sender; throws `unknownPerson` when there is none of that label.
  public func remove(sender label: String) throws(ArchiveFailure) {
    try write(today: nil) { (changes) throws(ArchiveFailure) in
      try changes.replaceKeyring { (keyring) throws(ArchiveFailure) in
        guard keyring.senders.contains(where: { $0.label == label }) else { throw ArchiveFailure(.unknownPerson) }
        keyring.senders.removeAll { $0.label == label }
      }
    }
  }
}
