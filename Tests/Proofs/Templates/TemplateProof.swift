import FormModel
import OpenDocument
import Paperwork

/// Puts made-up templates to the proof: what lint passes prints everything it should, what it refuses has a place.
package struct TemplateProof: Sendable {
  let town: TemplateTown

  /// What came of one template.
  package struct Outcome: Sendable {
    /// Whether lint had nothing against it.
    package var isSound = false
    /// The codes of what was refused.
    package var codes: [String] = []
    /// What does not hold.
    package var failures: [String] = []
  }

  /// A proof in a town.
  package init(_ town: TemplateTown) { self.town = town }

  /// The template with a number among those of a seed.
  package static func template(_ number: Int, of seed: UInt64) -> [UInt8] {
    TemplateText.bytes(TemplateDrawing.sketch(Dice.sample(number, of: seed)))
  }

  /// Proves the template with a number among those of a seed.
  package func outcome(_ number: Int, of seed: UInt64) -> Outcome {
    let sketch = TemplateDrawing.sketch(Dice.sample(number, of: seed))
    return prove(sketch, TemplateText.bytes(sketch), Dice.sample(number, of: seed ^ 0xFACE))
  }

  /// Holds a template against the sketch that it must be.
  func prove(_ sketch: TemplateSketch, _ template: [UInt8], _ dice: Dice) -> Outcome {
    var outcome = Outcome()
    var dice = dice
    let source = SourceFile(name: "Templates/probe/probe.fodt", bytes: template)
    let mistakes = CatalogueLint.mistakes(in: source, form: town.form, library: town.library)
    outcome.codes = mistakes.map(\.code)
    for mistake in mistakes where (mistake.spot ?? "").isEmpty && !Self.concernsAll.contains(mistake.code) {
      outcome.failures.append("refused without a place: \(mistake.code) \(mistake.message)")
    }
    guard mistakes.isEmpty else { return outcome }
    outcome.isSound = true
    let maker = PaperMaker(catalogue: town.catalogue, day: town.day, templates: [town.form.id: source])
    do {
      for isFull in [false, true] { outcome.failures += try page(sketch, maker, isFull: isFull, &dice) }
      let blank = try maker.blank(town.form.id, as: .odt)
      outcome.failures += complaints(blank.bytes, "blank")
    } catch {
      outcome.failures.append("lint passed it, and it does not render: \(error)")
    }
    return outcome
  }

  private static let concernsAll = ["VORLAGE-OHNE-MARKEN"]

  private func page(_ sketch: TemplateSketch, _ maker: PaperMaker, isFull: Bool, _ dice: inout Dice) throws -> [String]
  {
    let (record, values) = Self.record(town.form, isFull: isFull, &dice)
    let paper = try EvaluatedRecord(record, form: town.form, library: town.library, day: town.day)
    let bytes = try maker.documents(of: paper, named: "probe", town.library, as: .odt) { _ in paper }[0].bytes
    var failures = complaints(bytes, "final")
    let parts = PaperParts(bytes)
    let header = parts.styles?.all("style:header").map(\.spaced).joined(separator: " ") ?? ""
    for (what, nodes, text) in [("body", sketch.body, parts.body?.spaced ?? ""), ("header", sketch.header, header)] {
      let wanted = TemplateReading.tokens(of: nodes, values)
      let found = text.matches(of: /[A-Z]+[0-9]+|☒|☐|–/).map { String($0.0) }
      if wanted != found { failures.append("\(what) says \(Self.difference(found, wanted))") }
    }
    let (fillable, _) = try maker.fillable(record, named: "probe", town.library, among: nil, as: .odt)
    failures += complaints(fillable[0].bytes, "fillable")
    let again = PaperReader(catalogue: town.catalogue, day: town.day, library: town.library)
    for (kind, document) in [("final", bytes), ("fillable", fillable[0].bytes)] {
      let read = try again.read(document).paper
      if read.record != paper.shown || !read.findings.isEmpty {
        failures.append("\(kind): read back as \(read.record.difference(paper.shown)) \(read.findings.map(\.id))")
      }
    }
    return failures
  }

  /// Values of one record; those of a sparse one are mostly missing.
  private static func record(
    _ form: FormDefinition, isFull: Bool, _ dice: inout Dice
  ) -> (Record, TemplateReading.Values) {
    var values = TemplateReading.Values()
    let share = isFull ? 100 : 25
    if dice.chance(share) { values.place = "ORT1" }
    if dice.chance(share) { values.number = "7" }
    if dice.chance(share) { values.leader = "LEITUNG" }
    if dice.chance(share) { values.color = "ROT1" }
    values.words = (0..<(isFull ? dice.number(1...3) : 0)).map { "WORT\($0)" }
    values.items = (0..<(isFull ? dice.number(1...3) : dice.number(0...1))).map { isFull || $0 > 0 ? "WAS\($0)" : nil }
    values.isOutside = dice.chance(50)
    var root = RecordGroup()
    func add(_ id: String, _ text: String?) { if let text { root.items.append(RecordGroup.Item(id, .value(text))) } }
    add("ort", values.place)
    for word in values.words { add("worte", word) }
    add("gaeste", values.number)
    add("draussen", values.isOutside ? "ja" : "nein")
    add("farbe", values.color == nil ? nil : "rot")
    if let name = values.leader {
      root.items.append(RecordGroup.Item("leitung", .group(RecordGroup([RecordGroup.Item("name", .value(name))]))))
    }
    for item in values.items {
      let inner = item.map { [RecordGroup.Item("was", .value($0))] } ?? [RecordGroup.Item("preis", .value("2.5"))]
      root.items.append(RecordGroup.Item("posten", .group(RecordGroup(inner))))
    }
    // Numbers and names are found on the page by what no other text looks like.
    (values.number, values.leader) = (values.number.map { _ in "" }, values.leader.map { _ in "" })
    return (Record(form: form.id, version: form.version, root: root), values)
  }

  /// What the structure of any document must keep; styles and words are the business of real templates.
  private static let checks: [StructureCheck] = [
    .archive, .mimetype, .members, .manifest, .parts, .ids, .names, .references, .tables, .whiteSpace, .strayText,
    .marks,
    .author, .history,
  ]

  private func complaints(_ bytes: [UInt8], _ kind: String) -> [String] {
    let parts = PaperParts(bytes)
    return Self.checks.flatMap { $0.complaints(about: parts, office: "Probe") }.map { "\(kind): \($0)" }
  }

  private static func difference(_ found: [String], _ wanted: [String]) -> String {
    let same = zip(found, wanted).prefix { $0 == $1 }.count
    return
      "\(found.dropFirst(max(0, same - 1)).prefix(8)) for \(wanted.dropFirst(max(0, same - 1)).prefix(8)), at \(same)"
  }
}

extension Element {
  /// All text below it, with blanks between paragraphs.
  fileprivate var spaced: String {
    children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): (element.name == "text:p" ? " " : "") + element.spaced
      }
    }.joined()
  }
}
