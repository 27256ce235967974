internal import FormModel
internal import OpenDocument

/// A page read back: what became of every field, what changed in the fixed text, and the record that follows.
struct PageReading {
  private(set) var readings: [FieldReading] = []
  private(set) var changes: [TextChange] = []
  private(set) var findings: [Finding] = []
  private(set) var misfits: [Finding] = []
  private(set) var record: Record

  private let form: FormDefinition
  private let library: FormLibrary
  private let day: Day
  private let answers: AnswerInput
  private let baseline: PageBaseline
  private let found: PageText
  private let lines: [PageLine]
  private let issuedRecord: Record
  private var values: [String: [RecordContent]] = [:]

  /// Reads a page against what is known of the one that was issued; `issued` is the record inside the document.
  init(
    _ found: PageText, baseline: PageBaseline, issued: Record, form: FormDefinition, library: FormLibrary, day: Day
  ) {
    (self.form, self.library, self.day) = (form, library, day)
    (self.baseline, self.found, issuedRecord, record) = (baseline, found, issued, issued)
    answers = AnswerInput(library: library, day: day)
    lines = PageLine.lines(of: found)
    let (pairs, isIncomplete) = baseline.pairs(with: lines)
    let census = CarrierCensus(found, baseline: baseline, pairs: pairs, lines: lines)
    let comparison = PageComparison(
      baseline: baseline, found: found, lines: lines, pairs: pairs, census: census, isIncomplete: isIncomplete)
    readCarriers(census, beside: comparison.beside)
    readPrinted(comparison)
    addUnchanged()
    changes = comparison.changes
    blame()
    findings += ReadingFindings(form: form).findings(
      readings: readings, changes: changes, deleted: census.deleted, lostTables: comparison.lostTables)
    record = RecordAssembly(form: form, values: values, order: census.order, deleted: census.deleted)
      .record(from: issuedRecord)
  }

  // MARK: - Carriers

  private mutating func readCarriers(_ census: CarrierCensus, beside: [String: String]) {
    var paths: [String] = []
    var byPath: [String: [CarrierCensus.Evidence]] = [:]
    for item in census.evidence {
      if byPath[item.name.path] == nil { paths.append(item.name.path) }
      byPath[item.name.path, default: []].append(item)
    }
    var lost: [(path: String, place: String, isKept: Bool)] = []
    for path in paths {
      guard let (item, place) = form.item(at: path), case .field(let field) = item, let own = byPath[path] else {
        continue
      }
      let isDeleted = census.deleted.contains { path.hasPrefix($0 + "/") || path == $0 }
      let reader = FieldEvidenceReader(field: field, library: library, answers: answers)
      let result = reader.read(
        own, issued: issuedRecord.contents(at: path), beside: beside[path], isDeleted: isDeleted)
      // An empty row that went, or stayed empty, is nothing to speak of.
      if isDeleted, (result.issued ?? "").isEmpty { continue }
      for note in result.notes {
        if case .lost(let isKept) = note {
          lost.append((path, place, isKept))
        } else {
          findings.append(note.finding(path: path, place: place))
        }
      }
      if let values = result.values { self.values[path] = values }
      readings.append(
        FieldReading(
          path: path, place: place, status: result.status, source: result.source, issued: result.issued,
          found: result.found, value: result.content))
      if result.isNew { check(result.values ?? [], field, path, place) }
    }
    tell(lost)
  }

  /// Places that are gone: one sentence for one loss, however many fields it took.
  private mutating func tell(_ lost: [(path: String, place: String, isKept: Bool)]) {
    for isKept in [true, false] {
      let own = lost.filter { $0.isKept == isKept }
      if own.count > 1 {
        findings.append(ReadingNote.lost(own.map(\.place), isKept: isKept))
      } else if let one = own.first {
        findings.append(ReadingNote.lost(isKept: isKept).finding(path: one.path, place: one.place))
      }
    }
  }

