internal import FormModel
internal import Spelling

/// The labels under which the items of a form stand on papers of any origin.
struct LabelVocabulary {
  private struct Reference: Hashable {
    let term: Int
    let isOwn: Bool
  }

  private var terms: [LabelTerm] = []
  private var plain: [String: [Reference]] = [:]
  private var skeletons: [[UInt8]: [Reference]] = [:]
  /// Guessing costs the product of two lengths for every label, so it is done for so many texts only.
  private var guesses = LabelVocabulary.mostGuesses

  private static let mostGuesses = 2_000
  /// The longest label there is room for, in bytes.
  static let longest = 90

  /// Learns the labels of a form: its own, and the others that are declared.
  init(_ form: FormDefinition) {
    for section in form.sections {
      add(LabelTerm(path: [section.id], groups: [], kind: .section, order: terms.count), [(section.label, true)])
      for item in section.items { add(item, path: [], groups: []) }
    }
  }

  private mutating func add(_ item: ItemDefinition, path: [String], groups: [GroupDefinition]) {
    let path = path + [item.id]
    let labels = [(item.label, true), (item.pageLabel, true)] + item.common.also.map { ($0, false) }
    switch item {
    case .field(let field):
      guard !field.readonly else { return }
      add(LabelTerm(path: path, groups: groups, kind: .field(field), order: terms.count), labels)
    case .group(let group):
      add(LabelTerm(path: path, groups: groups, kind: .group(group), order: terms.count), labels)
      for inner in group.items { add(inner, path: path, groups: groups + [group]) }
    }
  }

  private mutating func add(_ term: LabelTerm, _ labels: [(text: String, isOwn: Bool)]) {
    terms.append(term)
    for (label, isOwn) in labels {
      for form in Set([label, Self.withoutBrackets(label)]) {
        let reference = Reference(term: terms.count - 1, isOwn: isOwn && form == label)
        let key = LabelFold.plain(form)
        guard !key.isEmpty else { continue }
        if !plain[key, default: []].contains(reference) { plain[key, default: []].append(reference) }
        let skeleton = LabelFold.skeleton(form)
        if !skeletons[skeleton, default: []].contains(reference) { skeletons[skeleton, default: []].append(reference) }
      }
    }
  }

  /// What a text can stand for as a label; empty when it is none.
  ///
  /// Explanations behind a dash or in brackets do not matter, nor a colon at the end.
  mutating func matches(_ text: String) -> [LabelMatch] {
    let text = Self.trimmed(text)
    guard !text.isEmpty, text.utf8.count <= Self.longest else { return [] }
    let variants = Self.variants(text)
    let own = references(plain[LabelFold.plain(text)], .same)
    if own.contains(where: \.isOwn) { return own }
    // Another label of the first field may be that of both: „von – bis“.
    let together = composite(Self.withoutBrackets(text))
    if !together.isEmpty { return together }
    for variant in variants {
      let found = references(plain[LabelFold.plain(variant.label)], .same, variant.rest)
      if !found.isEmpty { return found }
    }
    for variant in variants {
      let found = references(skeletons[LabelFold.skeleton(variant.label)], .folded, variant.rest)
      if !found.isEmpty { return found }
    }
    return guessed(text)
  }

  private func references(
    _ found: [Reference]?, _ quality: LabelMatch.Quality, _ rest: String = ""
  ) -> [LabelMatch] {
    (found ?? []).map { LabelMatch(terms: [terms[$0.term]], isOwn: $0.isOwn, quality: quality, rest: rest) }
  }

