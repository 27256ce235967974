internal import Casework
public import Paperwork
internal import RecordArchive

/// What was worked out of cases and is kept with them.
extension ArchivePapers {
  /// Those that give the number, and all of which nothing is kept that says that they are about another release alone.
  public func keys(ofForm form: String, takingBackFrom number: String) -> [PaperKey] {
    asked { contents in
      (contents.forms[form] ?? []).filter { key in
        let own = contents.entry(key).card.caseNumber
        guard let outlook = outlook(ofCase: own, contents), let place = contents.cases[own]?.firstIndex(of: key) else {
          return true
        }
        return outlook.mayTakeBack(fromRelease: number, paperAt: place, on: day)
      }
    } ?? []
  }

  /// What is kept of a case and still true, looked up once.
  private func outlook(ofCase number: String, _ contents: Contents) -> Outlook? {
    if let known = outlooks[number] { return known }
    let found = kept(ofCase: number, contents)
    outlooks[number] = .some(found)
    return found
  }

  private func kept(ofCase number: String, _ contents: Contents) -> Outlook? {
    guard let maker, let bytes = try? contents.archive.kept(of: contents.consists(number), by: maker) else {
      return nil
    }
    return Outlook(snapshot: bytes)
  }

  /// What is kept of a case and still true; nil when nothing is.
  func outlook(ofCase number: String) -> Outlook? { asked { kept(ofCase: number, $0) } }

  /// Keeps what was worked out of cases, unless something of them could not be read.
  ///
  /// That it cannot be kept, on a disk that is full or not to be written to, changes no answer.
  func keep(_ outlooks: [Outlook]) {
    guard let maker, canKeep, !outlooks.isEmpty else { return }
    let isKept = asked { contents -> Bool? in
      let results = outlooks.compactMap { outlook -> (CaseContents, [UInt8])? in
        guard !unsure.contains(outlook.number), let bytes = outlook.snapshot() else { return nil }
        return (contents.consists(outlook.number), bytes)
      }
      return (try? contents.archive.keep(results, by: maker)) != nil
    }
    // Nobody waits a second time for another process that is writing.
    if isKept != true { canKeep = false }
  }
}
