import FormModel
import Paperwork
import Testing

/// Figures that add up what papers say, with decimals: hours of a service.
struct SummedFigureTests {
  private static let hours = """
    <?xml version="1.0" encoding="UTF-8"?>
    <form id="stunden" version="1" title="Stunden" short="SD" basis="-">
      <purpose>Zählt Stunden.</purpose>
      <statistics name="hours" year="jahr" quarter="quartal" from="von" until="bis"/>
      <counts form="gespraechsnotiz" key="''" name="'Notiz'"><skip when="not(in-period(datum))">nicht im Zeitraum</skip></counts>
      <section id="s" label="Stunden">
        <field id="jahr" type="integer" label="Jahr" required="true()"/>
        <field id="quartal" type="choice" list="quartal" label="Zeitraum" required="true()"/>
        <field id="von" type="day" label="von" calculate="concat(jahr, code-property(quartal, 'beginn'))"/>
        <field id="bis" type="day" label="bis" calculate="days-to-date(days-from-date(concat(jahr + code-property(quartal, 'jahre'), code-property(quartal, 'danach'))) - 1)"/>
        <field id="minuten" type="count" label="Minuten" sum="sources('gespraechsnotiz')/dauer_min"/>
        <field id="telefon" type="amount" label="Stunden Telefon" count="sum(sources('gespraechsnotiz')[kontaktart = 'telefon']/dauer_min) div 60"/>
        <field id="andere" type="amount" label="Stunden sonst" count="sum(sources('gespraechsnotiz')[kontaktart != 'telefon']/dauer_min) div 60"/>
        <field id="stunden" type="amount" label="Stunden zusammen">
          <sum of="telefon | andere" id="E-SD-01" strength="error"><message>Stimmt nicht: {.} statt {expected()}.</message></sum>
        </field>
      </section>
      <retain class="D9"/>
      <filing day="bis"><event id="bis" value="bis"/></filing>
    </form>
    """

  private static let day = Day(iso: "2025-11-20")

  private func library() throws -> FormLibrary {
    let files = try Repository.declarations() + [SourceFile(name: "bochum/stunden.xml", bytes: Array(Self.hours.utf8))]
    return try FormLibrary(files: files, schema: try Repository.schema())
  }

  private func notes(_ library: FormLibrary, _ day: Day) throws -> [Record] {
    var reader = RecordReader(library: library, day: day)
    return try [("telefon", "20"), ("telefon", "25"), ("buero", "50"), ("buero", ""), ("kita", "1")].map {
      kind, minutes in
      let length = minutes.isEmpty ? "" : ", \"dauer_min\": \(minutes)"
      let text =
        "{\"form\": \"gespraechsnotiz\", \"version\": \"1\", \"datum\": \"2025-09-09\", \"kontaktart\": \"\(kind)\"\(length)}"
      return try reader.record(from: try RecordReader.raw(Array(text.utf8))).record
    }
  }

  @Test func theyAddUpAsPeopleAddAndAStoredSumIsThePrintedOne() throws {
    let day = try #require(Self.day)
    let library = try library()
    let form = try #require(library.forms["stunden"])
    let plan = CountingPlan(for: form, library: library, day: day)
    var filling = Filling(form: form, library: library, day: day)
    try filling.set(CountedPeriod(year: 2025, mark: "Q3"))
    let papers = try notes(library, day).map { try plan.reduce($0) }
    let tally = try filling.count(papers, plan)
    let root = tally.record.root
    #expect(root.value("minuten") == "96")
    #expect(root.value("telefon") == "0.75" && root.value("andere") == "0.85")
    #expect(tally.evaluated.record.root.value("stunden") == "1.6")
    #expect(tally.evaluated.findings.filter { $0.strength == .error }.isEmpty)
    // What is stored says the same on its own, and prints as people write it.
    let stored = try EvaluatedRecord(tally.record, form: form, library: library, day: day)
    #expect(stored.record == tally.evaluated.record)
    let shown = stored.root.elements.first { $0.name == "stunden" }.map { stored.display($0) }
    #expect(shown == "1,6")
    var wrong = tally.record
    wrong.root.set("stunden", [.value("1.61")])
    let told = try EvaluatedRecord(wrong, form: form, library: library, day: day).findings.first { $0.id == "E-SD-01" }
    #expect(told?.message == "Stimmt nicht: 1,61 statt 1,6.")
  }

  @Test func whatIsNotStoredIsRefused() throws {
    let files = { (old: String, new: String) in
      try Repository.declarations()
        + [SourceFile(name: "bochum/stunden.xml", bytes: Array(Self.hours.replacing(old, with: new).utf8))]
    }
    let codes = { (files: [SourceFile]) in FormLint.mistakes(in: files, schema: try Repository.schema()).map(\.code) }
    #expect(try codes(files("Stunden sonst", "sonst")).filter { $0.hasPrefix("FORM-") } == [])
    let calculated = "calculate=\"sum(sources('gespraechsnotiz')/dauer_min)\""
    #expect(try codes(files("sum=\"sources('gespraechsnotiz')/dauer_min\"", calculated)).contains("FORM-ZAEHLEN"))
    #expect(
      try codes(files("type=\"count\" label=\"Minuten\"", "type=\"decimal\" label=\"Minuten\"")).contains("FORM-ANZAHL")
    )
  }
}
