/// A claim that does not hold for a paper.
package struct Failure: Hashable, Sendable {
  /// What was claimed.
  package enum Claim: String, CaseIterable, Hashable, Sendable {
    /// A paper without errors is made: final, to be filled in, blank.
    case renders
    /// Every structure check passes.
    case structure
    /// What is read from the document is what its page shows.
    case readsBack
    /// Every value that the page prints stands there as it is displayed.
    case text
    /// Nothing that is hidden stands anywhere in the file.
    case hidden
    /// A box is ticked where its answer was given, and nowhere else.
    case ticks
    /// XML, JSON and the schema agree.
    case formats
    /// The same paper twice is the same file.
    case bytes
    /// A broken record has exactly the finding it must have.
    case finding
    /// With an error there is no document.
    case refusal
  }

  /// Which claim.
  package let claim: Claim
  /// What was found instead; may quote the invented values of the sample.
  package let detail: String
}
