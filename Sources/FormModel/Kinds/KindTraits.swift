/// What sets the values of a kind apart from a line of text.
public struct KindTraits: OptionSet, Hashable, Sendable {
  /// The traits as bits.
  public let rawValue: UInt16

  /// Traits from their bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Several lines.
  public static let multiline = KindTraits(rawValue: 1 << 0)
  /// Tabs may stand in it.
  public static let tabs = KindTraits(rawValue: 1 << 1)
  /// Any words, so that the look of a value does not tell which field is meant.
  public static let words = KindTraits(rawValue: 1 << 2)
  /// A word such as „Zeichen“ is written in front of the value in a line with others.
  public static let leadingWord = KindTraits(rawValue: 1 << 3)
  /// On paper, a value may go on in the next line.
  public static let goesOn = KindTraits(rawValue: 1 << 4)
  /// Always several values: one field, whose path has no number.
  public static let several = KindTraits(rawValue: 1 << 5)
  /// A day of the calendar, with or without more.
  public static let calendarDay = KindTraits(rawValue: 1 << 6)
  /// A figure of a table, shown with the signs of official statistics.
  public static let figure = KindTraits(rawValue: 1 << 7)
  /// Says nothing without its label.
  public static let needsLabel = KindTraits(rawValue: 1 << 8)
  /// Letters and digits stand together in one word, so that no digit is a letter misread.
  public static let mixedSigns = KindTraits(rawValue: 1 << 9)
  /// Two of them in a row may be written as from and to: „10:00 – 10:45“.
  public static let fromTo = KindTraits(rawValue: 1 << 10)
  /// A number at which somebody is reached.
  public static let telephone = KindTraits(rawValue: 1 << 11)
  /// An address of electronic mail.
  public static let mail = KindTraits(rawValue: 1 << 12)
}

/// The codes that the values of a kind are.
public enum KindAnswers: Sendable {
  /// None: the values are free.
  case none
  /// Those of the list that the field names.
  case listed
  /// Always these.
  case fixed(CodeList)
}

extension KindAnswers {
  /// Whether values are codes.
  public var areCodes: Bool {
    switch self {
    case .none: false
    case .listed, .fixed: true
    }
  }

  /// The codes that every field of the kind has; nil when there are none or the field names them.
  public var fixed: CodeList? {
    if case .fixed(let list) = self { list } else { nil }
  }
}

extension FormLibrary {
  /// The codes that may stand in a field; nil when its values are free, or its list is not declared.
  public func codes(of field: FieldDefinition) -> CodeList? {
    switch field.kind.answers {
    case .fixed(let list): list
    case .none, .listed: field.list.flatMap { lists[$0] }
    }
  }
}

extension CodeList {
  /// The answers of a kind that needs no file: codes that are their own labels.
  init(id: String, answers: [String]) {
    self.init(
      id: id, label: "", codes: answers.map { Code(id: $0, label: $0, short: $0, properties: [:]) },
      source: SourcePlace(file: "", line: 0))
  }
}
