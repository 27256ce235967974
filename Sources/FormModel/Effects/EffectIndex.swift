/// What the releases of a form and the revocations of them say, each read once for all papers of a run.
///
/// Both are read as they are asked for: by number, by case, or all, so that a letter needs one release of the thousands in an
/// archive, and of the revocations those that may be about it. A doubtful one may be about any release.
struct EffectIndex {
  /// A release and where it comes from.
  struct Release {
    let key: PaperKey
    let grant: Grant
  }

  /// A revocation and where it comes from.
  struct Sheet {
    let key: PaperKey
    let revocation: Revocation
  }

  private var known: [PaperKey: Release] = [:]
  private var sheets: Set<PaperKey> = []
  private var numbered: [String: [Release]] = [:]
  private var revocations: [String: [Sheet]] = [:]
  /// Those that may be about more than the release whose number they give: they give none, or one that no release at
  /// hand has, or one whose release was declared by somebody else.
  private var stray: [Sheet] = []
  /// Releases that are not at hand themselves, by their numbers.
  private var elsewhere: [String: [Grant]] = [:]
  /// Which questions were answered already.
  var answered: Set<EffectQuestion> = []

  /// Nothing at hand.
  init() {}

  /// Adds revocations; every release whose number one of them gives must be known.
  mutating func add(_ more: [Sheet]) {
    for sheet in more where sheets.insert(sheet.key).inserted {
      revocations[sheet.revocation.reference, default: []].append(sheet)
      if !isClear(sheet.revocation) { stray.append(sheet) }
    }
  }

  /// Adds releases of other cases, which papers at hand give the numbers of.
  mutating func add(elsewhere grants: [Grant]) {
    for grant in grants { elsewhere[grant.number, default: []].append(grant) }
  }

  /// Whether a revocation is about no other release than the one whose number it gives.
  func isClear(_ revocation: Revocation) -> Bool {
    !revocation.reference.isEmpty && named(by: revocation).contains { $0.isDeclared(by: revocation) }
  }

  /// Adds releases; those that are known are left out.
  mutating func add(_ more: [Release]) {
    for release in more where known.updateValue(release, forKey: release.key) == nil {
      numbered[release.grant.number, default: []].append(release)
    }
  }

  /// The releases that were read, in the order of the source.
  var releases: [Release] { known.values.sorted { $0.key < $1.key } }

  /// Whether the release or the revocation of a key was read.
  func knows(_ key: PaperKey) -> Bool { known[key] != nil || sheets.contains(key) }

  /// The releases with a number.
  func releases(numbered number: String) -> [Release] { numbered[number] ?? [] }

  /// The releases whose number a revocation gives.
  func named(by revocation: Revocation) -> [Grant] {
    releases(numbered: revocation.reference).map(\.grant) + (elsewhere[revocation.reference] ?? [])
  }

  /// The revocations that may take something from a release, whoever declared it.
  func revocations(of grant: Grant) -> [Revocation] {
    let others = stray.filter { $0.revocation.reference != grant.number }
    // In the order of the source, in whatever order they were asked for.
    return [revocations[grant.number] ?? [], others].flatMap { $0.sorted { $0.key < $1.key } }.map(\.revocation)
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
    var index = effects.removeValue(forKey: form) ?? EffectIndex()
    let revocations = try revocations(of: form, question, besides: index)
    let numbers = Set(revocations.map(\.revocation.reference)).subtracting([""])
    let named = Set(numbers.flatMap { keys(of: form, .numbered($0)) } + keys(of: form, question)).sorted()
    index.add(grants(of: form, try papers(named.filter { !index.knows($0) })))
    index.add(revocations)
    index.answered.insert(question)
    effects[form] = index
    return index
  }

  /// The revocations that may be about the releases of a question and are not known yet.
  private func revocations(
    of form: String, _ question: EffectQuestion, besides index: EffectIndex
  ) throws(AuthorMistakes) -> [EffectIndex.Sheet] {
    var result: [EffectIndex.Sheet] = []
    for sheet in library.forms.values.sorted(by: { $0.id < $1.id }) {
      guard let definition = sheet.revocation, definition.form == form else { continue }
      let keys =
        switch question {
        case .numbered(let number): source.keys(ofForm: sheet.id, takingBackFrom: number)
        case .inCase, .all: source.keys(ofForm: sheet.id)
        }
      for (key, paper) in try papers(keys.filter { !index.knows($0) }) {
        let revocation = EffectReader(evaluator: paper.evaluator).revocation(definition, at: paper.root)
        result.append(EffectIndex.Sheet(key: key, revocation: revocation))
      }
    }
    return result
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
