/// Something that is wrong with an expression, with what was probably meant.
public struct ExpressionProblem: Error, Hashable, Sendable {
  /// The kinds of mistakes; their words stand in the codes of findings and never change.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A name, code or function that does not exist, or an expression that cannot be read.
    case name = "AUSDRUCK"
    /// Something stands as a condition that is none, such as a field alone.
    case condition = "BEDINGUNG"
    /// Two things are compared that can never be the same, or not in this way.
    case comparison = "VERGLEICH"
    /// A function or an arithmetic sign is given what it cannot work on.
    case argument = "RECHNUNG"
    /// One value is meant, but there can be several.
    case several = "MEHRERE"
    /// A group is to be printed that does not say how.
    case display = "ANZEIGE"
    /// The result does not fit where the expression stands.
    case result = "ERGEBNIS"
    /// The expression costs more than a form may.
    case cost = "AUFWAND"
  }

  /// What kind of mistake it is.
  public let kind: Kind
  /// What is wrong and what was probably meant, in German.
  public let message: String

  init(_ kind: Kind, _ message: String) {
    (self.kind, self.message) = (kind, message)
  }
}

extension [ExpressionProblem] {
  /// Notes a mistake once.
  mutating func add(_ kind: ExpressionProblem.Kind, _ message: String) {
    let problem = ExpressionProblem(kind, message)
    if !contains(problem) { append(problem) }
  }

  /// A name that does not exist.
  mutating func append(_ message: String) { add(.name, message) }
}
