public import FormModel

/// Where a case stands: what there is, what is allowed, what is open, what comes next and why.
public struct CaseView: Hashable, Sendable {
  /// One paper of the case.
  public struct Paper: Hashable, Sendable {
    /// The id of its form.
    public var form: String
    /// The title of its form.
    public var title: String
    /// Its day; nil when it tells none.
    public var day: Day?
    /// Its number among those of its form; nil when it has none.
    public var number: Int?
    /// The number by which others refer to it; nil when it has none.
    public var reference: String?

    /// A paper.
    public init(form: String, title: String, day: Day?, number: Int?, reference: String?) {
      self.form = form
      self.title = title
      self.day = day
      self.number = number
      self.reference = reference
    }
  }

  /// A release and what it still allows.
  public struct Release: Hashable, Sendable {
    /// The title of its form.
    public var title: String
    /// What is left of it.
    public var remainder: Remainder

    /// The kinds of information that are left, in the words of the page.
    public var information: [String] { remainder.information.map { remainder.grant.words[$0] ?? $0 } }
  }

  /// What was agreed and is still open.
  public struct Agreement: Hashable, Sendable {
    /// The German name of the kind.
    public var label: String
    /// What.
    public var what: String
    /// Who; may be empty.
    public var who: String
    /// Until when.
    public var until: Day?
    /// Whether that has passed.
    public var isOverdue: Bool
  }

  /// A copy that must be destroyed.
  public struct Copy: Hashable, Sendable {
    /// What it is.
    public var description: String
    /// The last day; nil while nothing tells it.
    public var until: Day?
  }

  /// A date by which data must go.
  public struct Clock: Hashable, Sendable {
    /// The class of the retention schedule.
    public var classID: String
    /// What kind of data it is.
    public var label: String
    /// Since when it runs.
    public var start: Day
    /// From when on the data must go.
    public var due: Day
  }

  /// Something that keeps data from going.
  public struct Hold: Hashable, Sendable {
    /// Why.
    public var reason: String
    /// When somebody looks at it again; nil when that was not set.
    public var review: Day?

    /// A hold.
    public init(reason: String, review: Day?) {
      self.reason = reason
      self.review = review
    }
  }

  /// The number of the case.
  public var number: String
  /// What kind of case it is, in German.
  public var kind: String
  /// Whom it is about.
  public var names: [String]
  /// The day everything refers to.
  public var day: Day
  /// When it was opened, last touched and ended.
  public var opened: Day?
  /// See `opened`.
  public var touched: Day?
  /// See `opened`; nil while it runs.
  public var ended: Day?
  /// Its papers, in the order of their days.
  public var papers: [Paper]
  /// What is left of each release.
  public var releases: [Release]
  /// What was agreed and is still open.
  public var agreements: [Agreement]
  /// What passes through states.
  public var courses: [Course]
  /// Copies that must be destroyed.
  public var copies: [Copy]
  /// The dates by which data must go, the nearest first.
  public var clocks: [Clock]
  /// What keeps data from going.
  public var holds: [Hold]
  /// What is to be done, the most urgent first.
  public var duties: [Duty]
  /// Papers of one number that differ.
  public var findings: [Finding]

  /// What comes next; nil when nothing does.
  public var next: Duty? { duties.first }
}

extension CaseView {
  /// Looks at a case; `holds` and what was `filed` without a record are what an archive knows of.
  ///
  /// Throws when an expression of the declarations is broken.
  public init(_ file: EvaluatedCase, holds: [Hold] = [], filed: [Paper] = []) throws(AuthorMistakes) {
    number = file.number
    kind = file.kind.label
    day = file.day
    opened = file.day(.opened)
    touched = file.day(.touched)
    ended = file.day(.ended)
    names = file.names
    let filings = file.papers.map { ($0, $0.filing) }
    let papers = filings.map { paper, filing in
      Paper(
        form: paper.form.id, title: paper.form.title, day: filing.day, number: filing.number,
        reference: file.library.paperNumber(of: paper.record, form: paper.form))
    }
    self.papers = (papers + filed).sorted {
      ($0.day ?? .first, $0.title, $0.number ?? 0) < ($1.day ?? .first, $1.title, $1.number ?? 0)
    }
    releases = file.remainders.map { form, remainder in Release(title: form.title, remainder: remainder) }
    agreements = Self.agreements(of: file)
    courses = file.courses
    self.holds = holds
    duties = file.duties
    findings = courses.flatMap(\.findings)
    (clocks, copies) = try Self.clocks(of: file, filings.map(\.1))
    let mistakes = file.mistakes
    guard mistakes.isEmpty else { throw AuthorMistakes(mistakes) }
  }

  /// What comes after that, the most urgent first.
  public var later: ArraySlice<Duty> { duties.dropFirst() }

  private static func agreements(of file: EvaluatedCase) -> [Agreement] {
    file.library.process.agreements.filter { $0.kind == file.kind.id }.flatMap { definition in
      file.nodes(definition.each, definition.source).map { node in
        let until = definition.until.flatMap { Day(iso: file.text($0, at: node, definition.source)) }
        return Agreement(
          label: definition.label, what: file.shown(definition.what, at: node, definition.source),
          who: definition.who.map { file.shown($0, at: node, definition.source) } ?? "", until: until,
          isOverdue: until.map { $0 < file.day } ?? false)
      }
    }.sorted { ($0.until ?? .last, $0.what) < ($1.until ?? .last, $1.what) }
  }

  private static func clocks(
    of file: EvaluatedCase, _ filings: [Filing]
  ) throws(AuthorMistakes) -> (clocks: [Clock], copies: [Copy]) {
    var events: [String: Day] = [:]
    for filing in filings { events.merge(filing.events) { max($0, $1) } }
    let schedule = file.library.retention
    // A case that goes on has no end, whatever an earlier note says.
    if let ending = file.library.ending(ofCase: file.number) { events[ending.id] = file.day(.ended) }
    var deciding: [String: RetentionDate] = [:]
    for filing in filings {
      var own = events
      if let event = schedule.dayOfPaper { own[event.id] = filing.day }
      let kinds = Set(filing.classes.compactMap { schedule.classes[$0]?.kind }).sorted()
      let dates = try file.library.retentionDates(
        of: schedule.candidates(ofKinds: kinds), events: own, day: file.day)
      // Of a kind of data the last day decides.
      for kind in kinds {
        guard let date = schedule.deciding(dates, kinds: [kind]) else { continue }
        if deciding[kind].map({ $0.due < date.due }) ?? true { deciding[kind] = date }
      }
    }
    // While something is to be settled, nothing goes for want of a better date.
    if let open = deciding.values.filter({ $0.rule.action == .settle }).max(by: {
      ($0.due, $0.rule.id) < ($1.due, $1.rule.id)
    }) {
      for (kind, date) in deciding where schedule.isProvisional(date.rule.id, for: [kind]) { deciding[kind] = open }
    }
    let last = Dictionary(grouping: deciding.values) { $0.rule.id }.values.compactMap { dates in
      dates.max { $0.due < $1.due }
    }
    let clocks = last.map { Clock(classID: $0.rule.id, label: $0.rule.label, start: $0.start, due: $0.due) }
      .sorted { ($0.due, $0.classID) < ($1.due, $1.classID) }
    let end = schedule.copiesKind.flatMap { deciding[$0]?.due }
    let copies = (file.facts.copies ?? filings.flatMap(\.copies)).map { Copy(description: $0.description, until: end) }
    return (clocks, copies)
  }
}
