/// An answer that is no value; distinct from an empty field, and printable.
public enum AnswerStatus: String, CaseIterable, Hashable, Sendable {
  /// Nobody asked.
  case notAsked = "nicht_gefragt"
  /// Asked, and not known.
  case unknown = "unbekannt"
  /// Asked, and not answered.
  case refused = "verweigert"
  /// Known, but withheld: a figure that would give somebody away.
  case withheld = "geheim"

  /// What pages print in place of the value, in German.
  public var german: String {
    switch self {
    case .notAsked: "nicht gefragt"
    case .unknown: "nicht bekannt"
    case .refused: "keine Angabe"
    case .withheld: "geheim"
    }
  }
}
