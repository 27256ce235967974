public import FormModel

/// Figures made fit for the public, and everything that speaks against making them public.
public struct PublishedFigures {
  /// The public record, held against its form by itself.
  public let evaluated: EvaluatedRecord
  /// What can be calculated back, and what the rules of the form say.
  public let findings: [Finding]
}

extension EvaluatedRecord {
  /// The figures for the public; nil for a form that is never published.
  ///
  /// `withheld` are paths of figures that are not published, `earlier` are publications that can be laid beside this one.
  public func published(
    library: FormLibrary, withheld: [String] = [], earlier: [Record] = [], day: Day
  ) throws(PaperworkFailure) -> PublishedFigures? {
    do {
      guard let made = try Publication(of: self, library: library, withheld: withheld, earlier: earlier) else {
        return nil
      }
      let own = try EvaluatedRecord(made.record, form: form, library: library, day: day)
      return PublishedFigures(evaluated: own, findings: made.findings + own.findings)
    } catch {
      throw .declarations(error)
    }
  }
}
