/// The other papers as the rules of one run see them: each evaluated by itself, when a rule first asks for it.
///
/// One for each worker, since an evaluated record belongs to one task. A paper is evaluated once while those of its
/// case are looked at; of a large run only the last `limit` stay in memory, unless they were given evaluated.
public final class OtherPapers {
  /// How many evaluated papers are kept; a case has far fewer.
  private static let limit = 512

  /// The declarations of the forms of all of them.
  public let library: FormLibrary
  let source: any Papers
  private let day: Day
  private var evaluated: [PaperKey: EvaluatedRecord] = [:]
  private var order: [PaperKey] = []
  private let isGiven: Bool
  /// All papers, where they were given evaluated.
  private(set) var given: [EvaluatedRecord] = []
  /// The papers that are counted, reduced to what is looked at; nil where nothing is counted.
  private(set) var forest: CountedForest?
  /// What counting found among papers that were given, by what the record says that counts them.
  var counting: [String: CountingMemory] = [:]
  /// What was counted for the figures of the record, by their paths, where that is known already.
  var knownCounts: [String: CountedValue]?
  /// What releases and revocations say, by the form of the releases.
  var effects: [String: EffectIndex] = [:]
  /// Whether the paper that is being judged has asked for any other one.
  var isAsked = false

  /// What releases and revocations of a source say, kept from one run over it to the next.
  public struct Memory: Sendable {
    var effects: [String: EffectIndex] = [:]

    /// Nothing yet.
    public init() {}
  }

  /// What was read of releases and revocations.
  public var memory: Memory {
    var memory = Memory()
    memory.effects = effects
    return memory
  }

  /// Papers of a source, evaluated on a day.
  ///
  /// - Parameter memory: what an earlier run over the same papers has read; the same question gives the same keys.
  public init(_ source: any Papers, library: FormLibrary, day: Day, knowing memory: Memory = Memory()) {
    self.source = source
    self.library = library
    self.day = day
    effects = memory.effects
    isGiven = false
  }

  /// Records at hand.
  public convenience init(_ records: [Record], library: FormLibrary, day: Day) {
    self.init(KnownPapers(records, library: library), library: library, day: day)
  }

  /// Papers that are counted, and sheets of figures beside them.
  convenience init(_ sheets: [EvaluatedRecord], _ forest: CountedForest, library: FormLibrary, day: Day) {
    self.init(sheets, strays: [], caseNumber: nil, library: library, day: day)
    self.forest = forest
  }

  /// The papers of a case that were evaluated already, with what is taken back elsewhere.
  init(_ papers: [EvaluatedRecord], strays: [StraySheet], caseNumber: String?, library: FormLibrary, day: Day) {
    source = KnownPapers(papers.map { ($0.given, $0.evaluator.tree.caseNumber) }, library: library)
    given = papers
    self.library = library
    self.day = day
    for stray in strays {
      effects[stray.form, default: EffectIndex()].add(elsewhere: stray.named)
    }
    for stray in strays where stray.caseNumber != caseNumber {
      let key = PaperKey(source: stray.key.source + 1, number: stray.key.number)
      effects[stray.form, default: EffectIndex()].add([EffectIndex.Sheet(key: key, revocation: stray.revocation)])
    }
    for (number, paper) in papers.enumerated() { evaluated[PaperKey(number: number)] = paper }
    isGiven = true
  }

  /// Another paper is about to be judged.
  func begin() { isAsked = false }

  /// Whether the answer about the paper that is being judged may be another once all papers can be read.
  var leavesOpen: Bool { isAsked && source.isIncomplete }

  /// The papers of a case besides a record.
  func papers(inCase number: String, besides record: Record) throws(AuthorMistakes) -> [EvaluatedRecord] {
    try papers(source.keys(inCase: number), besides: record)
  }

  /// The papers of a form that were put together for the run, besides a record.
  func papers(ofForm form: String, besides record: Record) throws(AuthorMistakes) -> [EvaluatedRecord] {
    try papers(source.keys(atHandOfForm: form), besides: record)
  }

  /// The papers of a form, besides a record, that may hold one of some values.
  func papers(
    ofForm form: String, holding values: [String], at path: String, besides record: Record
  ) throws(AuthorMistakes) -> [EvaluatedRecord] {
    let keys = Set(values.flatMap { source.keys(ofForm: form, holding: $0, at: path) })
    return try papers(keys.sorted(), besides: record)
  }

  /// Papers by their keys, besides a record.
  func papers(_ keys: [PaperKey], besides record: Record) throws(AuthorMistakes) -> [EvaluatedRecord] {
    isAsked = true
    var result: [EvaluatedRecord] = []
    for key in keys {
      guard let paper = try paper(key, besides: record) else { continue }
      result.append(paper)
    }
    return result.newest(\.given)
  }

  /// Papers by their keys, for what belongs to no paper alone.
  func papers(_ keys: [PaperKey]) throws(AuthorMistakes) -> [(key: PaperKey, paper: EvaluatedRecord)] {
    isAsked = true
    var result: [(PaperKey, EvaluatedRecord)] = []
    for key in keys {
      if let paper = try paper(key, besides: nil) { result.append((key, paper)) }
    }
    return result.newest(\.1.given)
  }

  /// A paper, unless it is the record itself: an earlier state of the same paper is not another paper.
  private func paper(_ key: PaperKey, besides record: Record?) throws(AuthorMistakes) -> EvaluatedRecord? {
    let isSame = { (other: Record) in record.map { other.isSamePaper(as: $0, self.library) } ?? false }
    if let known = evaluated[key] { return isGiven || !isSame(known.earlier?.record ?? known.given) ? known : nil }
    guard let other = source.record(key), !isSame(other), let paper = try library.paper(other, day: day) else {
      return nil
    }
    evaluated[key] = paper
    order.append(key)
    if order.count > Self.limit { evaluated[order.removeFirst()] = nil }
    return paper
  }
}

extension Record {
  /// Whether both are editions of one paper: of the same identity, or equal where none has an id.
  fileprivate func isSamePaper(as other: Record, _ library: FormLibrary) -> Bool {
    guard id != nil || other.id != nil else { return library.byTodaysNames(self) == library.byTodaysNames(other) }
    return form == other.form && identity == other.identity
  }
}
