public import FormModel
internal import XMLTree

/// The report of a year: what the sheets of its statistics say, put together for tables and charts over periods and years.
///
/// Sheets that were kept for good are taken as they are, all others of the year are counted anew. Years before it are
/// told by their stored sheets alone: their notes may be deleted in part, and what is left would count too little.
public struct YearReport {
  /// How the report is made fit for the public.
  public struct Publishing {
    /// The paths of figures that are not published, in whichever sheet they stand.
    public var withheld: [String]
    /// Publications that others can lay beside it.
    public var earlier: [Record]

    /// Everything but what is withheld.
    public init(withheld: [String] = [], earlier: [Record] = []) { (self.withheld, self.earlier) = (withheld, earlier) }
  }

  /// The report held against its form.
  public let evaluated: EvaluatedRecord
  /// What is wrong with the report or with one of its sheets, and what could be calculated back from all of them together.
  public let findings: [Finding]
  /// What became of the sheets, in German and without personal content.
  public let notes: [String]

  /// The statistics whose papers a report needs, with the report itself; one for the plan they are reduced by.
  public static func forms(of report: FormDefinition, in library: FormLibrary) -> [FormDefinition] {
    [report] + (report.statistics?.sheets ?? []).compactMap { library.forms[$0.form] }
  }

  /// Makes the report that `start` begins, which names its year, from papers reduced by a plan for ``forms(of:in:)``.
  public init(
    _ start: Filling, _ papers: [CountedPaper], _ plan: CountingPlan, form: FormDefinition, settings: Record? = nil,
    publishing: Publishing? = nil, day: Day
  ) throws {
    let library = plan.library
    var desk = Desk(papers: papers, plan: plan, settings: settings, day: day)
    guard let statistics = form.statistics, let year = start.record.root.value(statistics.year).flatMap({ Int($0) })
    else { throw FillingFailure.noQuarter }
    for reported in statistics.sheets {
      guard let sheet = library.forms[reported.form] else { continue }
      for mark in reported.periods { try desk.add(sheet, CountedPeriod(year: year, mark: mark)) }
      try desk.addYears(of: sheet, before: year)
    }
    var findings = desk.findings + desk.disagreements(year: year)
    var sheets = desk.sheets
    var start = start
    if let publishing, !findings.contains(where: { $0.strength == .error }) {
      findings += desk.publish(publishing)
      sheets = desk.published
      if let publication = form.publication { try start.set("\(publication.field)=\(publication.code)") }
      findings += try desk.audit(publishing)
    }
    let reduced = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      var reduced: [CountedPaper] = []
      for sheet in sheets { reduced.append(try plan.reduce(sheet.given)) }
      return reduced
    }
    evaluated = try start.count(reduced, plan, settings: settings).evaluated
    self.findings = findings + evaluated.findings
    notes = desk.notes
  }

  /// The sheets of a report while they are gathered.
  private struct Desk {
    let papers: [CountedPaper]
    let plan: CountingPlan
    let settings: Record?
    let day: Day
    var sheets: [EvaluatedRecord] = []
    var published: [EvaluatedRecord] = []
    var findings: [Finding] = []
    var notes: [String] = []

    /// Whether anything is there that could be counted.
    private var hasPapers: Bool { papers.contains { $0.sheet == nil } }

    /// Adds the sheet of a period of the year, counted anew unless it was kept for good.
    mutating func add(_ form: FormDefinition, _ period: CountedPeriod) throws {
      var filling = Filling(form: form, library: plan.library, day: day)
      try filling.set(period)
      if let whole = form.statistics?.whole { try filling.set(whole) }
      let head = try evaluated(filling.record, form)
      let first = form.statistics.flatMap { head.root.element($0.first) }.flatMap { Day(iso: $0.text) }
      let name = "\(form.title), \(period.written)"
      guard let first, first <= day else {
        notes.append("\(name): hat noch nicht begonnen.")
        return
      }
      let stored = try stored(form, like: head)
      guard hasPapers || stored != nil else {
        notes.append("\(name): Das Blatt fehlt.")
        return
      }
      if let stored, FrozenSheet(stored, form: form) == nil {
        notes.append("\(name): Was auf dem gespeicherten Blatt steht, bleibt.")
        try filling.start(from: stored)
      }
      guard hasPapers else {
        let sheet = try evaluated(stored ?? filling.record, form)
        findings += Self.errors(of: sheet)
        sheets.append(sheet)
        return
      }
      let count = try SheetCount(filling, papers, plan, form: form, settings: settings, day: day)
      findings += Self.errors(of: count.evaluated)
      for line in count.lines { notes.append("\(name): \(line)") }
      if count.kept == nil, stored == nil { notes.append("\(name): aus den Papieren gezählt.") }
      sheets.append(count.evaluated)
    }

    /// Adds the stored sheets of whole earlier years.
    mutating func addYears(of form: FormDefinition, before year: Int) throws {
      guard let statistics = form.statistics else { return }
      let years = Set(
        papers.compactMap(\.sheet).filter { $0.form == form.id }
          .compactMap { $0.root.value(statistics.year).flatMap { Int($0) } })
      for earlier in years.filter({ $0 < year }).sorted() {
        var filling = Filling(form: form, library: plan.library, day: day)
        try filling.set(CountedPeriod(year: earlier, mark: "J"))
        if let whole = statistics.whole { try filling.set(whole) }
        guard let stored = try stored(form, like: try evaluated(filling.record, form)) else { continue }
        sheets.append(try evaluated(stored, form))
      }
    }

    /// The stored sheet of the same period and area: the newest that was kept for good, else the last one given.
    private func stored(_ form: FormDefinition, like head: EvaluatedRecord) throws -> Record? {
      let name = head.filing.reference
      let same = try papers.compactMap(\.sheet).filter { sheet in
        guard sheet.form == form.id else { return false }
        let own = try evaluated(sheet, form)
        return !own.isPublication && name != nil && own.filing.reference == name
      }
      let kept = same.compactMap { sheet in FrozenSheet(sheet, form: form).map { (sheet, $0.age) } }
      return kept.max { $0.1 < $1.1 }?.0 ?? same.last
    }

    /// Figures of the year that are not what those of its quarters say together.
    func disagreements(year: Int) -> [Finding] {
      var findings: [Finding] = []
      for form in forms(of: sheets) {
        let own = sheets.filter { $0.form.id == form.id && self.year(of: $0) == year }
        let whole = own.first { mark(of: $0) == "J" }
        let parts = (1...4).compactMap { number in own.first { mark(of: $0) == "Q\(number)" } }
        guard let whole, parts.count == 4 else { continue }
        for (path, label) in form.figures {
          guard let rule = form.field(at: path)?.common.overTime, let said = figure(whole, path) else { continue }
          let figures = parts.compactMap { figure($0, path) }
          guard figures.count == 4, let first = figures.first, let last = figures.last else { continue }
          let expected =
            switch rule {
            case .sum: figures.reduce(Figure(0), +)
            case .first: first
            case .last: last
            }
          guard said != expected else { continue }
          findings.append(
            Finding(
              id: "W-\(form.short)-ZEITRAUM", strength: .warning, path: path, place: label,
              message: "›\(label)‹: Das Jahr sagt \(said.german), die Quartale sagen \(expected.german).",
              remedy: "Bitte klären, welches Blatt gilt, und das andere berichtigen."))
        }
      }
      return findings
    }

    private func figure(_ sheet: EvaluatedRecord, _ path: String) -> Figure? {
      guard let path = RecordPath(path), case .value(let text)? = sheet.record.contents(at: path).first else {
        return nil
      }
      return Figure(text)
    }

    private func year(of sheet: EvaluatedRecord) -> Int? {
      sheet.form.statistics.flatMap { sheet.given.root.value($0.year) }.flatMap { Int($0) }
    }

    /// Which period a sheet is of, as ``CountedPeriod/mark`` has it.
    private func mark(of sheet: EvaluatedRecord) -> String? {
      guard let statistics = sheet.form.statistics, let code = sheet.given.root.value(statistics.quarter),
        let list = sheet.form.field(at: statistics.quarter)?.list
      else { return nil }
      return plan.library.lists[list]?.code(code)?.properties[StatisticsDefinition.periodProperty]
    }

    private func forms(of sheets: [EvaluatedRecord]) -> [FormDefinition] {
      var forms: [FormDefinition] = []
      for sheet in sheets where !forms.contains(where: { $0.id == sheet.form.id }) { forms.append(sheet.form) }
      return forms
    }

    /// Makes all sheets fit for the public; the findings name figures to be withheld that none has.
    mutating func publish(_ publishing: Publishing) -> [Finding] {
      for sheet in sheets {
        let own = publishing.withheld.filter { Publication.has($0, in: sheet.form) }
        guard let record = Publication.record(of: sheet, withheld: own),
          let evaluated = try? evaluated(record, sheet.form)
        else { continue }
        published.append(evaluated)
      }
      return publishing.withheld.filter { name in !sheets.contains { Publication.has(name, in: $0.form) } }.map {
        name in
        Finding(
          id: "E-GEHEIM", strength: .error, path: name, place: "Veröffentlichung",
          message: "Die Zahl ›\(name)‹ gibt es auf keinem der Blätter.")
      }
    }

    /// What can be calculated back from all publications of a year together.
    func audit(_ publishing: Publishing) throws -> [Finding] {
      var result = published.flatMap { Self.errors(of: $0) }
      for form in forms(of: published) {
        let byYear = Dictionary(grouping: published.filter { $0.form.id == form.id }) { self.year(of: $0) ?? 0 }
        for (_, sheets) in byYear.sorted(by: { $0.key < $1.key }) {
          result += try Publication.findings(
            in: sheets.map(\.given), beside: publishing.earlier, form: form, library: plan.library, day: day)
        }
      }
      return result
    }

    /// What is wrong with the figures of a sheet; who signs it is no matter of the report.
    private static func errors(of sheet: EvaluatedRecord) -> [Finding] {
      let figures = Set(sheet.form.figures.map(\.path))
      return sheet.findings.filter { $0.strength == .error && figures.contains($0.path) }
    }

    private func evaluated(_ record: Record, _ form: FormDefinition) throws -> EvaluatedRecord {
      try EvaluatedRecord(record, form: form, library: plan.library, day: day)
    }
  }
}

extension Record {
  /// The record without the figures of its form, which are counted anew.
  public func withoutFigures(of form: FormDefinition) -> Record {
    var record = self
    for (path, _) in form.figures {
      if let path = RecordPath(path) { record.replace(at: path, with: [], form: form) }
    }
    return record
  }
}
