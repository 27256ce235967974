/// The words of academic titles in front of a name.
package enum AcademicTitle {
  /// Each word without its full stop; „Dr. rer. nat.“ is three of them.
  private static let words: Set<String> = [
    "dr", "prof", "pd", "dipl", "mag", "med", "phil", "jur", "rer", "nat", "h", "c", "ing", "mult",
  ]

  /// Whether a word, without full stops, belongs to a title; case does not matter.
  package static func contains(_ word: some StringProtocol) -> Bool { words.contains(word.lowercased()) }
}
