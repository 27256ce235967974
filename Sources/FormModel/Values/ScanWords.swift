/// The words by which names and streets are known in free text, as the lists of the declarations say.
public struct ScanWords: Hashable, Sendable {
  /// Forms of address, which stand in front of a name, without their full stops.
  public let salutations: Set<String>
  /// Words of titles, without their full stops.
  public let titles: Set<String>
  /// Capitalised words that are no names behind a form of address.
  let notNames: Set<String>
  /// How names of streets end, in small letters, the most telling first.
  let streetEndings: [String]
  /// Words that end like a street and are none, in small letters.
  let notStreets: Set<String>
  /// Words that make the number before them an amount, in small letters.
  let units: Set<String>

  /// The words of a library; what it has no list for stays empty.
  public init(_ library: FormLibrary) {
    func labels(_ id: String) -> [String] { library.lists[id]?.codes.map(\.label) ?? [] }
    salutations = Set(labels("anreden"))
    titles = Set(labels("titel"))
    notNames = Set(labels("keine_namen"))
    streetEndings = labels("strassenendungen")
    notStreets = Set(labels("keine_strassen"))
    units = Set(labels("mengenwoerter"))
  }

  /// Whether a word of a name, without full stops, belongs to a title, in capitals or not.
  package func isTitle(_ word: some StringProtocol) -> Bool {
    let lowered = word.lowercased()
    return titles.contains { $0.lowercased() == lowered }
  }

  /// Whether a word is a form of address, with its full stop or without.
  package func isSalutation(_ word: String) -> Bool {
    salutations.contains(word.hasSuffix(".") ? String(word.dropLast()) : word)
  }
}
