internal import Casework
public import Paperwork
internal import RecordArchive

/// What was worked out of cases and is kept with them.
extension ArchivePapers {
  /// Those that give the number, and all of which nothing is kept that says that they are about another release alone.
  public func keys(ofForm form: String, takingBackFrom number: String) -> [PaperKey] {
    asked { contents in
      (contents.forms[form] ?? []).filter { key in
        let own = contents.papers[key.number].card.caseNumber
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
    let found = maker.flatMap { kept(ofCase: number, by: $0, contents) }
    outlooks[number] = .some(found)
    return found
  }

  private func kept(ofCase number: String, by maker: [UInt8], _ contents: Contents) -> Outlook? {
    guard let consists = contents.consists[number], let bytes = try? contents.archive.kept(of: consists, by: maker)
    else { return nil }
    return Outlook(snapshot: bytes)
  }

  /// What is kept of cases and still true, by their numbers.
  func outlooks(ofCases numbers: [String]) -> [String: Outlook] {
    guard let maker else { return [:] }
    return asked { contents in
      var found: [String: Outlook] = [:]
      for number in numbers { found[number] = kept(ofCase: number, by: maker, contents) }
      return found
    } ?? [:]
  }

  /// Keeps what was worked out of cases, unless something of them could not be read.
  ///
  /// That it cannot be kept, on a disk that is full or not to be written to, changes no answer.
  func keep(_ outlooks: [Outlook]) {
    guard let maker, !outlooks.isEmpty else { return }
    _ = asked { contents -> Bool? in
      let results = outlooks.compactMap { outlook -> (CaseContents, [UInt8])? in
        guard !unsure.contains(outlook.number), let consists = contents.consists[outlook.number],
          let bytes = outlook.snapshot()
        else { return nil }
        return (consists, bytes)
      }
      return (try? contents.archive.keep(results, by: maker)) != nil
    }
  }
}
