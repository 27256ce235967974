internal import Casework
public import Paperwork
public import RecordArchive

/// What taking in a sealed bundle does, told before it is done.
public struct CollectionPlan: Hashable, Sendable {
  /// What the sender is called here; nil for one who is not known.
  public var sender: String?
  /// The number of the case that is handed over with it, for which this archive answers afterwards; nil for none.
  public var handover: String?
  /// What is added, changed, ended or moved, a German line for each.
  public var effects: [String] = []
  /// What the bundle asks for and an unknown sender cannot do.
  public var refusals: [String] = []
  /// What was found in the papers.
  public var findings: [Finding] = []
}

/// Taking in what came sealed.
extension PaperFiling {
  /// What a bundle would do; nothing of it is done.
  public func plan(_ bundle: SealedBundle, into archive: Archive, today: Day) throws -> CollectionPlan {
    var plan = CollectionPlan(sender: archive.sender(of: bundle))
    let difference = try archive.trying { plan = try take(bundle, into: archive, today: today, plan) }
    plan.effects = CollectionWords(archive.library).lines(of: difference)
    return plan
  }

  /// Takes in a whole bundle, or nothing of it.
  ///
  /// Whoever has the public key of the archive may send. So other values never replace a paper, they become its next
  /// version beside it; and a sender who is not known ends nothing, holds nothing and notes no event on a case.
  public func collect(_ bundle: SealedBundle, into archive: Archive, today: Day) throws {
    let plan = CollectionPlan(sender: archive.sender(of: bundle))
    _ = try archive.together { try take(bundle, into: archive, today: today, plan) }
  }

  private func take(
    _ bundle: SealedBundle, into archive: Archive, today: Day, _ plan: CollectionPlan
  ) throws -> CollectionPlan {
    var plan = plan
    let isKnown = plan.sender != nil
    // Who answers for a case from now on is nothing that anybody with the public key may say.
    guard isKnown || bundle.caseHandedOver == nil else { throw ArchiveFailure(.handoverUnsigned) }
    plan.handover = bundle.caseHandedOver
    if let sent = try sentPapers(bundle) {
      var cases = bundle.sentCases
      plan.findings = sent.findings
      if !isKnown { cases = cases.map { restrict($0, &plan) } }
      var papers = isKnown ? sent.papers : try sent.papers.map { try restrict($0, in: archive, &plan) }
      // Known as taken in only when everything is: with what comes last.
      if cases.isEmpty, !papers.isEmpty { papers[papers.count - 1].bundle = bundle.id }
      for paper in papers { try file(paper, into: archive, today: today) { _ in true } }
      for (index, sent) in cases.enumerated() {
        try archive.take(sent, bundle: index == cases.count - 1 ? bundle.id : [], today: today)
      }
    } else {
      guard let item = bundle.items.first, bundle.items.count == 1 else { throw ArchiveFailure(.bundleOfMany) }
      let papers = try self.papers(
        from: [SourceFile(name: "Sendung", bytes: item.bytes)], FilingDetails(notes: bundle.notes)
      ) { plan.findings += $1 }
      guard var paper = papers?.first else { throw ArchiveFailure(plan.findings) }
      if !isKnown { paper = try restrict(paper, in: archive, &plan) }
      paper.bundle = bundle.id
      try file(paper, into: archive, today: today) { _ in true }
    }
    return plan
  }

  /// A case without what only a known sender may say of it.
  private func restrict(_ sent: SentCase, _ plan: inout CollectionPlan) -> SentCase {
    var sent = sent
    for event in sent.events.sorted(by: { $0.key < $1.key }) {
      plan.refusals.append("\(sent.number): \(label(event.key)) \(event.value.german)")
    }
    if sent.hold != nil { plan.refusals.append("\(sent.number): Löschsperre") }
    if !sent.requests.isEmpty { plan.refusals.append("\(sent.number): offenes Auskunftsersuchen") }
    (sent.events, sent.reasons, sent.hold, sent.requests) = ([:], [:], nil, [])
    (sent.disclosed, sent.date) = ([], nil)
    for index in sent.copies.indices { sent.copies[index].entry = SentEntry(stored: nil) }
    return sent
  }

  /// A paper without the events that would start or move a period of a case that is here already, or end a new one.
  private func restrict(
    _ paper: NewPaper, in archive: Archive, _ plan: inout CollectionPlan
  ) throws -> NewPaper {
    var paper = paper
    paper.carried = nil
    guard let number = paper.caseNumber else { return paper }
    var query = Archive.Query()
    query.caseNumber = number
    query.includesRestricted = true
    let isHere = try !archive.entries(query).isEmpty
    paper.keepsEvents = true
    for event in archive.library.retention.events where event.isOfCase && (isHere || event.endsCase) {
      guard let day = paper.events.removeValue(forKey: event.id) else { continue }
      paper.reasons[event.id] = nil
      plan.refusals.append("\(number): \(event.label) \(day.german)")
    }
    return paper
  }

  private func label(_ event: String) -> String {
    library.retention.events.first { $0.id == event }?.label ?? event
  }
}
