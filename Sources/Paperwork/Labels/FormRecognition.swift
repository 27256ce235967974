internal import FormModel

/// Tells by its title which form a paper is, or by the foot of its pages.
struct FormRecognition {
  private let titles: [(form: String, plain: String, skeleton: [UInt8])]

  private let shorts: [(form: String, short: String)]

  /// How many lines from the top are looked at.
  private static let depth = 15

  init(_ forms: some Collection<FormDefinition>) {
    titles = forms.sorted { $0.id < $1.id }.flatMap { form in
      ([form.title] + form.also).map { (form.id, LabelFold.plain($0), LabelFold.skeleton($0)) }
    }
    shorts = forms.map { ($0.id, $0.short) }
  }

  /// The form whose title stands near the top of a page, or whose short form begins its foot; nil when nobody can tell.
  ///
  /// A line that is a title counts before one that begins with it, and of titles in the same line the longest.
  func form(of page: LabelPage) -> String? {
    let all = page.pieces.lazy.flatMap { piece -> [String] in
      switch piece {
      case .line(let line): [line]
      case .row(let cells): cells.flatMap { $0 }
      }
    }.filter { !LabelPage.trimmed($0).isEmpty }
    let lines = all.prefix(Self.depth).filter { $0.utf8.count <= LabelVocabulary.longest }
    let tests: [(String, Int) -> Bool] = [
      { LabelFold.plain($0) == titles[$1].plain },
      { LabelFold.skeleton($0) == titles[$1].skeleton },
      { LabelFold.plain($0).hasPrefix(titles[$1].plain) },
      { LabelFold.skeleton($0).starts(with: titles[$1].skeleton) },
    ]
    for test in tests {
      for line in lines {
        let found = titles.indices.filter { test(line, $0) }
        let longest = found.map { titles[$0].skeleton.count }.max()
        let forms = Set(found.filter { titles[$0].skeleton.count == longest }.map { titles[$0].form })
        if forms.count == 1 { return forms.first }
      }
    }
    return form(byFeet: all)
  }

  /// The form that the feet of its pages name, as „GN · … · Fassung 1“: large letters are what recognition loses first.
  private func form(byFeet lines: some Sequence<String>) -> String? {
    var forms: Set<String> = []
    for line in lines {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count > 3, words.contains("Fassung") else { continue }
      forms.formUnion(shorts.filter { words[0] == $0.short }.map(\.form))
    }
    return forms.count == 1 ? forms.first : nil
  }
}
