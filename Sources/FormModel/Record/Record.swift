/// The values of one paper: a tree of fields and groups in the order of the declaration.
///
/// Only what is filled in stands in it; an empty field is an absent one.
public struct Record: Hashable, Sendable {
  /// The form's id.
  public var form: String
  /// The version of the form it was made with.
  public var version: String
  /// The record's own id, if it has one.
  public var id: String?
  /// Which version of the paper it is, from 1.
  public var edition = 1
  /// The day of its last correction; nil where nothing that stood there was changed since the first version.
  public var corrected: Day?
  /// The paths of values that a program took from a paper that is not ours, and that nobody has confirmed yet.
  ///
  /// They stay in the record, so every check warns of them; whoever sets a value again has confirmed it.
  public var unconfirmed: [String] = []
  /// The values of the form, by field and group.
  public var root: RecordGroup

  /// A record of a version of a form, empty unless `root` is given.
  public init(form: String, version: String, id: String? = nil, root: RecordGroup = RecordGroup()) {
    self.form = form
    self.version = version
    self.id = id
    self.root = root
  }
}

/// The values below a record or group, in order; a repeated field or group stands there several times.
public struct RecordGroup: Hashable, Sendable {
  /// One field or group.
  public struct Item: Hashable, Sendable {
    /// The id of the declaration.
    public var id: String
    /// A value, the status in place of one, or a group.
    public var content: RecordContent

    /// Makes an item.
    public init(_ id: String, _ content: RecordContent) {
      self.id = id
      self.content = content
    }
  }

  /// The items in order.
  public var items: [Item]

  /// A group of these items, in their order.
  public init(_ items: [Item] = []) {
    self.items = items
  }

  /// All contents under an id.
  public subscript(_ id: String) -> [RecordContent] {
    items.filter { $0.id == id }.map(\.content)
  }

  /// The first value under an id.
  public func value(_ id: String) -> String? {
    for item in items where item.id == id {
      if case .value(let text) = item.content { return text }
    }
    return nil
  }

  /// The groups under an id.
  public func groups(_ id: String) -> [RecordGroup] {
    self[id].compactMap { if case .group(let group) = $0 { group } else { nil } }
  }

  /// Replaces everything under an id; the first place is kept, otherwise it goes to the end.
  public mutating func set(_ id: String, _ contents: [RecordContent]) {
    let index = items.firstIndex { $0.id == id } ?? items.count
    items.removeAll { $0.id == id }
    items.insert(contentsOf: contents.map { Item(id, $0) }, at: min(index, items.count))
  }
}

/// What a field or group holds.
public indirect enum RecordContent: Hashable, Sendable {
  /// A value in its canonical form.
  case value(String)
  /// An answer that is no value.
  case status(AnswerStatus)
  /// The values of a group.
  case group(RecordGroup)
}
