public import Paperwork
public import RecordArchive

/// Handing a case over as a whole: papers in all versions, events, holds, requests, copies and the days until which all
/// that is kept.
extension SealedBundle {
  /// The bundle with which a case goes to another archive; from now on nothing of it can be changed here.
  ///
  /// Made once more it carries the same id, so that whoever was interrupted may go on. Throws `unknownCase`,
  /// `ownRecipient` or `caseGiven`.
  public static func handingOver(
    _ number: String, of archive: Archive, to recipient: RecipientKey, today: Day
  ) throws -> SealedBundle {
    try archive.together {
      let content = try SealedBundle(of: archive.entries(ofCase: number), in: archive)
      return try archive.give(number, content, to: recipient, today: today)
    }
  }

  /// What a person should have seen before a case is handed over, a German line each.
  public static func handingOver(_ entries: [ArchiveEntry], by library: FormLibrary, on day: Day) -> [String] {
    var lines = CollectionWords(library).names(of: entries)
    for entry in entries where entry.card.role == .caseFile {
      if let hold = entry.card.hold {
        lines.append("Löschsperre, zu prüfen am \(hold.review.german), geht mit")
      }
      if !entry.card.requests.isEmpty { lines.append("offenes Auskunftsersuchen geht mit; die Frist läuft weiter") }
      if let due = entry.due { lines.append("gelöscht wird dort ab \(due.german)") }
    }
    return lines
  }
}
