import XMLTree

/// XML of any kind.
enum XMLTarget {
  static func read(_ bytes: [UInt8]) {
    guard let document = try? XMLDocument(parsing: bytes) else { return }
    let written = document.serialised()
    guard let again = try? XMLDocument(parsing: written) else {
      // What is written may be longer than what was read, and so go over a limit.
      promise(written.count > bytes.count, "what is written can be read")
      return
    }
    promise(again.serialised() == written, "what is read and written again stays the same")
    for node in document.root.nodes where node.isElement {
      _ = (node.text, node.attributes, node.path, node.line)
    }
  }
}
