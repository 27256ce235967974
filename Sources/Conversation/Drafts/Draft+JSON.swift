public import FormModel

/// Drafts as JSON files.
extension Draft {
  /// The draft as JSON; the same draft gives the same bytes.
  ///
  /// `library` holds the forms of the record and of the papers it was begun from.
  public func json(library: FormLibrary) -> [UInt8] {
    var bytes = Array("{\n".utf8)
    func member(_ name: String, _ write: (inout [UInt8]) -> Void) {
      if bytes.count > 2 { bytes += Array(",\n".utf8) }
      JSONText.append(name, to: &bytes)
      bytes += Array(": ".utf8)
      write(&bytes)
    }
    func text(_ name: String, _ text: String) { member(name) { JSONText.append(text, to: &$0) } }
    func texts(_ name: String, _ texts: [String]) {
      member(name) { bytes in
        bytes.append(UInt8(ascii: "["))
        for (place, text) in texts.enumerated() {
          if place > 0 { bytes.append(UInt8(ascii: ",")) }
          JSONText.append(text, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
      }
    }
    func json(_ record: Record) -> [UInt8] {
      library.form(of: record).map { record.json(form: $0) } ?? Array("{}".utf8)
    }
    text("draft", Self.version)
    text("form", form)
    text("municipality", municipality)
    text("began", began.canonical)
    text("saved", saved.canonical)
    text("stop", stop.text)
    texts("visited", visited.map(\.text))
    texts("told", told)
    texts("expanded", expanded)
    text("pending", pending)
    member("record") { $0 += json(record) }
    if let correcting { member("correcting") { $0 += json(correcting) } }
    member("others") { bytes in
      bytes.append(UInt8(ascii: "["))
      for (place, other) in others.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += json(other)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes += Array("\n}\n".utf8)
    return bytes
  }

  /// The version of the file's layout.
  static let version = "1"

  /// The head of a draft: what can be read without its form.
  public struct Head: Hashable, Sendable {
    /// The id of the form.
    public var form: String
    /// The municipality whose form it is.
    public var municipality: String
    /// When the conversation began.
    public var began: Moment
    /// When it was saved last.
    public var saved: Moment
    /// The ids of the forms of the papers it was begun from.
    public var otherForms: [String]
  }

  /// The head of a draft; nil when the bytes are no draft.
  public static func head(of bytes: [UInt8]) -> Head? { Parts(bytes)?.head }

  /// Reads a draft; nil when the bytes are no draft.
  ///
  /// `library` holds the forms that the head names. What its form no longer has is left out and reported as
  /// findings.
  public static func read(
    _ bytes: [UInt8], library: FormLibrary, day: Day
  ) -> (draft: Draft, findings: [Finding])? {
    guard let parts = Parts(bytes), let raw = parts.members["record"] else { return nil }
    var reader = RecordReader(library: library, day: day)
    guard let (record, findings) = try? reader.record(from: raw) else { return nil }
    let others = parts.list("others").compactMap { try? reader.record(from: $0).record }
    let correcting = parts.members["correcting"].flatMap { try? reader.record(from: $0).record }
    let head = parts.head
    let draft = Draft(
      form: head.form, municipality: head.municipality, began: head.began, saved: head.saved, record: record,
      others: others, correcting: correcting, stop: Stop(text: parts.text("stop")) ?? .review,
      visited: parts.texts("visited").compactMap { Stop(text: $0) }, told: parts.texts("told"),
      expanded: parts.texts("expanded"), pending: parts.text("pending"))
    return (draft, findings)
  }

  /// The members of a draft's JSON.
  private struct Parts {
    var members: [String: RawValue] = [:]
    var head: Head

    init?(_ bytes: [UInt8]) {
      guard case .object(let list)? = try? RecordReader.raw(bytes) else { return nil }
      let members = Dictionary(list.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      func text(_ name: String) -> String { if case .text(let text)? = members[name] { text } else { "" } }
      guard text("draft") == Draft.version, !text("form").isEmpty, let began = Moment(canonical: text("began")),
        let saved = Moment(canonical: text("saved"))
      else { return nil }
      self.members = members
      head = Head(
        form: text("form"), municipality: text("municipality"), began: began, saved: saved, otherForms: [])
      head.otherForms = self.list("others").compactMap { try? RecordReader.formID(of: $0) }
    }

    func text(_ name: String) -> String { if case .text(let text)? = members[name] { text } else { "" } }

    func list(_ name: String) -> [RawValue] { if case .list(let list)? = members[name] { list } else { [] } }

    func texts(_ name: String) -> [String] {
      list(name).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
  }
}
