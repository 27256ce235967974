/// Streets with house numbers in free text.
extension PersonalDataScan {
  /// A word that ends like a street, or such a word alone behind a name, and a house number.
  ///
  /// „Hauptstr. 12“, „Willy-Brandt-Platz 2–6“, „Günnigfelder Straße 88 b“.
  static func street(_ tokens: ScanTokens, at start: Int) -> Int? {
    let word = tokens[start]
    guard word.kind == .word else { return nil }
    let lower = word.text.lowercased()
    if let ending = tokens.words.streetEndings.first(where: { lower.hasSuffix($0) }), lower != ending {
      let certain = ending.hasPrefix("str")
      guard certain || word.isCapitalised, !tokens.words.notStreets.contains(lower) else { return nil }
      return houseNumber(tokens, at: start + 1, after: ending)
    }
    // „Günnigfelder Straße“: the name stands in a word of its own.
    guard word.isCapitalised, tokens.at(start + 1)?.kind == .blank, let next = tokens.at(start + 2),
      next.isCapitalised, tokens.words.streetEndings.contains(next.text.lowercased()), !articles.contains(lower)
    else { return nil }
    return houseNumber(tokens, at: start + 3, after: next.text.lowercased())
  }

  private static let articles: Set<String> = [
    "der", "die", "das", "dem", "den", "ein", "eine", "einem", "kein",
  ]

  /// A full stop after „str“, blanks, up to four digits, a letter, a range; not a quantity and not a date.
  private static func houseNumber(_ tokens: ScanTokens, at start: Int, after ending: String) -> Int? {
    var index = start
    if ending == "str", tokens.at(index)?.isMark(".") == true { index += 1 }
    index = tokens.skippingBlanks(index)
    guard let number = tokens.at(index), number.kind == .number, number.text.utf8.count <= 4,
      !number.text.hasPrefix("0"), date(tokens, at: index, shortYears: true) == nil
    else { return nil }
    index += 1
    if tokens.at(index)?.isMark(":") == true, tokens.at(index + 1)?.kind == .number { return nil }
    // „Hauptstraße 12 a“ and „12a“.
    let letter = tokens.skippingBlanks(index)
    if let token = tokens.at(letter), token.kind == .word {
      if token.text.unicodeScalars.count == 1,
        token.text.unicodeScalars.allSatisfy({ ("a"..."h").contains($0) })
      {
        index = letter + 1
      } else if letter == index || tokens.words.units.contains(token.text.lowercased()) {
        return nil
      }
    }
    if ["-", "–", "/"].contains(tokens.at(index)?.text), tokens.at(index + 1)?.kind == .number { index += 2 }
    return index
  }
}
