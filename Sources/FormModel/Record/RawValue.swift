/// A record before it is held against its form: what JSON and XML have in common.
public indirect enum RawValue: Hashable, Sendable {
  /// Text, a number as it was written, or a boolean as `ja` and `nein`.
  case text(String)
  /// An answer that is no value, by its word.
  case status(String)
  /// Several values of the same name.
  case list([RawValue])
  /// Named values in order.
  case object([Member])

  /// One named value.
  public struct Member: Hashable, Sendable {
    /// The name as it was written.
    public var name: String
    /// The value that stands under the name.
    public var value: RawValue
    /// The line it was read from, 1-based; 0 when unknown.
    public var line: Int

    /// A member at a line of the source, 1-based; 0 when it is not known.
    public init(_ name: String, _ value: RawValue, line: Int = 0) {
      self.name = name
      self.value = value
      self.line = line
    }
  }
}

/// Why a text is no record at all.
public struct RecordFailure: Error, Hashable, Sendable {
  /// The stable codes.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// Not JSON.
    case json = "DATEN-JSON"
    /// The same name twice in one JSON object.
    case duplicate = "DATEN-DOPPELT"
    /// Not well-formed XML, or over a limit.
    case xml = "DATEN-XML"
    /// Neither an object nor a record element.
    case shape = "DATEN-FORM"
    /// No form is named, or one that does not exist.
    case unknownForm = "DATEN-FORMULAR"
    /// More bytes than a record can have.
    case size = "DATEN-ZU-GROSS"
    /// More values than a record can have.
    case tooMany = "DATEN-ZU-VIELE"
    /// Values nested deeper than in any record.
    case depth = "DATEN-TIEFE"
    /// Nothing at all.
    case empty = "DATEN-LEER"
  }

  /// What kind of failure it is.
  public let code: Code
  /// The line, 1-based; 0 when unknown.
  public let line: Int
  /// The column, 1-based; 0 when unknown.
  public let column: Int
  /// The name of the form that is not known, or the code of the XML reader.
  public let detail: String?

  /// A failure at a line and column, 1-based; 0 when they are not known.
  public init(_ code: Code, line: Int = 0, column: Int = 0, detail: String? = nil) {
    self.code = code
    self.line = line
    self.column = column
    self.detail = detail
  }
}
