import FormModel
import Paperwork
import Testing

/// What a town has from another one, and what of its own changes nothing.
@Suite struct LayerReportTests {
  private static let files = [
    "Forms/alt/alles.xml": """
    <form id="alles" version="1" title="Alles" short="A"><purpose>Alles</purpose>
      <section id="s" label="S"><field id="x" type="text" label="X"/></section></form>
    """,
    "Templates/alt/alles.fodt": TwoTowns.template("").replacing("farbe", with: "x"),
    "Templates/neu/alles.fodt": TwoTowns.template("").replacing("farbe", with: "x"),
    "Forms/neu/profile.xml": TwoTowns.neu.replacing(
      "</profile>",
      with: "<entry id=\"notruf\">110 · 112</entry>\n<without form=\"fort\"/></profile>"),
    "Forms/alt/fort.xml": """
    <form id="fort" version="1" title="Fort" short="F"><purpose>Fort</purpose>
      <section id="s" label="S"><field id="x" type="text" label="X"/></section></form>
    """,
    "Templates/alt/fort.fodt": TwoTowns.template("").replacing("farbe", with: "x"),
    "Forms/neu/eigenes.xml": """
    <form id="eigenes" version="1" title="Eigenes" short="E"><purpose>Eigenes</purpose>
      <section id="s" label="S"><field id="x" type="text" label="X"/></section></form>
    """,
    "Templates/neu/eigenes.fodt": TwoTowns.template("").replacing("farbe", with: "x"),
    "Forms/neu/lists/farbe.xml": "<!-- wie dort -->\n" + TwoTowns.list("farbe").replacing("><code", with: ">\n <code"),
    "Forms/neu/lists/niemand.xml": TwoTowns.list("niemand"),
    "Forms/neu/probe.xml": """
    <form extends="alt">
      <replace id="farbe"><field id="farbe" type="choice" list="farbe"
        label="Farbe"/></replace>
      <change id="anlass" label="Warum"/>
      <add><rule id="W-P-1" strength="warning" test="filled(farbe)"><message>Farbe.</message></rule></add>
      <remove id="anlass/hint"/>
    </form>
    """,
  ]

  @Test func `Every file is inherited, layered, replaced, added or gone, and idle ones are named`() throws {
    let towns = try TwoTowns(Self.files)
    let report = try LayerReport(towns.catalogue("neu"), against: "alt")
    let states = Dictionary(uniqueKeysWithValues: report.rows.map { ("\($0.kind.rawValue) \($0.name)", $0.state) })
    #expect(
      states == [
        "forms alles": .inherited, "forms probe": .layered, "forms eigenes": .added, "forms fort": .removed,
        "town profile": .layered, "town retention": .inherited, "lists farbe": .replaced, "lists niemand": .added,
        "templates alles": .replaced, "templates probe": .inherited, "templates eigenes": .added,
        "templates fort": .removed,
      ])
    let probe = try #require(report.rows.first { $0.name == "probe" && $0.kind == .forms })
    #expect(
      probe.steps.map { "\($0.kind.rawValue) \($0.name)" } == [
        "replaced farbe", "changed anlass", "added W-P-1", "removed anlass/hint",
      ])
    #expect(
      report.unused.map { "\($0.place.file):\($0.place.line)" } == [
        "Forms/neu/lists/farbe.xml:1", "Forms/neu/lists/niemand.xml:1", "Forms/neu/probe.xml:2",
        "Forms/neu/profile.xml:3", "Templates/neu/alles.fodt:1",
      ])
    let text = report.text()
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 } && text.contains("  weg (1): fort\n"))
    #expect(String(decoding: report.json, as: UTF8.self).contains("\"added\": [\n"))
    #expect(report.json == (try LayerReport(towns.catalogue("neu"), against: "alt").json))
  }

  @Test func `A town that stands beside can be held against it as well, and none that is not there`() throws {
    let towns = try TwoTowns()
    let report = try LayerReport(towns.catalogue("alt"), against: "neu")
    #expect(report.rows.contains { $0.name == "profile" && $0.state == .replaced })
    #expect(throws: PaperworkFailure.unknownTown(name: "neue", nearest: "neu")) {
      try LayerReport(towns.catalogue("alt"), against: "neue")
    }
    #expect(throws: PaperworkFailure.self) { try LayerReport(towns.catalogue("alt"), against: "alt") }
  }
}
