/// Records written in code: `["datum": "2025-11-18", "fachkraft": ["name": "Jörg Weißhaupt"]]`.
///
/// An id that stands there several times is a repeated field or group.
extension RecordGroup: ExpressibleByDictionaryLiteral {
  /// Makes a group of ids and contents in the order they are written.
  public init(dictionaryLiteral elements: (String, RecordContent)...) {
    self.init(elements.map { Item($0, $1) })
  }
}

extension RecordContent: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
  /// Makes a value, which should be in its canonical form.
  public init(stringLiteral text: String) {
    self = .value(text)
  }

  /// Makes a group of ids and contents in the order they are written.
  public init(dictionaryLiteral elements: (String, RecordContent)...) {
    self = .group(RecordGroup(elements.map { RecordGroup.Item($0, $1) }))
  }
}
