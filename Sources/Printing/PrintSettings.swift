/// Where and how a document is printed.
public struct PrintSettings: Hashable, Sendable {
  /// How both sides of a sheet are used (IPP `sides`, RFC 8011 § 5.2.8).
  public enum Sides: String, Hashable, Sendable, CaseIterable {
    /// Both sides, bound at the long edge, as pages of a book.
    case long = "two-sided-long-edge"
    /// Both sides, bound at the short edge, as a calendar.
    case short = "two-sided-short-edge"
    /// One side only.
    case off = "one-sided"
  }

  /// The queue's name; nil for the system's default.
  public var printer: String?
  /// How many, at least 1; sorted, one whole document after the other.
  public var copies: Int
  /// Both sides, or one.
  public var sides: Sides
  /// Whether the page keeps its measures on paper, as fold marks and windows of envelopes need.
  ///
  /// Otherwise the printer may shrink a page that comes too near to the sheet's edge.
  public var keepsSize: Bool

  /// Settings for one document: one copy on both sides unless said otherwise.
  public init(printer: String? = nil, copies: Int = 1, sides: Sides = .long, keepsSize: Bool = true) {
    self.printer = printer
    self.copies = copies
    self.sides = sides
    self.keepsSize = keepsSize
  }

  /// The most copies of one document; more is rather a mistyped number.
  public static let mostCopies = 99

  /// The words for lp(1); the title says nothing.
  var arguments: [String] {
    var words = ["-t", "kiso", "-n", String(max(1, copies)), "-o", "sides=" + sides.rawValue]
    if copies > 1 { words += ["-o", "collate=true"] }
    if keepsSize { words += ["-o", "print-scaling=none"] }
    if let printer { words += ["-d", printer] }
    return words
  }
}
