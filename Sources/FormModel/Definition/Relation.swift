/// How a figure follows from others: as their sum, or as something they limit.
///
/// One declaration serves four purposes: the value that is calculated, the finding when another was given, the
/// formula in a spreadsheet, and the proof that a publication cannot be calculated back.
public struct RelationDefinition: Hashable, Sendable {
  /// What the parts are to the figure.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The figure is their sum.
    case sum
    /// The figure is their sum at most.
    case most
  }

  /// Figures that are added or subtracted.
  public struct Term: Hashable, Sendable {
    /// Whether they are subtracted.
    public var isSubtracted: Bool
    /// Where they are, as a path from the group around the figure.
    public var path: String
  }

  /// What the parts are to the figure.
  public var kind: Kind
  /// The parts in order; at least one.
  public var terms: [Term]
  /// The finding for a record in which it does not hold.
  public var text: FindingText
  /// Paragraph or chapter it rests on.
  public var basis: String?
  /// Where it is declared.
  public var source: SourcePlace

  /// The parts of `a + b - c` or `a | b`; operators stand between blanks and outside of brackets.
  ///
  /// Nil when a part is missing.
  static func terms(of text: String) -> [Term]? {
    var terms: [Term] = []
    var path: [Substring] = []
    var isSubtracted = false
    var depth = 0
    func opened(_ word: Substring) -> Int {
      word.reduce(0) { $0 + ("([".contains($1) ? 1 : ")]".contains($1) ? -1 : 0) }
    }
    for word in text.split(whereSeparator: \.isWhitespace) {
      if depth == 0, ["+", "|", "-"].contains(word) {
        guard !path.isEmpty else { return nil }
        terms.append(Term(isSubtracted: isSubtracted, path: path.joined(separator: " ")))
        (path, isSubtracted) = ([], word == "-")
      } else {
        path.append(word)
        depth += opened(word)
      }
    }
    guard !path.isEmpty else { return nil }
    return terms + [Term(isSubtracted: isSubtracted, path: path.joined(separator: " "))]
  }

  /// The same relation for one field of the groups that the terms name, seen from inside such a group.
  func forField(_ id: String) -> RelationDefinition {
    var relation = self
    relation.terms = terms.map { Term(isSubtracted: $0.isSubtracted, path: "../\($0.path)/\(id)") }
    return relation
  }
}
