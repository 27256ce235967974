public import FormModel

/// Handing a case over to another archive, so that at every moment one of the two answers for it.
///
/// The giver answers until the other one's transaction is done, and changes nothing of the case from the moment the bundle
/// is made. The other one takes in all of it or nothing. The receipt, which only whoever opened the bundle can make, lets the
/// giver destroy what it has. Each step can be interrupted and done again: the id of the bundle stays the same.
extension Archive {
  /// Begins to hand a case over, or goes on with it; from now on nothing of it can be changed here.
  ///
  /// Gives the content as the bundle that carries it. Throws `unknownCase`, `ownRecipient`, or `caseGiven` when it is on
  /// its way to somebody else.
  public func give(
    _ number: String, _ content: SealedBundle, to recipient: RecipientKey, today: Day
  ) throws(ArchiveFailure) -> SealedBundle {
    let handover = try handover(of: number, to: recipient, files: content.items.count, today: today)
    var notes = content.notes
    notes[SealedBundle.handedOver] = number
    notes[SealedBundle.handoverSecret] = KeyText.hexadecimal(handover.secret)
    return SealedBundle(id: handover.id, notes: notes, items: content.items)
  }

  private func handover(
    of number: String, to recipient: RecipientKey, files: Int, today: Day
  ) throws(ArchiveFailure) -> Handover {
    guard !keyring.inboxes.contains(where: { $0.pair.publicKey == recipient.publicKey }) else {
      throw ArchiveFailure(.ownRecipient)
    }
    return try write(today: today) { (changes) throws(ArchiveFailure) in
      guard let file = changes.index.caseFile(number) else { throw ArchiveFailure(.unknownCase) }
      if let known = file.card.handover, !known.isWithdrawn {
        guard known.recipient == recipient.fingerprint, known.files == files else {
          throw ArchiveFailure(.caseGiven, day: known.since)
        }
        return known
      }
      let handover = Handover(
        id: Sodium.random(Handover.lengths.id), secret: Sodium.random(Handover.lengths.secret),
        recipient: recipient.fingerprint, since: today, files: files)
      var card = file.card
      card.handover = handover
      try changes.update(file.id, to: card)
      return handover
    }
  }

  /// Takes back what was not taken in; somebody has made sure that it will not be.
  ///
  /// That it was begun stays known, so that a receipt that comes all the same is noticed. Throws `unknownCase` or
  /// `notGiven`.
  public func withdraw(_ number: String, today: Day) throws(ArchiveFailure) {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      guard let file = changes.index.caseFile(number) else { throw ArchiveFailure(.unknownCase) }
      var card = file.card
      guard card.handover?.isWithdrawn == false else { throw ArchiveFailure(.notGiven) }
      card.handover?.isWithdrawn = true
      try changes.update(file.id, to: card)
    }
  }

  /// Ends a handing over with the receipt of the other archive: everything of the case is destroyed here.
  ///
  /// What is left is a line in the deletion log for each entry: ids, days, kind of data, the id of the bundle; no name.
  /// Returns these lines; none when it was ended with this receipt before. Throws `receiptUnknown`, or
  /// `receiptContradicts` when it was taken back here.
  @discardableResult
  public func finish(_ receipt: HandoverReceipt, today: Day) throws(ArchiveFailure) -> [DeletionRecord] {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      let file = changes.index.entries.values.first { $0.card.handover?.id == receipt.id }
      guard let file, let handover = file.card.handover else {
        let isDone = keyring.log.records.contains { EntryCard.ids($0.bundles).contains(receipt.id) }
        guard isDone else { throw ArchiveFailure(.receiptUnknown) }
        return []
      }
      guard receipt.answers(handover) else { throw ArchiveFailure(.receiptUnknown) }
      guard !handover.isWithdrawn else { throw ArchiveFailure(.receiptContradicts) }
      let items = changes.index.entries(ofCase: file.card.caseNumber).map { entry in
        var entry = entry
        entry.card.note(bundle: receipt.id)
        return PurgePlan.Item(id: entry.id, act: .delete, entry: entry, isEarly: false)
      }
      return try changes.destroy(items, act: .handedOver, today: today)
    }
  }

  /// The cases that are on their way to somebody else, by number.
  public func given() throws(ArchiveFailure) -> [(number: String, handover: Handover)] {
    let files = try currentIndex().entries.values.filter { $0.card.handover?.isWithdrawn == false }
    return files.compactMap { file in file.card.handover.map { (file.card.caseNumber, $0) } }.sorted { $0.0 < $1.0 }
  }
}

extension Changes {
  /// Refuses to change a case that is being handed over: what the other archive takes in must be all there is.
  func checkIsOurs(_ number: String) throws(ArchiveFailure) {
    guard let handover = index.caseFile(number)?.card.handover, !handover.isWithdrawn else { return }
    throw ArchiveFailure(.caseGiven, day: handover.since)
  }
}

extension SealedBundle {
  static let handedOver = "handover.case"
  static let handoverSecret = "handover.secret"

  /// The number of the case that it hands over; nil where it hands over none.
  public var caseHandedOver: String? { notes[Self.handedOver] }

  /// The receipt for the case it hands over, once that is taken in; nil where it hands over none.
  public func receipt(on day: Day) -> HandoverReceipt? {
    guard caseHandedOver != nil, let text = notes[Self.handoverSecret], let secret = KeyText.bytes(Substring(text)),
      secret.count == Handover.lengths.secret
    else { return nil }
    return HandoverReceipt(id: id, secret: secret, day: day, files: items.count)
  }

  /// By which people name the handing over; the same on the receipt.
  public var handoverName: String { Handover.name(id) }
}
