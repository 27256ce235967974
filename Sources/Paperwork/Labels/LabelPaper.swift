internal import FormModel

/// A record made of what was found under labels; every value of it is to be confirmed.
struct LabelPaper {
  let paper: ReadPaper

  init(_ page: LabelPage, form: FormDefinition, library: FormLibrary, day: Day) {
    let reading = LabelReading(page, form: form, library: library, day: day)
    var builder = Builder(form: form, library: library, day: day)
    builder.isRecognised = page.isRecognised
    let firstNames = Set(reading.hits.filter { $0.isOwn && !$0.isEmpty }.flatMap(\.paths))
    for hit in reading.hits { builder.add(hit, firstNames: firstNames) }
    builder.summarise(strayLines: reading.strayLines, isCutOff: page.isCutOff)
    paper = builder.paper
  }

  /// The values of hits alone, without anything said about the whole.
  init(_ hits: [LabelHit], form: FormDefinition, library: FormLibrary, day: Day) {
    var builder = Builder(form: form, library: library, day: day)
    for hit in hits { builder.add(hit, firstNames: []) }
    builder.confirmNothing()
    paper = builder.paper
  }

  /// The values that a page of ours shows, read by its layout.
  init(_ reading: LayoutReading, isCutOff: Bool, form: FormDefinition, library: FormLibrary, day: Day) {
    var builder = Builder(form: form, library: library, day: day)
    builder.isRecognised = true
    for hit in reading.hits { builder.add(hit, firstNames: []) }
    builder.note(doubtful: reading.doubtful, unread: reading.unread)
    builder.summarise(strayLines: reading.strayLines, isCutOff: isCutOff, isLayout: true)
    paper = builder.paper
  }
}

/// Puts values into a record, and notes what is to be said.
private struct Builder {
  var record: Record
  var findings: [Finding] = []
  /// Values that are kept as they stand but do not fit.
  var misfits: [Finding] = []
  var readings: [FieldReading] = []
  var isRecognised = false

  private let form: FormDefinition
  private let values: LabelValue
  private let day: Day
  private var taken: [String: String] = [:]
  private var paths: [String] = []
  private var uncertain: [String] = []

  /// What came of it.
  var paper: ReadPaper {
    ReadPaper(record: record, findings: findings, misfits: misfits, isDocument: true, readings: readings)
  }

  init(form: FormDefinition, library: FormLibrary, day: Day) {
    self.form = form
    self.day = day
    values = LabelValue(library: library, day: day)
    record = Record(form: form.id, version: form.version)
  }

  mutating func add(_ hit: LabelHit, firstNames: Set<String>) {
    let path = hit.paths[0]
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let hasFirstName =
      hit.terms[0].groups.last.map { group in
        group.typedLine.parts.contains { part in
          if case .name(_, let first, _) = part { firstNames.contains(parent + first) } else { false }
        }
      } ?? false
    let result = values.read(hit, hasFirstName: hasFirstName)
    let place = place(of: path)
    if result.isAmbiguous {
      note("W-LESEN-22", path, place, "Bei ›\(place)‹ ist mehr als eine Antwort angekreuzt.", "Bitte selbst eintragen.")
    }
    if result.hasLeftovers {
      note(
        "W-LESEN-23", path, place, "Unter ›\(place)‹ steht mehr, als zugeordnet werden konnte.",
        "Bitte mit dem Papier vergleichen.")
    }
    if !result.unread.isEmpty {
      let words = result.unread.map { Self.shown($0) }.joined(separator: ", ")
      note(
        "W-LESEN-28", path, place, "Unter ›\(place)‹ steht \(words); das ist keine der Antworten, die es dort gibt.",
        "Es wurde nicht übernommen; bitte selbst eintragen.")
    }
    for assignment in result.assignments { put(assignment) }
  }

  private mutating func put(_ value: LabelValue.Assignment) {
    guard let path = RecordPath(value.path) else { return }
    let place = place(of: value.path)
    if let earlier = taken[value.path] {
      guard earlier != value.text else { return }
      return note(
        "W-LESEN-24", value.path, place, "›\(place)‹ steht zweimal verschieden da; gilt, was zuerst steht.",
        "Bitte prüfen.")
    }
    record.replace(at: path, with: value.contents, form: form)
    guard !record.contents(at: path).isEmpty else { return }
    for case .value(let text) in record.contents(at: path) {
      if let finding = values.input.finding(text, in: value.field, of: form, day: day, path: value.path, place: place) {
        misfits.append(finding)
      }
    }
    taken[value.path] = value.text
    paths.append(value.path)
    if isRecognised, Self.isUncertain(value) { uncertain.append(place) }
    readings.append(
      FieldReading(
        path: value.path, place: place, status: .found, source: .label, issued: nil, found: value.text,
        value: value.contents.first))
  }

