/// Why a file cannot be filed as it was described.
public enum FilingFailure: Error, Hashable, Sendable {
  /// A file without a record of kiso was not described.
  case needsKind
  /// A paper that belongs to a case carries no number of one.
  case needsCase
  /// There is no such kind of data.
  case unknownKind(String, known: [String])

  /// What is missing and what to do, in German.
  public var german: String {
    switch self {
    case .needsKind: "Für diese Datei fehlt die Datenart; bitte mit --kind angeben, zum Beispiel --kind spe."
    case .needsCase: "Für dieses Papier fehlt die Vorgangsnummer; bitte mit --case angeben."
    case .unknownKind(let kind, let known):
      "Die Datenart ›\(kind)‹ gibt es nicht; möglich ist \(known.joined(separator: ", "))."
    }
  }
}
