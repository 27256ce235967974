public import FormModel

/// What a list of all cases tells of one, for a day and those that follow.
///
/// Made from the papers once, and true until one of them, what else is known of the case, or the declarations change:
/// the days are cut where an answer becomes another one by itself. How near a duty is follows from its day.
public struct Outlook: Hashable, Sendable {
  /// What is told on some days in a row, whichever of them it is.
  struct Part: Hashable, Sendable {
    /// The last of these days.
    var last: Day
    /// Whether the case runs.
    var isRunning: Bool
    /// Whom it is about; not asked while nothing is to be done.
    var names: [String]
    /// What is to be done, in the order of the declaration.
    var open: [OpenDuty]
    /// The papers of the case that take something back.
    var sheets: [Sheet]
  }

  /// A paper that takes something back, without what it says.
  struct Sheet: Hashable, Sendable {
    /// The place of the paper among those of its case, from 0.
    var place: Int
    /// The number of the release that it gives; empty when it gives none.
    var reference: String
    /// Whether it is certain that it is about that release and no other.
    var isClear: Bool
  }

  /// How many parts there are at most; what comes after them is not told.
  static let limit = 8

  /// The number of the case.
  public let number: String
  /// The first day of which it tells.
  let first: Day
  /// The numbers of the releases of the case, and who declared them or whom they are about.
  let releases: [String]
  /// See `releases`.
  let people: [String]
  /// What is told, each part from the end of the one before it on.
  let parts: [Part]

  /// Whether it tells of a day.
  public func tells(of day: Day) -> Bool { part(on: day) != nil }

  /// The share of the case on a day; nil for a day of which nothing is told.
  public func share(on day: Day, _ library: FormLibrary) -> Today.Share? {
    part(on: day).map { Today.Share(number, $0, on: day, library) }
  }

  /// Whether a paper of the case may take something back from the release with a number; true where that is not told.
  ///
  /// - Parameter place: the place of the paper among those of its case, from 0.
  public func mayTakeBack(fromRelease number: String, paperAt place: Int, on day: Day) -> Bool {
    guard let sheet = part(on: day)?.sheets.first(where: { $0.place == place }) else { return true }
    return sheet.reference == number || !sheet.isClear
  }

  /// Whether papers that are not clear in their own cases may change what is told of this one.
  func mayBeChanged(by strays: [StraySheet]) -> Bool {
    strays.mayConcern(number, numbers: releases, people: people)
  }

  private func part(on day: Day) -> Part? {
    day >= first ? parts.first { day <= $0.last } : nil
  }
}

extension Outlook.Part {
  /// What a case tells on its day and those on which it tells the same, with what is told of each of its papers.
  init(_ file: EvaluatedCase, _ papers: [(place: Int, paper: EvaluatedRecord)] = []) throws(AuthorMistakes) {
    let told = Dictionary(uniqueKeysWithValues: file.sheets.map { (ObjectIdentifier($0.paper), $0) })
    sheets = papers.compactMap { place, paper in
      guard paper.form.revocation != nil else { return nil }
      // One that a later edition replaced takes nothing back any more.
      guard let sheet = told[ObjectIdentifier(paper)] else {
        return Outlook.Sheet(place: place, reference: "", isClear: true)
      }
      return Outlook.Sheet(place: place, reference: sheet.reference, isClear: sheet.isClear)
    }
    isRunning = file.day(.ended) == nil
    open = file.openDuties
    names = open.isEmpty ? [] : file.names
    last = file.stretch.last
    let mistakes = file.mistakes
    guard mistakes.isEmpty else { throw AuthorMistakes(mistakes) }
  }
}

extension Outlook {
  /// Looks at a case from a day on; `papers` were evaluated on that day.
  ///
  /// Throws when an expression of the declarations is broken.
  init(
    _ number: String, kind: CaseKind, papers: [(place: Int, paper: EvaluatedRecord)], library: FormLibrary, day: Day,
    facts: EvaluatedCase.Facts
  ) throws(AuthorMistakes) {
    (self.number, first) = (number, day)
    let whole = EvaluatedCase(
      number, kind: kind, papers: papers.map(\.paper), library: library, day: day, facts: facts)
    (releases, people) = whole.releasedFor
    var (papers, parts, from) = (papers, [Part](), Optional(day))
    while let day = from, parts.count < Self.limit {
      repeat {
        for (index, (_, paper)) in papers.enumerated() where !paper.stretch.contains(day) {
          papers[index].paper = try paper.asOther(on: day, in: library)
        }
        let file = EvaluatedCase(
          number, kind: kind, papers: papers.map(\.paper), library: library, day: day, facts: facts)
        let part = try Part(file, papers)
        // Only when it is asked does a paper know whether it is another one on this day than on an earlier one.
        guard papers.allSatisfy({ $0.paper.stretch.contains(day) }) else { continue }
        parts.append(part)
        from = file.stretch.next
      } while from == day
    }
    self.parts = parts
  }
}
