/// How figures of a paper are made public so that nobody can be recognised.
public struct PublicationDefinition: Hashable, Sendable {
  /// The choice that says who a record is for.
  public var field: String
  /// The code that says it is for the public.
  public var code: String
  /// The choice that says which areas the figures are about; all of its codes where it is empty.
  public var area: String?
  /// The multiple that figures are rounded to, 2 or more.
  public var step: Int
  /// What is said about a figure that is not rounded.
  public var text: FindingText
  /// Paragraph or chapter it rests on.
  public var basis: String?
  /// Where it is declared.
  public var source: SourcePlace

  /// The nearest multiple of the step; the halves of an even step go up.
  ///
  /// With five no value moves by more than two (as Destatis rounds).
  public func rounded(_ value: Int) -> Int {
    let rest = value % step
    return value - rest + (rest * 2 >= step ? step : 0)
  }

  /// The nearest multiple of the step for a figure with decimals.
  public func rounded(_ value: Double) -> Int { Int(exactly: value).map { rounded($0) } ?? nearest(value) }

  private func nearest(_ value: Double) -> Int { Int((value / Double(step)).rounded()) * step }

  /// The whole values around those of a figure with decimals that are rounded to this one.
  public func values(aroundThoseRoundedTo value: Int) -> ClosedRange<Int> {
    max(0, value - (step + 1) / 2)...(value + (step + 1) / 2)
  }

  /// The values that are rounded to this one.
  public func values(roundedTo value: Int) -> ClosedRange<Int> {
    max(0, value - step / 2)...(value + (step - 1) / 2)
  }
}
