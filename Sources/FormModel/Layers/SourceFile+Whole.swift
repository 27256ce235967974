internal import XMLTree

extension SourceFile {
  /// The declaration as one text that needs no other: its own bytes, or for a layer what comes of it.
  ///
  /// Throws what is wrong with the layers.
  public func whole() throws(AuthorMistakes) -> [UInt8] {
    guard !bases.isEmpty || lack != nil else { return bytes }
    var reader = LayerReader(checker: nil)
    guard let root = reader.root(of: self), reader.mistakes.isEmpty else { throw AuthorMistakes(reader.mistakes) }
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + root.serialised() + Array("\n".utf8)
  }
}
