internal import XMLTree

/// What a document says of itself (ODF 1.3 part 3, 4.3); every text as it is written there.
public struct ReadMetadata: Hashable, Sendable {
  /// A value that somebody defined (`meta:user-defined`).
  public struct Field: Hashable, Sendable {
    /// Its name; names may repeat in a foreign document.
    public let name: String
    /// Its value.
    public let value: Value
  }

  /// A value with its type; one that does not fit its type is a text.
  public enum Value: Hashable, Sendable {
    /// A text, also when no type is named.
    case text(String)
    /// A number.
    case number(Double)
    /// Yes or no.
    case boolean(Bool)
    /// A day or a moment in the writing of XML Schema, not checked further.
    case date(String)
    /// A period in the writing of XML Schema, not checked further.
    case time(String)
  }

  /// The title (`dc:title`).
  public private(set) var title: String?
  /// The subject (`dc:subject`).
  public private(set) var subject: String?
  /// The description (`dc:description`).
  public private(set) var description: String?
  /// The keywords (`meta:keyword`).
  public private(set) var keywords: [String] = []
  /// Who changed the document last (`dc:creator`).
  public private(set) var creator: String?
  /// Who made the document (`meta:initial-creator`).
  public private(set) var initialCreator: String?
  /// Who printed it last (`meta:printed-by`).
  public private(set) var printedBy: String?
  /// The language (`dc:language`), such as `de-DE`.
  public private(set) var language: String?
  /// The program (`meta:generator`).
  public private(set) var generator: String?
  /// When the document was made (`meta:creation-date`).
  public private(set) var created: String?
  /// When the document was changed last (`dc:date`).
  public private(set) var changed: String?
  /// How often it was saved (`meta:editing-cycles`).
  public private(set) var editingCycles: String?
  /// Whether it names the template it was made from, whose path may tell more than it should.
  public private(set) var namesTemplate = false
  /// What somebody defined (`meta:user-defined`), in the order of the file.
  public private(set) var fields: [Field] = []

  /// The value of the first field with a name, or nil.
  public subscript(_ name: String) -> Value? {
    fields.first { $0.name == name }?.value
  }

  /// Reads the `office:meta` of a part or flat file.
  init(_ document: XMLDocument?) {
    var child = document?.root.element("meta", in: ODF.office)?.firstChild
    while let node = child {
      if node.isIn(ODF.dublinCore) { readDublinCore(node) } else if node.isIn(ODF.meta) { readMeta(node) }
      child = node.next
    }
  }

  private mutating func readDublinCore(_ node: XMLNode) {
    switch node.name {
    case "title": title = node.text
    case "subject": subject = node.text
    case "description": description = node.text
    case "creator": creator = node.text
    case "language": language = node.text
    case "date": changed = node.text
    default: break
    }
  }

  private mutating func readMeta(_ node: XMLNode) {
    switch node.name {
    case "keyword": keywords.append(node.text)
    case "initial-creator": initialCreator = node.text
    case "printed-by": printedBy = node.text
    case "generator": generator = node.text
    case "creation-date": created = node.text
    case "editing-cycles": editingCycles = node.text
    case "template": namesTemplate = true
    case "user-defined":
      guard let name = node.attribute("name", in: ODF.meta) else { return }
      fields.append(
        Field(name: name, value: Value(node.text, type: node.attribute("value-type", in: ODF.meta))))
    default: break
    }
  }
}

extension ReadMetadata.Value {
  fileprivate init(_ text: String, type: String?) {
    switch (type, text) {
    case ("boolean", "true"): self = .boolean(true)
    case ("boolean", "false"): self = .boolean(false)
    case ("date", _): self = .date(text)
    case ("time", _): self = .time(text)
    case ("float", _), ("percentage", _), ("currency", _):
      if let number = Double(text), number.isFinite { self = .number(number) } else { self = .text(text) }
    default: self = .text(text)
    }
  }
}
