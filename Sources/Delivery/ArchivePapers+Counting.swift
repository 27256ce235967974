public import Paperwork

extension ArchivePapers {
  /// What a statistics looks at in all that is stored; each paper is decrypted, reduced and let go.
  public func counted(_ plan: CountingPlan) throws(AuthorMistakes) -> [CountedPaper] {
    var papers: [CountedPaper] = []
    for form in plan.forms {
      for key in keys(ofForm: form) {
        guard let record = record(key) else { continue }
        papers.append(try plan.reduce(record))
      }
    }
    return papers
  }
}
