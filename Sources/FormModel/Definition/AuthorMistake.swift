/// A mistake in a form, list, profile or template: for authors, with file and line.
public struct AuthorMistake: Hashable, Sendable, Error {
  /// The stable code.
  public var code: String
  /// Where it stands.
  public var place: SourcePlace
  /// A place inside a document as an office person would name it, for templates.
  public var spot: String?
  /// What is wrong and what to write instead, in German.
  public var message: String

  /// A mistake with its stable code, at a line of a declaration.
  public init(code: String, place: SourcePlace, spot: String? = nil, message: String) {
    self.code = code
    self.place = place
    self.spot = spot
    self.message = message
  }

  /// Whether the file could not be read as XML at all.
  var isAboutXML: Bool { code.hasPrefix("XML-") }

  /// `file:line: place: message [code]`.
  public var german: String {
    let spot = spot.map { " \($0):" } ?? ""
    return "\(place.file):\(place.line):\(spot) \(message) [\(code)]"
  }
}
