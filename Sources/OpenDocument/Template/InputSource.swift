public import XMLTree

/// Says what a person fills in where a template has marks, and what printed values are called.
///
/// Whoever gives the data knows what can be filled in; a template only knows where. Marks are numbered in the order
/// of the document, and a mark in a repetition is asked for each copy. Where a method gives nil, the mark prints as
/// it always does.
public protocol InputSource: AnyObject {
  /// What stands in place of the value that an expression prints at a node.
  func parts(of mark: Int, _ expression: String, at node: XMLNode) -> [InputPart]?

  /// The box in place of one that is ticked when the expression holds.
  func box(of mark: Int, _ expression: String, at node: XMLNode) -> Carrier?

  /// How much it matters that a mark is written; of two branches that are possible the heavier one is.
  func weight(of mark: Int) -> Int

  /// The name under which a printed value is found again when the document is read; empty for one that is computed.
  func name(of expression: String, at node: XMLNode) -> String

  /// Whether every branch that is possible is gone through, to see what could be filled in there.
  var explores: Bool { get }

  /// Whether conditions take everything that can be filled in as filled.
  var assumesFilled: Bool { get set }
}

/// A piece of what stands in place of a value.
public enum InputPart: Hashable, Sendable {
  /// Fixed text.
  case text(String)
  /// A place to fill in.
  case carrier(Carrier)
}
