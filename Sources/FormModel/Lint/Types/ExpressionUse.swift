/// What an expression is for, and so what it must give.
public enum ExpressionUse: Hashable, Sendable {
  /// Anything.
  case anything
  /// Whether something holds: `required`, `relevant`, `test`, `wenn`, `kasten` …
  case condition
  /// Nodes of the record: `each`, `für` …
  case nodes
  /// What is printed: a mark, or braces in a sentence.
  case printed
  /// A day: the start of a period, the end of a duty …
  case day
  /// The value of a field.
  case value(of: FieldDefinition)
}
