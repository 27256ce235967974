public import Casework
public import Paperwork
internal import RecordArchive

/// What an archive knows of a case besides its records.
extension ArchivePapers {
  /// When and why a case was ended, that it runs, and which copies are still to be destroyed.
  public func facts(ofCase number: String) -> EvaluatedCase.Facts {
    asked { contents in
      do throws(ArchiveFailure) {
        let entries = try contents.archive.entries(ofCase: number)
        var facts = try contents.archive.facts(ofCase: number)
        facts.copies = entries.compactMap(\.card.copies)
        return facts
      } catch {
        if error.code != .unknownCase { noteUnread(number) }
        return nil
      }
    } ?? EvaluatedCase.Facts()
  }

  /// The holds on the case and on single entries of it, open requests for information among them.
  public func holds(ofCase number: String) -> [CaseView.Hold] {
    asked { contents in
      let library = contents.archive.library
      return ((try? contents.archive.entries(ofCase: number)) ?? []).flatMap { entry in
        ([entry.card.hold].compactMap { $0 } + entry.card.requests).map { hold in
          let reason = library.retention.holdList.flatMap { library.lists[$0]?.code(hold.reason)?.label } ?? hold.reason
          return CaseView.Hold(
            reason: entry.card.role == .caseFile ? reason : "\(entry.card.title): \(reason)", review: hold.review)
        }
      }
    } ?? []
  }

  /// Scans and documents without a record.
  public func filed(ofCase number: String) -> [CaseView.Paper] {
    asked { contents in
      ((try? contents.archive.entries(ofCase: number)) ?? []).filter { entry in
        entry.card.role == .paper && entry.card.record == nil
      }.map { entry in
        CaseView.Paper(
          form: entry.card.form, title: entry.card.title, day: entry.card.day, number: entry.card.number,
          reference: nil)
      }
    } ?? []
  }
}