  /// Everything waits for somebody who compares it with the paper.
  mutating func confirmNothing() {
    record.unconfirmed = paths
  }

  /// Notes what is in doubt, and what stands on the page and could not be read.
  mutating func note(doubtful: Set<String>, unread: [String]) {
    for path in paths where Self.isAmong(doubtful, path) {
      let place = place(of: path)
      if !uncertain.contains(place) { uncertain.append(place) }
    }
    for path in unread {
      let place = place(of: path)
      note(
        "W-LESEN-29", path, place, "Bei ›\(place)‹ ist nicht zu erkennen, was auf dem Papier steht.",
        "Es wurde nichts übernommen; bitte selbst eintragen.")
    }
  }

  private static func isAmong(_ paths: Set<String>, _ path: String) -> Bool {
    paths.contains(path) || paths.contains { path.hasPrefix($0 + "/") }
  }

  /// What is said about the whole; the record lists what is to be confirmed.
  mutating func summarise(strayLines: [String], isCutOff: Bool, isLayout: Bool = false) {
    confirmNothing()
    note(
      "W-LESEN-21", "", "Papier",
      paths.isEmpty
        ? "Auf dem Papier wurde keine Beschriftung dieses Formulars gefunden."
        : "Nach \(isLayout ? "der Vorlage" : "Beschriftungen") gelesen: \(paths.count) \(paths.count == 1 ? "Wert" : "Werte").",
      paths.isEmpty ? "Bitte selbst eintragen." : "Bitte jeden Wert mit dem Papier vergleichen und dann bestätigen.")
    if !uncertain.isEmpty {
      note(
        "W-LESEN-25", "", "Papier", "Unsicher erkannt: \(Self.list(uncertain)).",
        "Bitte diese Angaben Zeichen für Zeichen prüfen.")
    }
    if isCutOff {
      note("W-LESEN-26", "", "Papier", "Das Papier ist länger, als gelesen wird.", "Bitte den Rest selbst eintragen.")
    }
    guard !strayLines.isEmpty else { return }
    let shown = strayLines.prefix(3).map { Self.shown($0) }.joined(separator: ", ")
    findings.append(
      Finding(
        id: "H-LESEN-27", strength: .hint, path: "", place: "Papier",
        message: strayLines.count == 1
          ? "Eine Zeile gehört zu keiner Beschriftung: \(shown)."
          : "\(strayLines.count) Zeilen gehören zu keiner Beschriftung: \(shown)\(strayLines.count > 3 ? " …" : "").",
        remedy: "Bitte nachsehen, ob etwas Wichtiges dabei ist."))
  }

  private mutating func note(_ id: String, _ path: String, _ place: String, _ message: String, _ remedy: String) {
    findings.append(
      Finding(id: id, strength: .warning, path: path, place: place, message: message, remedy: remedy))
  }

  /// Whether text recognition may have taken one sign for another: bars and marks of doubt, digits among letters.
  private static func isUncertain(_ value: LabelValue.Assignment) -> Bool {
    if value.text.contains("|") || value.text.contains("\u{FFFD}") { return true }
    let words = value.text.split { $0 == " " || $0 == "\n" || $0 == "." || $0 == "," || $0 == "-" }
    return words.contains { word in
      let digits = word.count { $0.isNumber }
      let letters = word.count { $0.isLetter }
      return digits > 0 && letters > 0 && !value.field.has(.mixedSigns) && value.field.pattern == nil
    }
  }

  /// A text as a finding quotes it: one line, not longer than needed to know it again.
  private static func shown(_ text: String) -> String {
    let line = String(text.map { $0.isWhitespace ? " " : $0 }.prefix(60))
    return "„\(line)\(text.count > 60 ? "…" : "")“"
  }

  private static func list(_ places: [String]) -> String { ReadingFindings.list(places) }

  private func place(of path: String) -> String {
    (form.item(at: path) ?? form.item(at: path + "[1]"))?.place ?? path
  }
}
