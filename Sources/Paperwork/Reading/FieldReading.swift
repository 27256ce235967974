public import FormModel

/// What a document says about one field, and what became of it since the document was issued.
///
/// Every way of reading a paper ends in these: by carriers, by position, by labels, by comparing what is printed.
/// The visible text wins; where it cannot be recognised, the value as issued is kept and a finding says so.
public struct FieldReading: Hashable, Sendable {
  /// What became of a field.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// It shows what was issued.
    case unchanged
    /// It shows something else.
    case edited
    /// It showed something and is empty now.
    case emptied
    /// Its place in the document is gone; that is not the same as empty.
    case carrierLost = "carrier-lost"
    /// Its place stands there several times.
    case carrierDoubled = "carrier-doubled"
    /// The fixed text around it is not the one that was issued, so the value may mean something else.
    case staticTextAltered = "static-text-altered"
    /// Printed text, which nobody was to change, shows something else than the record in the document.
    case contradictsRecord = "contradicts-record"
    /// It was found on a paper that nobody issued here, so there is nothing to compare it with.
    case found
  }

  /// How the value was found.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    /// By the name of its carrier.
    case carrier
    /// By its place in a table or its order, because the name was lost; less certain.
    case position
    /// As printed text of a final document, compared with what was issued.
    case printed
    /// By a label beside it, in a document that is not ours; to be confirmed.
    case label
  }

  /// The path of the field, such as `kinder[2]/geburtsdatum`.
  public var path: String
  /// The same place in words.
  public var place: String
  /// What became of it.
  public var status: Status
  /// How it was found.
  public var source: Source
  /// What the document showed when it was issued; nil when that is not known.
  public var issued: String?
  /// What it shows now, as it stands there; nil when its place is gone.
  public var found: String?
  /// What the record takes over; nil for an empty field.
  public var value: RecordContent?

  /// Describes what was read.
  public init(
    path: String, place: String, status: Status, source: Source, issued: String?, found: String?,
    value: RecordContent?
  ) {
    (self.path, self.place, self.status, self.source) = (path, place, status, source)
    (self.issued, self.found, self.value) = (issued, found, value)
  }
}

extension FieldReading.Status {
  /// What became of a field, in German.
  public var german: String {
    switch self {
    case .unchanged: "unverändert"
    case .edited: "geändert"
    case .emptied: "geleert"
    case .carrierLost: "Eingabefeld fehlt"
    case .carrierDoubled: "Eingabefeld doppelt"
    case .staticTextAltered: "fester Text geändert"
    case .contradictsRecord: "weicht von den ausgestellten Daten ab"
    case .found: "gefunden"
    }
  }
}

extension FieldReading.Source {
  /// How a value was found, in German.
  public var german: String {
    switch self {
    case .carrier: "am Eingabefeld"
    case .position: "an der Stelle, weniger sicher"
    case .printed: "am gedruckten Text"
    case .label: "an der Beschriftung, bitte bestätigen"
    }
  }
}
