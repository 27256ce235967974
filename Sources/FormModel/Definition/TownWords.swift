internal import XMLTree

/// The words that differ from town to town in declarations which several share.
///
/// `${profile/schulgesetz}` in a label, a basis or any other text stands for that entry of the town's profile, and
/// `${profile/bezirk|Stadtbezirk}` for „Stadtbezirk“ where there is none. It is put in when declarations are read; what
/// is evaluated later asks `profile('bezirk')`.
struct TownWords {
  private static let opening: StaticString = "${profile/"
  private let entries: [String: String]
  private let sources: LayerSources
  private(set) var mistakes: [AuthorMistake] = []

  init(_ profile: Profile, sources: LayerSources) {
    (entries, self.sources) = (profile.values, sources)
  }

  /// Puts the words into a declaration, and notes each that the profile lacks.
  mutating func fill(_ root: XMLNode, of file: SourceFile) {
    guard file.parts.contains(where: { $0.bytes.holds(Self.opening) }) else { return }
    var unknown: [AuthorMistake] = []
    root.visit { node in
      for attribute in node.attributes where attribute.value.holds(Self.opening) {
        node.setAttribute(attribute.name, to: filled(attribute.value, node, file, &unknown))
      }
      for child in node.nodes where child.kind == .text && child.text.holds(Self.opening) {
        child.setText(filled(child.text, node, file, &unknown))
      }
    }
    mistakes += unknown
  }

  private func filled(_ text: String, _ node: XMLNode, _ file: SourceFile, _ unknown: inout [AuthorMistake]) -> String {
    let opening = "\(Self.opening)"
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: opening), let close = rest[open.upperBound...].firstIndex(of: "}") {
      let parts = rest[open.upperBound..<close].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if entries[name] == nil, parts.count == 1 {
        unknown.append(
          AuthorMistake(
            code: "FORM-AUSDRUCK", place: sources.place(of: node, in: file.name),
            message: "Im Profil der Stadt gibt es den Eintrag ›\(name)‹ nicht."
              + Nearest.question(name, among: entries.keys.sorted())))
      }
      result += rest[..<open.lowerBound] + (entries[name] ?? parts.dropFirst().first.map(String.init) ?? "")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
