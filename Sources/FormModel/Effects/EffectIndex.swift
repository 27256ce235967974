/// What the releases of a form and the revocations of them say, each read once for all papers of a run.
struct EffectIndex {
  /// A release and where it comes from.
  struct Release {
    let key: PaperKey
    let grant: Grant
  }

  /// The releases, in the order of the source.
  private(set) var releases: [Release] = []
  private var numbered: [String: [Release]] = [:]
  private var revocations: [String: [Revocation]] = [:]
  /// Those that may be about more than the release whose number they give: they give none, or one that no release at
  /// hand has, or one whose release was declared by somebody else.
  private var stray: [Revocation] = []

  /// Nothing at hand.
  init() {}

  /// Puts together what was read.
  init(_ releases: [Release], _ revocations: [Revocation]) {
    self.releases = releases
    numbered = Dictionary(grouping: releases, by: \.grant.number)
    self.revocations = Dictionary(grouping: revocations, by: \.reference)
    stray = revocations.filter { revocation in
      revocation.reference.isEmpty || !named(by: revocation).contains { $0.isDeclared(by: revocation) }
    }
  }

  /// The releases with a number.
  func releases(numbered number: String) -> [Release] { numbered[number] ?? [] }

  /// The releases whose number a revocation gives.
  func named(by revocation: Revocation) -> [Grant] { releases(numbered: revocation.reference).map(\.grant) }

  /// The revocations that may take something from a release, whoever declared it.
  func revocations(of grant: Grant) -> [Revocation] {
    (revocations[grant.number] ?? []) + stray.filter { $0.reference != grant.number }
  }
}

extension OtherPapers {
  /// What the releases of a form and the revocations of them say.
  func effects(of form: String) throws(AuthorMistakes) -> EffectIndex {
    if let known = effects[form] { return known }
    var releases: [EffectIndex.Release] = []
    if let definition = library.forms[form]?.grant {
      for (key, paper) in try papers(ofForm: form) {
        let grant = EffectReader(evaluator: paper.evaluator).grant(definition, at: paper.root)
        releases.append(EffectIndex.Release(key: key, grant: grant))
      }
    }
    var revocations: [Revocation] = []
    for sheet in library.forms.values.sorted(by: { $0.id < $1.id }) {
      guard let definition = sheet.revocation, definition.form == form else { continue }
      for (_, paper) in try papers(ofForm: sheet.id) {
        revocations.append(EffectReader(evaluator: paper.evaluator).revocation(definition, at: paper.root))
      }
    }
    let index = EffectIndex(releases, revocations)
    effects[form] = index
    return index
  }
}
