/// A German postcode (Postleitzahl): five digits, not `00000`.
///
/// Whether the code exists, and whose it is, is data of the municipality.
public struct Postcode: Hashable, Sendable {
  /// The five digits.
  public let canonical: String

  /// A postcode as typed; blanks at the ends are tolerated, nothing else.
  public init?(typed: String) {
    let text = TypedTokens.trimmed(typed)
    guard text.utf8.count == 5, ASCIIDigits.areAll(text), text != "00000" else { return nil }
    canonical = text
  }
}