  /// Fields of one group under one label: „Nachname, Vorname“, „PLZ/Ort“, „Datum und Uhrzeit“.
  private func composite(_ text: String) -> [LabelMatch] {
    guard text.contains(where: { ",/–&-".contains($0) }) || text.contains(" und ") else { return [] }
    let signs: Set<Character> = [",", "/", "–", "&"]
    let parts = text.split(separator: " und ").flatMap { $0.split(separator: " - ") }
      .flatMap { $0.split(whereSeparator: signs.contains) }.map { Self.trimmed(String($0)) }
    guard parts.count > 1, parts.count <= 4, !parts.contains("") else { return [] }
    var choices: [[LabelTerm]] = []
    for part in parts {
      let found = plain[LabelFold.plain(part)] ?? skeletons[LabelFold.skeleton(part)] ?? []
      let fields = found.map { terms[$0.term] }.filter { if case .field = $0.kind { true } else { false } }
      guard !fields.isEmpty else { return [] }
      choices.append(fields)
    }
    return choices[0].compactMap { first in
      var together = [first]
      for fields in choices.dropFirst() {
        guard let next = fields.first(where: { $0.parent == first.parent && !together.contains($0) }) else {
          return nil
        }
        together.append(next)
      }
      return LabelMatch(terms: together, isOwn: false, quality: .same)
    }
  }

  /// The labels that differ by one letter, or by two from twelve letters on; none when several are equally near.
  private mutating func guessed(_ text: String) -> [LabelMatch] {
    let skeleton = LabelFold.skeleton(text)
    // A number is more likely a value than a letter gone wrong: „Notiz Nr. 3“.
    guard skeleton.count >= 6, guesses > 0, !text.contains(where: \.isNumber) else { return [] }
    guesses -= 1
    let allowed = skeleton.count >= 12 ? 2 : 1
    var best = (distance: allowed + 1, keys: [[UInt8]]())
    for key in skeletons.keys where key.count >= 6 && abs(key.count - skeleton.count) <= allowed {
      let distance = Suggestion.distance(key, skeleton)
      if distance < best.distance {
        best = (distance, [key])
      } else if distance == best.distance {
        best.keys.append(key)
      }
    }
    guard best.distance <= allowed, best.keys.count == 1 else { return [] }
    return references(skeletons[best.keys[0]], .near)
  }

  /// The term that comes next in the form, if it stands in the same group.
  func term(after term: LabelTerm) -> LabelTerm? {
    guard terms.indices.contains(term.order + 1) else { return nil }
    let next = terms[term.order + 1]
    return next.parent == term.parent && next.kind != .section ? next : nil
  }

  /// The repeated group that a term is, or stands in directly.
  func repeatedGroup(of term: LabelTerm) -> LabelTerm? {
    if case .group(let group) = term.kind { return group.repeats ? term : repeatedGroup(above: term) }
    return repeatedGroup(above: term)
  }

  private func repeatedGroup(above term: LabelTerm) -> LabelTerm? {
    guard let depth = term.groups.lastIndex(where: \.repeats) else { return nil }
    let path = Array(term.path.prefix(depth + 1))
    return terms.first { $0.path == path && $0.kind != .section }
  }

  // MARK: - Texts

  /// A label without what stands around it: blanks, a colon, leading dots and lines.
  static func trimmed(_ text: String) -> String {
    let signs: Set<Character> = [" ", "\t", "\u{A0}", ":", "_", "…", "*", "•"]
    var slice = text[...]
    while let first = slice.first, signs.contains(first) { slice.removeFirst() }
    while let last = slice.last, signs.contains(last) || slice.hasSuffix("..") { slice.removeLast() }
    return String(slice)
  }

  /// The label without what explains it: in brackets at its end, or behind a dash, unless a colon says that a value
  /// follows.
  private static func variants(_ text: String) -> [(label: String, rest: String)] {
    var result = [(label: text, rest: "")]
    guard !text.contains(":") else { return result }
    if let dash = [" – ", " — ", " - "].compactMap({ text.firstRange(of: $0) }).min(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      result.append((trimmed(String(text[..<dash.lowerBound])), trimmed(String(text[dash.upperBound...]))))
    }
    let bare = withoutBrackets(text)
    if bare != text { result.append((bare, "")) }
    return result.filter { !$0.label.isEmpty }
  }

  private static func withoutBrackets(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("), open > text.startIndex else { return text }
    return trimmed(String(text[..<open]))
  }
}