  /// What does not fit its field is a finding there, and kept.
  private mutating func check(_ contents: [RecordContent], _ field: FieldDefinition, _ path: String, _ place: String) {
    for case .value(let text) in contents {
      if let finding = answers.finding(text, in: field, of: form, day: day, path: path, place: place) {
        misfits.append(finding)
      }
    }
  }

  // MARK: - Printed values

  /// Printed values that are not what was issued.
  private mutating func readPrinted(_ comparison: PageComparison) {
    var ticks: [String: [(answer: String, isTicked: Bool)]] = [:]
    for change in comparison.printed {
      guard let name = CarrierName(change.name), let (item, place) = form.item(at: name.path) else { continue }
      if let answer = name.answer {
        ticks[name.path, default: []].append((answer, TickToken.isTicked(change.found) ?? false))
        continue
      }
      // Where the field is filled in elsewhere on the page, that counts.
      guard !readings.contains(where: { $0.path == name.path }) else { continue }
      let (issued, found) = (BoundBlanks.release(change.issued), BoundBlanks.release(change.found))
      var value: RecordContent?
      if case .field(let field) = item {
        value = answers.content(of: found, in: field)
        values[name.path] = [value].compactMap { $0 }
        check([value].compactMap { $0 }, field, name.path, place)
      }
      readings.append(
        FieldReading(
          path: name.path, place: place, status: .contradictsRecord, source: .printed, issued: issued,
          found: found, value: value))
    }
    for (path, changed) in ticks.sorted(by: { $0.key < $1.key }) { readTicks(path, changed, comparison) }
  }

  /// Printed boxes of which at least one is not as it was issued: all of them together are the answer.
  private mutating func readTicks(
    _ path: String, _ changed: [(answer: String, isTicked: Bool)], _ comparison: PageComparison
  ) {
    guard let (item, place) = form.item(at: path), case .field(let field) = item,
      !readings.contains(where: { $0.path == path }), let list = library.codes(of: field)
    else { return }
    var ticked = Set(comparison.printedTicks(path).filter(\.isTicked).map(\.answer))
    let issued = ticked
    for tick in changed { if tick.isTicked { ticked.insert(tick.answer) } else { ticked.remove(tick.answer) } }
    let chosen = list.codes.map(\.id).filter(ticked.contains)
    func shown(_ ids: some Sequence<String>) -> String {
      list.codes.filter { Set(ids).contains($0.id) }.map { list.shown($0) }.joined(separator: ", ")
    }
    let isAmbiguous = chosen.count > 1 && !field.has(.several)
    if isAmbiguous {
      findings.append(ReadingNote.ambiguous(shown(chosen)).finding(path: path, place: place))
    } else {
      values[path] = chosen.map { .value($0) }
    }
    readings.append(
      FieldReading(
        path: path, place: place, status: .contradictsRecord, source: .printed, issued: shown(issued),
        found: shown(chosen), value: isAmbiguous ? nil : chosen.first.map { .value($0) }))
  }

  /// Printed values that are what was issued.
  private mutating func addUnchanged() {
    guard let page = baseline.page else { return }
    let known = Set(readings.map(\.path))
    readings += PrintedFields(page, form: form, library: library, record: issuedRecord).readings
      .filter { !known.contains($0.path) }
  }

  /// Fields whose fixed text was altered may mean something else than they did.
  private mutating func blame() {
    for change in changes {
      for path in change.paths {
        if let index = readings.firstIndex(where: { $0.path == path }) {
          switch readings[index].status {
          case .unchanged, .edited, .emptied: readings[index].status = .staticTextAltered
          case .carrierLost, .carrierDoubled, .staticTextAltered, .contradictsRecord, .found: break
          }
        } else if let (_, place) = form.item(at: path) {
          readings.append(
            FieldReading(
              path: path, place: place, status: .staticTextAltered, source: .printed, issued: nil, found: nil,
              value: nil))
        }
      }
    }
  }
}
