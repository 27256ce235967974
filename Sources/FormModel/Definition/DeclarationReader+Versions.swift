internal import XMLTree

extension DeclarationReader {
  /// What an item or code was called before.
  mutating func renamed(_ node: XMLNode, file: String) -> [String] {
    node.elements("renamed").map { required("from", of: $0, file) }
  }

  /// The day from which a code is no longer chosen.
  mutating func retired(_ node: XMLNode, file: String) -> Day? {
    guard let text = node.attribute("retired") else { return nil }
    if let day = Day(iso: text) { return day }
    mistake("FORM-TAG", node, file, "›retired‹ ist ein Tag wie 2026-01-01, nicht ›\(text)‹.")
    return nil
  }
}
