public import FormModel

/// Deleting what is due.
extension Archive {
  /// How long a stray key is kept in case a newer backup turns up.
  static let strayPeriod = 30

  /// What a run would do on a day; nothing is deleted by it.
  ///
  /// The dates of what is due are computed again first: where today's schedule is longer, the entry is not on the list.
  ///
  /// - Parameters:
  ///   - request: the number of a case whose person asked for everything to be deleted (Art. 17 DSGVO), which may be
  ///     before its day, never later; nil for everything that is due.
  ///   - today: the day by the clock, see ``ClockCheck/day(local:utc:)``.
  ///   - isClockConfirmed: whether a person said that a clock far ahead is right.
  ///
  /// Throws `clockBack`, `clockAhead` or `unknownCase`.
  public func planPurge(
    onRequest request: String? = nil, today: Day, isClockConfirmed: Bool = false
  ) throws(ArchiveFailure) -> PurgePlan {
    try write(today: nil) { (changes) throws(ArchiveFailure) in
      try ClockCheck.check(today, lastSeen: changes.seal.clock, isConfirmed: isClockConfirmed)
      return try changes.plan(onRequest: request, today: today)
    }
  }

  /// Works off a list whose code was given, and returns what was written to the deletion log.
  ///
  /// First the keys are destroyed, then the data; a crash in between is finished by whoever opens the archive next.
  /// Throws `listChanged` when the code is that of another list, `clockBack` or `clockAhead`.
  @discardableResult
  public func purge(
    onRequest request: String? = nil, code: String, today: Day, isClockConfirmed: Bool = false
  ) throws(ArchiveFailure) -> [DeletionRecord] {
    try write(today: nil) { (changes) throws(ArchiveFailure) in
      try ClockCheck.check(today, lastSeen: changes.seal.clock, isConfirmed: isClockConfirmed)
      let plan = try changes.plan(onRequest: request, today: today)
      guard plan.fits(code) else { throw ArchiveFailure(.listChanged) }
      changes.seal.clock = today
      for item in plan.items where item.act == .restrict {
        guard var card = item.entry?.card else { continue }
        card.step = .restricted(today)
        card.date = nil
        try changes.update(item.id, to: card)
        try changes.recompute(item.id)
      }
      return try changes.destroy(plan.items.filter { $0.act != .restrict }, act: .deleted, today: today)
    }
  }

  /// Ticks off paper copies that were shredded; the note on them is deleted and logged.
  ///
  /// Throws `unknownEntry`, `unsuitableEntry`, or a finding when they are held.
  @discardableResult
  public func shredded(_ id: EntryID, today: Day) throws(ArchiveFailure) -> [DeletionRecord] {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      guard let entry = changes.index.entries[id] else { throw ArchiveFailure(.unknownEntry) }
      guard entry.card.role == .copies else { throw ArchiveFailure(.unsuitableEntry) }
      guard !entry.card.isHeld else {
        throw ArchiveFailure([
          .archive(
            "E-LO-04", "Für diese Unterlagen gilt eine Löschsperre.",
            "Bitte die Sperre aufheben, wenn der Grund entfallen ist.")
        ])
      }
      let item = PurgePlan.Item(id: id, act: .delete, entry: entry, isEarly: false)
      let records = try changes.destroy([item], act: .shredded, today: today)
      try changes.recompute(entry.card.caseNumber)
      return records
    }
  }

  /// Notes that something was offered to the public archive; it is deleted after the time that the schedule names.
  ///
  /// Throws `unknownEntry`, or `unsuitableEntry` when its rule does not ask for it or it is not due.
  public func offered(_ id: EntryID, on day: Day, today: Day) throws(ArchiveFailure) {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      guard let entry = changes.index.entries[id] else { throw ArchiveFailure(.unknownEntry) }
      guard library.retention.classes[entry.rule]?.action == .offer, let due = entry.due, due <= today, day <= today,
        entry.card.step == nil
      else { throw ArchiveFailure(.unsuitableEntry) }
      var card = entry.card
      card.step = .offered(day)
      card.date = nil
      try changes.update(id, to: card)
      try changes.recompute(id)
    }
  }

  /// The deletion log, as the keyring has it.
  public var deletionLog: DeletionLog { keyring.log }

  /// The last day seen.
  public func lastDaySeen() throws(ArchiveFailure) -> Day {
    let row = try database.statement("SELECT seal FROM archive")
    defer { row.reset() }
    guard try row.step(), let seal = StoreSeal(row.blob(0), keyring: keyring) else {
      throw ArchiveFailure(.damaged, path: place.data)
    }
    return seal.clock
  }

  /// Sets the last day seen to today, after a person confirmed the date; for a clock that was wrong once.
  public func confirmClock(today: Day) throws(ArchiveFailure) {
    try write(today: nil) { (changes) throws(ArchiveFailure) in changes.seal.clock = today }
  }

  /// Computes all dates anew by today's schedule; earlier ones only with `shortening`.
  ///
  /// Gives how many entries have another date now.
  @discardableResult
  public func recomputeAll(shortening: Bool, today: Day) throws(ArchiveFailure) -> Int {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      let before = changes.index.entries.mapValues(\.card.date?.due)
      try changes.recomputeAll(before.keys.sorted(), shortening: shortening)
      return changes.index.entries.count { before[$0.key] != .some($0.value.due) }
    }
  }
}

extension Changes {
  /// Computes anew the dates of entries, each case once.
  mutating func recomputeAll(_ ids: [EntryID], shortening: Bool = false) throws(ArchiveFailure) {
    var seen: Set<String> = []
    for id in ids {
      guard let number = index.entries[id]?.card.caseNumber else { continue }
      if number.isEmpty || seen.insert(number).inserted { try recompute(id, shortening: shortening) }
    }
  }

