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
  /// What is wrong, in German.
  public var message: String
  /// What to do; may be empty.
  public var remedy: String
  /// The path of the field that takes the reason when somebody keeps what the finding warns of.
  public var reason: String?

  /// Makes a finding.
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

  /// Message and remedy as people read them: `[E-GN-01] ›Datum‹ liegt in der Zukunft …`.
  public var german: String {
    "[\(id)] \(message)" + (remedy.isEmpty ? "" : " " + remedy)
  }
}
