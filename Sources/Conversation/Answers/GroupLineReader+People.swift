internal import FormModel

/// What people write into a line besides the values: words of protection, kinship, names in the order of offices.
extension GroupLineReader {
  /// The parts of a line, with what stands inside one of them set apart.
  ///
  /// „Zeynep Yıldız geb. Demir“ becomes two; „Oma Fatma Yıldız“ gives its first word to the choice that it names; a
  /// part that resembles a listed word says yes to that field and is none of the others.
  mutating func prepared(_ line: Segments) -> [String] {
    var result: [String] = []
    for segment in line.parts {
      for part in apart(segment) {
        result.append(withoutListed(withoutKinship(part, isFirst: result.isEmpty)))
      }
    }
    return result
  }

  /// „Yıldız, Zeynep“: the family name in front of the comma, as offices write it.
  ///
  /// Only where the part before the comma can be no whole name and nothing else of the line would take what follows.
  mutating func takeOfficeName(_ family: String, _ given: String) -> Bool {
    for case .name(let title, let first, let last) in parts {
      let fields = [title, first, last].compactMap { $0 }
      guard !fields.contains(where: { filled.contains($0) }) else { continue }
      let name = NameParts("| " + family, names)
      let own = name.last.isEmpty ? family : name.last
      let before = NameParts(given + " |", names)
      guard NameParts.isFamilyName(own), NameParts.areGivenNames(before.first) else { return false }
      set(last, .value(own))
      set(first, .value(before.first))
      let titles = [name.title, before.title].filter { !$0.isEmpty }.joined(separator: " ")
      if let title, !titles.isEmpty { set(title, .value(titles)) }
      filled.formUnion(fields)
      return true
    }
    return false
  }

  private var hasName: Bool {
    parts.contains { if case .name = $0 { true } else { false } }
  }

  /// A part of a line about a person, cut in front of each word that begins another value, such as „Handy“.
  private func apart(_ segment: String) -> [String] {
    guard hasName, !segment.contains(where: { $0 == ":" || $0 == "=" }) else { return [segment] }
    let starts = Set(
      parts.flatMap { part -> [String] in
        if case .field(_, _, let before, _) = part { before.map { $0.lowercased() } } else { [] }
      })
    var pieces: [[Substring]] = [[]]
    for word in segment.split(whereSeparator: \.isWhitespace) {
      let isStart = starts.contains(word.lowercased())
      // „geboren am“ is one beginning.
      let goesOn =
        pieces.last?.count == 1 && starts.contains((pieces.last?[0].lowercased() ?? "") + " " + word.lowercased())
      if isStart, pieces.last?.isEmpty == false, !goesOn { pieces.append([]) }
      pieces[pieces.count - 1].append(word)
    }
    return pieces.count > 1 ? pieces.map { $0.joined(separator: " ") } : [segment]
  }

  /// „Oma Fatma Yıldız“: the first word of a name says what the person is to the child.
  private mutating func withoutKinship(_ segment: String, isFirst: Bool) -> String {
    let words = segment.split(whereSeparator: \.isWhitespace)
    guard isFirst, hasName, words.count > 1, let word = words.first.map(String.init) else { return segment }
    for part in parts {
      guard case .field(let id, _, _, _) = part, !filled.contains(id), let field = field(id),
        let choices = answers.choices(of: field), case .one(let option) = choices.match(word),
        option.isSaid(as: word)
      else { continue }
      set(id, .value(option.id))
      return words.dropFirst().joined(separator: " ")
    }
    return segment
  }

  /// „geschützte Anschrift“, „Hans-Böckler-Straße 12 (geheim)“: the part without the words of a list, if it had any.
  private mutating func withoutListed(_ segment: String) -> String {
    let form = SearchForm.fold(segment)
    let isWord = parts.contains { part in
      guard case .field(_, let words, _, _) = part else { return false }
      return words.contains { SearchForm.fold($0) == form }
    }
    guard !isWord else { return segment }
    for part in parts {
      guard case .field(let id, _, _, let name?) = part, let list = answers.library.listedWords(name),
        list.resembled(in: segment) != nil
      else { continue }
      if !filled.contains(id) { set(id, .value("ja")) }
      // What goes on beyond the words is looked at again; without a number it is no street and no town.
      let rest = list.withoutResembled(segment)
      guard rest.contains(where: \.isNumber) else {
        if !rest.isEmpty { reading.leftovers.append(segment) }
        return ""
      }
      return rest
    }
    return segment
  }
}