  /// What a run would do.
  mutating func plan(onRequest request: String?, today: Day) throws(ArchiveFailure) -> PurgePlan {
    let candidates =
      request.map { index.entries(ofCase: $0) } ?? index.entries.values.filter { Self.isDue($0, today) }
    if request != nil, candidates.isEmpty { throw ArchiveFailure(.unknownCase) }
    try recomputeAll(candidates.map(\.id))
    let entries = candidates.compactMap { index.entries[$0.id] }
      .filter { request != nil || Self.isDue($0, today) }.sorted(by: EntryIndex.comesFirst)
    var plan = PurgePlan(items: [], offers: [], copies: [], held: [], unsettled: [], code: "")
    // A wish does not outweigh what protects a child: first it is settled.
    let isOpen = request != nil && entries.contains { $0.card.date.map(self.isOpen) ?? false }
    for entry in entries where entry.card.role != .caseFile { sort(entry, into: &plan, isOpen: isOpen, today: today) }
    let going = Set(plan.items.filter { $0.act == .delete }.map(\.id))
    for entry in entries where entry.card.role == .caseFile {
      sort(caseFile: entry, into: &plan, whenGone: going, today: today)
    }
    if request == nil { addStrayKeys(to: &plan, today: today) }
    plan.recent = plan.items.compactMap(\.entry).filter { entry in
      guard entry.card.role != .caseFile else { return false }
      return (entry.card.added ?? entry.card.stored).days(until: today) <= PurgePlan.recently
    }
    plan.code = PurgePlan.code(of: plan.items, archive: archive.keyring.archive)
    return plan
  }

  private static func isDue(_ entry: ArchiveEntry, _ today: Day) -> Bool {
    entry.due.map { $0 <= today } ?? false
  }

  private func sort(_ entry: ArchiveEntry, into plan: inout PurgePlan, isOpen: Bool, today: Day) {
    let isDue = Self.isDue(entry, today)
    if entry.card.isHeld {
      plan.held.append(entry)
    } else if isOpen {
      plan.unsettled.append(entry)
    } else if entry.card.role == .copies, entry.card.date.map({ !self.isOpen($0) }) ?? true {
      plan.copies.append(entry)
    } else {
      switch pendingAction(of: entry, isDue: isDue) {
      case .offer: plan.offers.append(entry)
      case .settle: plan.unsettled.append(entry)
      case .restrict: plan.items.append(.init(id: entry.id, act: .restrict, entry: entry, isEarly: false))
      case .delete, .destroy:
        plan.items.append(.init(id: entry.id, act: .delete, entry: entry, isEarly: !isDue))
      }
    }
  }

  /// The case goes with the last of what belongs to it, never before.
  private func sort(
    caseFile file: ArchiveEntry, into plan: inout PurgePlan, whenGone going: Set<EntryID>, today: Day
  ) {
    guard !file.card.isHeld else { return plan.held.append(file) }
    guard !(file.card.date.map(isOpen) ?? false) else { return plan.unsettled.append(file) }
    let others = index.cases[file.card.caseNumber]?.subtracting([file.id]) ?? []
    guard others.isSubset(of: going) else { return }
    plan.items.append(.init(id: file.id, act: .delete, entry: file, isEarly: !Self.isDue(file, today)))
  }

  private func addStrayKeys(to plan: inout PurgePlan, today: Day) {
    for key in archive.keyring.keys.items where key.state == .stray && index.entries[key.id] == nil {
      guard let since = key.day, since.days(until: today) >= Archive.strayPeriod else { continue }
      plan.items.append(.init(id: key.id, act: .destroyStrayKey, entry: nil, isEarly: false))
    }
  }

  /// What is to be done with an entry: what its rule says as long as that was not done, and otherwise deleting.
  private func pendingAction(of entry: ArchiveEntry, isDue: Bool) -> RetentionSchedule.Action {
    if let date = entry.card.date, isOpen(date) { return .settle }
    guard isDue, entry.card.step == nil, let rule = archive.library.retention.classes[entry.rule] else {
      return .delete
    }
    return rule.action
  }

  /// Destroys the keys of entries and writes that to the log, in one replacement of the keyring; then the data.
  mutating func destroy(
    _ items: [PurgePlan.Item], act: DeletionRecord.Act, today: Day
  ) throws(ArchiveFailure) -> [DeletionRecord] {
    guard !items.isEmpty else { return [] }
    var records: [DeletionRecord] = []
    let (by, library, path) = (archive.personNumber, archive.library, archive.place.keys)
    try replaceKeyring { (keyring) throws(ArchiveFailure) in
      records = []
      let run = keyring.log.nextRun
      for item in items {
        let record = DeletionRecord(
          number: keyring.log.lastNumber + 1, day: today, id: item.id, kind: item.entry?.kind ?? "schluessel",
          rule: item.entry?.rule ?? "", end: item.entry?.card.date?.end,
          act: item.act == .destroyStrayKey ? .strayKey : act, isEarly: item.isEarly, run: run, by: by,
          bundles: item.entry?.card.drop ?? [])
        guard keyring.log.append(record) else { throw ArchiveFailure(.keysDamaged, path: path) }
        records.append(record)
      }
      keyring.destroyLoggedKeys()
      // The log is itself kept for a time only.
      let kept = library.retention.logKind.map { library.retention.classes(ofKind: $0) } ?? []
      if let longest = kept.map(\.period).max(by: { today.adding($0) < today.adding($1) }) {
        keyring.log.forget { LegalPeriod(from: $0.day, lasting: longest).due <= today }
      }
    }
    try finishDeletions()
    return records
  }
}
