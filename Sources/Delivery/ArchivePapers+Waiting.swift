internal import Casework
internal import Paperwork
internal import RecordArchive

/// What waits in an archive for somebody, besides what papers tell: requests for information, receipts.
extension ArchivePapers {
  /// What is to be done in cases, by their numbers, with the people of the case.
  func waiting() -> [String: (duties: [Duty], names: [String])] {
    let found = asked { contents -> [String: WaitingDuties] in
      var found: [String: WaitingDuties] = [:]
      for entry in contents.entries where entry.card.role == .caseFile {
        let duties = contents.archive.library.duties(of: entry.card, on: day)
        if !duties.isEmpty { found[entry.card.caseNumber] = WaitingDuties(duties: duties, names: entry.card.names) }
      }
      return found
    }
    return found?.mapValues { ($0.duties, $0.names) } ?? [:]
  }

  private struct WaitingDuties: Sendable {
    var duties: [Duty]
    var names: [String]
  }
}

extension FormLibrary {
  /// What somebody owes because of what stands on a case: an answer by the day that is left, a receipt.
  func duties(of card: EntryCard, on day: Day) -> [Duty] {
    var duties = card.requests.map { request in
      Duty(
        id: retention.disclosure?.reason ?? request.reason,
        text: "Auskunftsersuchen vom \(request.since.german) beantworten: kiso archive disclose \(card.caseNumber)",
        until: request.review, on: day, basis: "Art. 12 Abs. 3 DSGVO; § 83 SGB X")
    }
    if let handover = card.handover, !handover.isWithdrawn {
      duties.append(
        Duty(
          id: "uebergabe",
          text:
            "Seit dem \(handover.since.german) übergeben, Quittung \(handover.name) fehlt: kiso archive transfer --list",
          until: nil, on: day, basis: "§ 84 SGB X"))
    }
    return duties
  }
}
