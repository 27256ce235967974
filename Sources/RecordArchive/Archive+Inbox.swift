/// What is sealed for this archive, and what leaves it sealed for another.
extension Archive {
  /// The key that others seal to.
  public var recipientKey: RecipientKey {
    RecipientKey(publicKey: keyring.inboxes[0].publicKey)
  }

  /// Opens a bundle that was sealed for this archive.
  ///
  /// Throws `bundleForeign` or `bundleDamaged`.
  public func open(bundle bytes: [UInt8]) throws(ArchiveFailure) -> SealedBundle {
    try SealedBundle(bytes, pairs: keyring.inboxes)
  }

  /// The entry that came with a bundle; nil when it was not taken in yet.
  public func entry(fromBundle id: [UInt8]) throws(ArchiveFailure) -> ArchiveEntry? {
    try currentIndex().entries.values.first { !$0.card.drop.isEmpty && $0.card.drop == id }
  }
}
