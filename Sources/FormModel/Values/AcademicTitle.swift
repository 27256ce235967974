/// The words of academic titles in front of a name.
package enum AcademicTitle {
  /// Each word as it is written, without its full stop.
  package static let words: Set<String> = [
    "Dr", "Prof", "PD", "Dipl", "Mag", "Ing", "med", "phil", "jur", "rer", "nat", "h", "c", "mult",
  ]
  private static let lowercased = Set(words.map { $0.lowercased() })

  /// Whether a word, without full stops, belongs to a title, in capitals or not.
  package static func contains(_ word: some StringProtocol) -> Bool { lowercased.contains(word.lowercased()) }
}
