/// Whether papers that are not ours are read by their labels, and for which form they are taken.
public enum LabelSource: Hashable, Sendable {
  /// Only papers that kiso made are read.
  case none
  /// The form is recognised by the title of the paper.
  case title
  /// The form with an id, whatever the paper calls itself.
  case form(String)
}
