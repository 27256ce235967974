/// Why an archive, or one of its entries, was refused.
///
/// The error carries a stable code and, where one entry is to blame, that entry's name. What people
/// read is written elsewhere, from the code alone. The contents of an entry never appear here.
public struct ZipFailure: Error, Hashable, Sendable {
  /// The kind of failure, stable across versions.
  public let code: Code

  /// The name of the entry that is to blame, or nil when the archive as a whole is.
  ///
  /// At most 100 characters; what cannot be printed, or could turn the writing direction of a
  /// terminal line around, is replaced by `?`.
  public let entry: String?

  /// Describes a refusal.
  ///
  /// The entry's name may come straight from a hostile file: it is made printable here.
  public init(_ code: Code, entry: String? = nil) {
    self.code = code
    self.entry = entry.map(Self.printable)
  }

  /// A name from a foreign file made fit for a message: at most 100 characters, each of them printable.
  public static func printable(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    // Scalars and not characters are counted: one character can carry any number of combining marks.
    for scalar in name.unicodeScalars.prefix(100) {
      text.append(isPrintable(scalar) ? scalar : "?")
    }
    return String(text)
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
