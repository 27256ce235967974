/// What kind of case a number tells, and what the retention schedule has for it.
extension FormLibrary {
  /// The kind of case whose numbers look like this one; nil when none does.
  public func caseKind(of number: String) -> CaseKind? {
    process.cases.first { self.number($0.number)?.read(number) != nil }
  }

  /// The event that ends a case; nil when the schedule has none for its kind.
  public func ending(ofCase number: String) -> RetentionSchedule.Event? {
    let endings = retention.endings
    if let id = caseKind(of: number)?.ending { return endings.first { $0.id == id } }
    return endings.count == 1 ? endings[0] : nil
  }

  /// The kind of data that a case itself is; nil when nothing is declared for an archive.
  public func kindOfData(ofCase number: String) -> String? {
    caseKind(of: number)?.data ?? retention.caseKind
  }
}
