public import Files
internal import FormModel

extension PaperBatch {
  /// What became of all sources, in their order.
  public struct Outcome: Sendable {
    /// The papers; where one is refused the others have no documents, unless their form is never held up.
    public var papers: [MadePaper]

    /// All documents, in the order of their sources.
    public var documents: [PaperDocument] { papers.flatMap(\.documents) }

    /// The sources that stand in the way: first those that could not be read.
    public var refused: [String] {
      let refused = papers.filter(\.isRefused)
      return (refused.filter { $0.failure != nil } + refused.filter { $0.failure == nil }).map(\.source)
    }
  }

  /// Makes the papers of sources, each seen among the others and their companions.
  ///
  /// - Parameters:
  ///   - names: what the sources are called.
  ///   - companions: further papers that they may refer to; the first that cannot be read is thrown.
  ///   - format: what is made.
  ///   - use: what counts of a document.
  ///   - keepsFacts: whether what the archive must know is wanted.
  ///   - load: gives the bytes of a source, on the calling thread.
  ///   - told: gets each paper as soon as those before it are done, in their order: first all that could not be read.
  /// - Returns: every source with what became of it.
  public func make(
    _ names: [String], among companions: [String] = [], as format: PaperFormat, _ use: Use = .record,
    keepsFacts: Bool = false, load: (String) throws(FileFailure) -> [UInt8], progress: Progress = { _, _ in },
    told: (MadePaper) throws -> Void = { _ in }
  ) throws -> Outcome {
    let beside = try self.companions(companions, load)
    let sources = read(names, as: use, load: load)
    var papers = names.map { MadePaper(source: $0) }
    for (index, source) in sources.enumerated() {
      guard case .failed(let failure) = source else { continue }
      papers[index].failure = failure
      try told(papers[index])
    }
    let open = sources.indices.filter { papers[$0].failure == nil }
    var unmade: [Int: PaperworkFailure] = [:]
    let neighbours = try self.neighbours(of: sources.compactMap(\.paper), beside)
    // Documents are made at once and dropped again if another paper turns out to stand in the way.
    try workers.run(
      open.count, beginning: neighbours,
      { (neighbours, step) in
        made(names[open[step]], sources[open[step]], among: neighbours, as: format, keepsFacts: keepsFacts)
      },
      deliver: { (step, made: Made) throws in
        if let failure = made.unchecked { throw failure }
        papers[open[step]] = made.paper
        unmade[open[step]] = made.unmade
        try told(made.paper)
        progress(step + 1, open.count)
      })
    let isHeldUp = papers.contains(where: \.isRefused)
    for index in papers.indices where papers[index].isRefused || isHeldUp && !papers[index].isUrgent {
      papers[index].documents = []
      papers[index].facts = nil
      unmade[index] = nil
    }
    // A template that cannot be used is a failure of the town's files and not of one paper.
    if let first = unmade.keys.min(), let failure = unmade[first] { throw failure }
    return Outcome(papers: papers)
  }
}

extension PaperBatch {
  /// A paper on its way: as far as it came, and what kept it from going on.
  struct Made: Sendable {
    var paper: MadePaper
    /// Why it could not be held against its form.
    var unchecked: PaperworkFailure?
    /// Why no document could be made of it.
    var unmade: PaperworkFailure?
  }

  /// Checks one source among others and makes its documents, unless it has errors.
  private func made(
    _ name: String, _ source: Source, among neighbours: Neighbours, as format: PaperFormat, keepsFacts: Bool
  ) -> Made {
    var made = Made(paper: MadePaper(source: name))
    switch source {
    case .failed(let failure): made.paper.failure = failure
    case .foreign(let document):
      made.paper.documents = [document]
      if document.kind != .pdf { made.paper.findings = [PaperDocument.unchecked] }
    case .paper(let paper, let asItIs):
      let others = neighbours.of(paper.paper.record.form)
      let evaluated: EvaluatedRecord
      do throws(PaperworkFailure) {
        evaluated = try checker.evaluate(paper, among: others)
      } catch {
        made.unchecked = error
        return made
      }
      made.paper.findings = paper.paper.findings + evaluated.findings
      made.paper.isUrgent = !evaluated.form.isBlocking
      guard !made.paper.isRefused else { return made }
      if keepsFacts { made.paper.facts = MadePaper.Facts(evaluated) }
      do throws(PaperworkFailure) {
        made.paper.documents =
          if let asItIs {
            [asItIs]
          } else {
            try maker.documents(of: evaluated, named: name, paper.library, as: format) {
              (sheet) throws(PaperworkFailure) in try checker.evaluate(paper, among: others, sheet: sheet)
            }
          }
      } catch {
        made.unmade = error
      }
    }
    return made
  }

  /// Companions of papers: read, and neither checked nor made themselves.
  private func companions(
    _ names: [String], _ load: (String) throws(FileFailure) -> [UInt8]
  ) throws -> [PaperChecker.Paper] {
    var papers: [PaperChecker.Paper] = []
    for name in names { papers.append(try checker.read(try load(name), name: name)) }
    return papers
  }

  /// Makes papers to be completed on a screen; what is wrong in them is reported and stops nothing.
  ///
  /// `names` are records that were begun, see ``make(_:among:as:_:keepsFacts:load:progress:told:)``.
  public func makeFillable(
    _ names: [String], among companions: [String] = [], as format: PaperFormat,
    load: (String) throws(FileFailure) -> [UInt8], progress: Progress = { _, _ in },
    told: (MadePaper) throws -> Void = { _ in }
  ) throws -> Outcome {
    let beside = try self.companions(companions, load)
    var papers: [MadePaper] = []
    let sources = read(names, as: .record, load: load)
    for source in sources { if case .failed(let failure) = source { throw failure } }
    try workers.run(
      names.count, beginning: try neighbours(of: sources.compactMap(\.paper), beside),
      { (neighbours, index) -> Result<MadePaper, PaperworkFailure> in
        Result { () throws(PaperworkFailure) in
          var made = MadePaper(source: names[index])
          made.isBegun = true
          guard case .paper(let paper, _) = sources[index] else { return made }
          let (documents, findings) = try maker.fillable(
            paper.paper.record, named: made.source, paper.library,
            among: neighbours.of(paper.paper.record.form), as: format)
          (made.documents, made.findings) = (documents, paper.paper.findings + findings)
          return made
        }
      },
      deliver: { (step, result: Result<MadePaper, PaperworkFailure>) throws in
        let paper = try result.get()
        papers.append(paper)
        try told(paper)
        progress(step + 1, names.count)
      })
    return Outcome(papers: papers)
  }
}

extension PaperBatch {
  /// Makes papers of forms: blank ones for a pen, or such as are begun on a screen.
  ///
  /// `language` stands beside the German on blank ones.
  public func makeNew(
    _ forms: [String], in language: String? = nil, isFillable: Bool, as format: PaperFormat,
    told: (MadePaper) throws -> Void = { _ in }
  ) throws -> Outcome {
    var papers: [MadePaper] = []
    for form in forms {
      var made = MadePaper(source: form)
      made.isBegun = true
      if isFillable {
        (made.documents, made.findings) = try maker.fillable(newOf: form, as: format)
      } else {
        made.documents = [try maker.blank(form, in: language, as: format)]
      }
      papers.append(made)
      try told(made)
    }
    return Outcome(papers: papers)
  }
}
