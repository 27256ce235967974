/// Names of people in free text.
extension PersonalDataScan {
  /// A form of address and the name after it.
  ///
  /// „Frau Kowalski“, „Fam. von der Heydt“, with titles between. The passage ends with the first capitalised name of two letters or more.
  static func salutation(_ tokens: ScanTokens, at start: Int) -> Int? {
    guard tokens[start].kind == .word, tokens.words.salutations.contains(tokens[start].text) else { return nil }
    let isShort = tokens[start].text.count <= 3
    var index = isShort ? afterFullStop(tokens, start + 1) : start + 1
    guard tokens.at(index)?.kind == .blank else { return nil }
    index += 1
    while let token = tokens.at(index), token.kind == .word, tokens.words.titles.contains(token.text) {
      index = tokens.skippingBlanks(afterFullStop(tokens, index + 1))
    }
    if let token = tokens.at(index), token.kind == .word, particles.contains(token.text) {
      repeat {
        index = tokens.skippingBlanks(index + 1)
      } while innerParticles.contains(tokens.at(index)?.text ?? "")
    }
    guard let name = tokens.at(index), isName(name, tokens.words) else { return nil }
    return index + 1
  }

  private static func afterFullStop(_ tokens: ScanTokens, _ index: Int) -> Int {
    tokens.at(index)?.isMark(".") == true ? index + 1 : index
  }

  private static func isName(_ token: ScanTokens.Token, _ words: ScanWords) -> Bool {
    guard token.kind == .word, token.text.count >= 2 else { return false }
    guard !words.salutations.contains(token.text), !words.notNames.contains(token.text) else { return false }
    if token.isCapitalised { return true }
    // „al-Hassan“, „d’Angelo“: the capital stands behind a hyphen or apostrophe.
    let parts = token.text.split { "-'’\u{2010}\u{2011}".contains($0) }
    return parts.count > 1
      && parts.dropFirst().contains { $0.unicodeScalars.first?.properties.isUppercase == true }
  }

  private static let particles: Set<String> = [
    "von", "van", "de", "del", "della", "di", "dos", "du", "el", "al", "ten", "ter", "bin", "ben", "ibn",
    "abu",
    "le", "la",
  ]
  private static let innerParticles: Set<String> = [
    "von", "van", "de", "der", "den", "dem", "und", "zu", "la", "el",
  ]

  /// The places where one of the given names occurs as a whole word, or as its genitive with s.
  ///
  /// Upper and lower case count; composed and decomposed letters are equal, and so are blanks of every kind in
  /// names of several words. A hyphen ends a word („Öztürk“ is found in „Çağlayan-Öztürk“). Names of fewer than
  /// three letters are left out, because they are found everywhere. Passages are in the order of the text; of two
  /// at the same place the longer one is given.
  public static func mentions(of names: [String], in text: String) -> [Passage] {
    let needles = Set(names.map { TypedTokens.trimmed($0) })
      .map { Array($0) }.filter { name in name.count { $0.isLetter } >= 3 }
      .sorted { ($0.count, String($0)) > ($1.count, String($1)) }
    let byFirst = Dictionary(grouping: needles) { $0.first ?? " " }
    let characters = Array(text)
    var found = [Passage]()
    var offset = 0
    var index = 0
    while index < characters.count {
      let startsWord = index == 0 || !isWordCharacter(characters[index - 1])
      let candidates = startsWord ? byFirst[characters[index]] ?? [] : []
      let end = candidates.lazy.compactMap { matchEnd(of: $0, in: characters, at: index) }.first ?? index
      if end > index {
        found.append(Passage(kind: .name, text: String(characters[index..<end]), offset: offset))
      }
      let next = max(end, index + 1)
      offset += characters[index..<next].reduce(0) { $0 + $1.utf8.count }
      index = next
    }
    return found
  }

  /// The index behind a name that stands here as a whole word.
  private static func matchEnd(of name: [Character], in text: [Character], at start: Int) -> Int? {
    guard start + name.count <= text.count else { return nil }
    let same = zip(name, text[start...]).allSatisfy { $0 == $1 || $0 == " " && $1.isWhitespace }
    guard same else { return nil }
    var end = start + name.count
    if end < text.count, text[end] == "s" { end += 1 }
    return end < text.count && isWordCharacter(text[end]) ? nil : end
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
