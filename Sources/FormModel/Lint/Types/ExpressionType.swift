/// What an expression gives, as far as the declarations tell.
struct ExpressionType: Hashable {
  /// The kinds of results.
  enum Kind: Hashable {
    /// Yes or no, as conditions are.
    case truth
    /// A number with which one can calculate.
    case number
    /// The number of nodes, or a place among them.
    case text
    /// A passage that was found, or nothing: it holds as a condition when something was found.
    case match
    /// A text in quotes.
    case literal(String)
    /// Values of fields of one kind.
    case values(ValueType)
    /// The codes of a choice.
    case codes(CodeList)
    /// A group of fields.
    case group(GroupDefinition)
    /// A whole paper.
    case record
    /// What is not known without a record, or belongs to no declaration.
    case unknown
  }

  var kind: Kind
  /// Whether it is a set of nodes of a record, and not computed.
  var isNodes = false
  /// Whether there can be several.
  var isSeveral = false
  /// The field, when it is one.
  var field: FieldDefinition?

  static let unknown = ExpressionType(kind: .unknown)
  static let truth = ExpressionType(kind: .truth)
  static let number = ExpressionType(kind: .number)
  static let text = ExpressionType(kind: .text)

  /// Something computed of a kind of value.
  static func computed(_ type: ValueType) -> ExpressionType { ExpressionType(kind: .values(type)) }

  /// What a field or group gives.
  init(_ item: ItemDefinition, in library: FormLibrary, isSeveral: Bool) {
    switch item {
    case .field(let definition):
      let codes = library.codes(of: definition).map { Kind.codes($0) }
      self.init(
        kind: codes ?? (definition.kind.answers.areCodes ? .unknown : .values(definition.kind.valueType)),
        isNodes: true, isSeveral: isSeveral, field: definition)
    case .group(let group): self.init(kind: .group(group), isNodes: true, isSeveral: isSeveral)
    }
  }

  init(kind: Kind, isNodes: Bool = false, isSeveral: Bool = false, field: FieldDefinition? = nil) {
    (self.kind, self.isNodes, self.isSeveral, self.field) = (kind, isNodes, isSeveral, field)
  }

  /// The kind of its values, when they are those of a field that has no codes.
  var value: ValueType? { if case .values(let type) = kind { type } else { nil } }

  /// Whether one can calculate with it.
  var isNumber: Bool {
    switch kind {
    case .number: true
    case .values(let type): type.isNumber
    case .truth, .text, .match, .literal, .codes, .group, .record, .unknown: false
    }
  }

  /// How a sentence calls it, with „ein“ or „eine“.
  var german: String {
    switch kind {
    case .truth: "eine Bedingung"
    case .number: "eine Zahl"
    case .text, .match, .literal: "ein Text"
    case .values(let type): type.german
    case .codes: isSeveral ? "eine Auswahl, mehrere" : "eine Auswahl"
    case .group: "eine Gruppe"
    case .record: "ein ganzes Papier"
    case .unknown: "unbekannt"
    }
  }

  /// What is common to two results of which one is given.
  func or(_ other: ExpressionType) -> ExpressionType {
    if case .literal("") = kind { return other.isComputed }
    if case .literal("") = other.kind { return isComputed }
    if kind == other.kind { return ExpressionType(kind: kind) }
    if kind == .unknown || other.kind == .unknown { return .unknown }
    return isNumber && other.isNumber ? .number : .text
  }

  /// The same as a value of its own.
  private var isComputed: ExpressionType { ExpressionType(kind: kind) }
}

/// What can be done with the values of a kind of field.
public enum ValueType: Hashable, Sendable {
  /// Words: they are compared letter by letter.
  case text
  /// A day of the calendar.
  case day
  /// A day that may be known in part.
  case partialDay
  /// A time of day.
  case time
  /// A day, perhaps with a time.
  case moment
  /// A whole number.
  case whole
  /// A number with digits behind the comma.
  case decimal
  /// The number of a case or paper, which is no number to calculate with.
  case paperNumber

  /// Whether one can calculate with it.
  var isNumber: Bool { self == .whole || self == .decimal }

  /// Whether it is a full day, with or without a time.
  var isDay: Bool { self == .day || self == .moment }

  /// How a sentence calls it.
  var german: String {
    switch self {
    case .text: "ein Text"
    case .day: "ein Tag"
    case .partialDay: "ein Tag, auch unvollständig"
    case .time: "eine Uhrzeit"
    case .moment: "ein Tag mit Uhrzeit"
    case .whole: "eine ganze Zahl"
    case .decimal: "eine Zahl"
    case .paperNumber: "die Nummer eines Papiers"
    }
  }
}
