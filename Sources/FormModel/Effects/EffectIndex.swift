/// What the releases of a form and the revocations of them say, each read once for all papers of a run.
///
/// All revocations are read, since a doubtful one may be about any release. Releases are read as they are asked for: by
/// number, by case, or all, so that a letter needs one of the thousands in an archive.
struct EffectIndex {
  /// A release and where it comes from.
  struct Release {
    let key: PaperKey
    let grant: Grant
  }

  private var known: [PaperKey: Release] = [:]
  private var numbered: [String: [Release]] = [:]
  private var revocations: [String: [Revocation]] = [:]
  /// Those that may be about more than the release whose number they give: they give none, or one that no release at
  /// hand has, or one whose release was declared by somebody else.
  private var stray: [Revocation] = []
  /// Which questions were answered already.
  var answered: Set<EffectQuestion> = []

  /// Nothing at hand.
  init() {}

  /// Puts together what was read: the revocations, and every release whose number one of them gives.
  init(_ releases: [Release], _ revocations: [Revocation]) {
    add(releases)
    self.revocations = Dictionary(grouping: revocations, by: \.reference)
    stray = revocations.filter { revocation in
      revocation.reference.isEmpty || !named(by: revocation).contains { $0.isDeclared(by: revocation) }
    }
  }

  /// Adds releases that were read later; those that are known are left out.
  mutating func add(_ more: [Release]) {
    for release in more where known.updateValue(release, forKey: release.key) == nil {
      numbered[release.grant.number, default: []].append(release)
    }
  }

  /// The releases that were read, in the order of the source.
  var releases: [Release] { known.values.sorted { $0.key < $1.key } }

  /// Whether the release of a key was read.
  func knows(_ key: PaperKey) -> Bool { known[key] != nil }

  /// The releases with a number.
  func releases(numbered number: String) -> [Release] { numbered[number] ?? [] }

  /// The releases whose number a revocation gives.
  func named(by revocation: Revocation) -> [Grant] { releases(numbered: revocation.reference).map(\.grant) }

  /// The revocations that may take something from a release, whoever declared it.
  func revocations(of grant: Grant) -> [Revocation] {
    (revocations[grant.number] ?? []) + stray.filter { $0.reference != grant.number }
  }
}

/// Which releases somebody asks for.
enum EffectQuestion: Hashable {
  /// Those with a number.
  case numbered(String)
  /// Those of a case.
  case inCase(String)
  /// All of them.
  case all
}

extension OtherPapers {
  /// What the releases of a form and the revocations of them say, with the releases that a question is about.
  func effects(of form: String, _ question: EffectQuestion) throws(AuthorMistakes) -> EffectIndex {
    // Each paper rests on the answer, whoever asked first.
    isAsked = true
    if let known = effects[form], known.answered.contains(question) || known.answered.contains(.all) { return known }
    // Taken out while it grows, so that it is not copied.
    var index = if let known = effects.removeValue(forKey: form) { known } else { try revoked(of: form) }
    index.add(grants(of: form, try papers(keys(of: form, question).filter { !index.knows($0) })))
    index.answered.insert(question)
    effects[form] = index
    return index
  }

  /// The revocations, and the releases whose numbers they give.
  private func revoked(of form: String) throws(AuthorMistakes) -> EffectIndex {
    var revocations: [Revocation] = []
    for sheet in library.forms.values.sorted(by: { $0.id < $1.id }) {
      guard let definition = sheet.revocation, definition.form == form else { continue }
      for (_, paper) in try papers(source.keys(ofForm: sheet.id)) {
        revocations.append(EffectReader(evaluator: paper.evaluator).revocation(definition, at: paper.root))
      }
    }
    let numbers = Set(revocations.map(\.reference)).subtracting([""])
    let named = Set(numbers.flatMap { keys(of: form, .numbered($0)) }).sorted()
    var index = EffectIndex(grants(of: form, try papers(named)), revocations)
    index.answered = Set(numbers.map(EffectQuestion.numbered))
    return index
  }

  private func grants(
    of form: String, _ papers: [(key: PaperKey, paper: EvaluatedRecord)]
  ) -> [EffectIndex.Release] {
    guard let definition = library.forms[form]?.grant else { return [] }
    return papers.map { key, paper in
      let grant = EffectReader(evaluator: paper.evaluator).grant(definition, at: paper.root)
      return EffectIndex.Release(key: key, grant: grant)
    }
  }

  /// The papers of a form that a question is about; all of them where the number of one cannot be looked up.
  private func keys(of form: String, _ question: EffectQuestion) -> [PaperKey] {
    guard let release = library.forms[form] else { return [] }
    switch question {
    case .numbered(let number):
      guard let path = release.grant?.number,
        ReferenceLookup.isHeld(path.split(separator: "/").map(String.init), by: release)
      else { return source.keys(ofForm: form) }
      return source.keys(ofForm: form, holding: number, at: path)
    case .inCase(let number): return source.keys(inCase: number).filter { source.record($0)?.form == form }
    case .all: return source.keys(ofForm: form)
    }
  }
}
