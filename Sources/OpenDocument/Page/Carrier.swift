/// A named place on a page that holds one value.
///
/// Names consist of letters, digits and points, because LibreOffice writes other characters differently; a name
/// must stand once in a document. What a name means is the business of whoever gave it.
public struct Carrier: Hashable, Sendable {
  /// How a value is held.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An input field in a line (`text:text-input`), named by the first word of its description.
    case input
    /// Whole paragraphs (`text:section`).
    case section
    /// A box to tick: a form control.
    case box
    /// One of several texts (`text:drop-down`, or the content control that DOCX makes of it, which has no name).
    case choice
    /// A value that was printed as text; only in a page that was kept when its document was issued.
    case printed
  }

  /// The name; empty where the document lost it.
  public var name: String
  /// How the value is held.
  public var kind: Kind
  /// What stands in it; for a box ``ticked`` or ``unticked``.
  public var text: String
  /// What stands in it as long as nothing is filled in; empty for boxes.
  public var prompt: String
  /// What may be chosen, the prompt not among it; empty unless it is a choice.
  public var options: [String]
  /// Help for the person who fills it in; it is written and never read back.
  public var hint: String
  /// The name of the instance of a list that it belongs to, such as one row; carriers of one instance come and go together.
  public var instance: String

  /// Describes a carrier.
  public init(
    _ kind: Kind, name: String, text: String, prompt: String = "", options: [String] = [], hint: String = "",
    instance: String = ""
  ) {
    (self.name, self.kind, self.text, self.prompt) = (name, kind, text, prompt)
    (self.options, self.hint, self.instance) = (options, hint, instance)
  }

  /// The text of a box that is ticked.
  public static let ticked = "☒"
  /// The text of a box that is not ticked.
  public static let unticked = "☐"
}
