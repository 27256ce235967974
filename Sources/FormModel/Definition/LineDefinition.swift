/// How a group is typed in one line: „Ayşegül Çağlayan, Mutter, 0171 3920012“.
///
/// The parts of a line are told apart by what they are (a phone number, a code, a day) and, where that does not
/// decide, by the order of the declaration.
public struct LineDefinition: Hashable, Sendable {
  /// One part of a line; it fills one field or several that are written together.
  public enum Part: Hashable, Sendable {
    /// One field; `words` say yes when they stand alone, `before` may stand in front of the value.
    ///
    /// What resembles a word of the list `resembling` says yes wherever it stands in the line.
    case field(id: String, words: [String], before: [String], resembling: String?)
    /// A name with its title: `Dr. Annika von der Heydt`.
    case name(title: String?, first: String, last: String)
    /// A street with its number: `Günnigfelder Straße 88 b`.
    case street(street: String, number: String)
    /// A postcode with its town: `44866 Bochum`.
    case town(postcode: String, town: String)

    /// The fields it fills.
    public var fields: [String] {
      switch self {
      case .field(let id, _, _, _): [id]
      case .name(let title, let first, let last): [title, first, last].compactMap { $0 }
      case .street(let street, let number): [street, number]
      case .town(let postcode, let town): [postcode, town]
      }
    }
  }

  /// The parts in the order in which they are expected.
  public var parts: [Part]
  /// A whole line as people would type it.
  public var example: String?
  /// What somebody types who means what the last group of the kind says: „wie oben“.
  public var same: [String] = []
  /// Where it is declared.
  public var source: SourcePlace
}

extension GroupDefinition {
  /// How the group is typed in one line: as declared, or its short fields one after another.
  ///
  /// Long texts and groups inside the group are asked for by themselves.
  public var typedLine: LineDefinition {
    line ?? LineDefinition(parts: LineDefinition.parts(for: items), example: nil, source: common.source)
  }
}

extension LineDefinition {
  /// The short fields among items, one part each.
  static func parts(for items: [ItemDefinition]) -> [Part] {
    items.compactMap { item in
      guard case .field(let field) = item, !field.has(.multiline), !field.repeats, field.calculate == nil else {
        return nil
      }
      return .field(id: field.common.id, words: [], before: [], resembling: nil)
    }
  }
}
