/// What is not as it should be in a record: a user's mistake, never a failure of the world.
public struct Finding: Hashable, Sendable {
  /// How much a finding matters.
  public enum Strength: String, CaseIterable, Hashable, Sendable, Comparable {
    /// The paper is not produced as final.
    case error
    /// The paper is produced; somebody should look.
    case warning
    /// Worth knowing.
    case hint

    /// The letter in front of rule ids.
    public var letter: String {
      switch self {
      case .error: "E"
      case .warning: "W"
      case .hint: "H"
      }
    }

    /// The German word.
    public var german: String {
      switch self {
      case .error: "Fehler"
      case .warning: "Warnung"
      case .hint: "Hinweis"
      }
    }

    /// Errors come before warnings, warnings before hints.
    public static func < (left: Strength, right: Strength) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .hint: 2
      }
    }
  }

  /// The stable id of the rule.
  public var id: String
  /// How much it matters.
  public var strength: Strength
  /// The path of the item, such as `kinder[2]/geburtsdatum`; empty for the whole record.
  public var path: String
  /// The same place in words, such as „Kind(er) 2 › Geburtsdatum“.
  public var place: String
  /// One sentence that says what is wrong, in German.
  public var message: String
  /// What to do; may be empty.
  public var remedy: String
  /// The path of the field that takes the reason when somebody keeps what the finding warns of.
  public var reason: String?

  /// A finding of a rule at a path of the record.
  public init(
    id: String, strength: Strength, path: String, place: String, message: String, remedy: String = "",
    reason: String? = nil
  ) {
    self.id = id
    self.strength = strength
    self.path = path
    self.place = place
    self.message = message
    self.remedy = remedy
    self.reason = reason
  }

  /// Message and remedy as people read them, on one line: `[E-GN-01] ›Datum‹ liegt in der Zukunft …`.
  ///
  /// A message may quote a value that somebody else wrote: line ends in it become blanks, and what could steer a
  /// terminal becomes U+FFFD.
  public var german: String {
    Self.harmless("[\(id)] \(message)" + (remedy.isEmpty ? "" : " " + remedy))
  }

  /// A text that somebody else may have written, on one line and without what could steer a terminal.
  public static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: Self.isControl) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { Self.isControl($0) ? ($0 == "\n" || $0 == "\t" ? " " : "\u{FFFD}") : $0 }))
  }

  /// The control characters, and those that turn the writing direction of a line around.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
