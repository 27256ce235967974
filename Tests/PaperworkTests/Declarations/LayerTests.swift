@testable import FormModel
import Testing
import XMLTree

/// A town says in what its declarations differ from those of the town that it extends, and the rest arrives.
@Suite struct LayerTests {
  private static let name = "wanne/probe.xml"

  /// A layer over a sound declaration, which is `probe.xml` unless another is named.
  private func layer(_ text: String, over base: String = "probe.xml", base change: (String, String)? = nil)
    -> [SourceFile]
  {
    BrokenDeclaration.sound.map { file in
      guard file.name == base else { return file }
      let base = change.map { file.replacing($0.0, with: $0.1) } ?? file
      var layer = SourceFile(name: "wanne/" + file.name, bytes: Array(text.utf8))
      layer.bases = [base]
      return layer
    }
  }

  private func library(_ files: [SourceFile]) throws -> FormLibrary {
    try FormLibrary(files: files, schema: try Repository.schema())
  }

  private func mistakes(_ files: [SourceFile]) throws -> [AuthorMistake] {
    FormLint.mistakes(in: files, schema: try Repository.schema())
  }

  @Test func `Parts are replaced, added and removed by their ids, and the head is the town's own`() throws {
    let files = layer(
      """
      <form extends="bochum" id="probe" title="Probe in Wanne" version="2">
        <replace id="ende"><field id="ende" type="day" label="Schluss" relevant="filled(tag)"/></replace>
        <replace id="orte/zahl"><field id="zahl" type="integer" label="Anzahl" minimum="2"/></replace>
        <add before="tag"><field id="vor" type="text" label="Vorher"/></add>
        <add after="tag"><field id="eins" type="text" label="Eins"/><field id="zwei" type="text" label="Zwei"/></add>
        <add into="orte"><field id="letzte" type="text" label="Letzte"/></add>
        <add into="eins"><rule id="E-P-05" strength="error" test=". != 'x'"><message>Kein x.</message></rule></add>
        <add>
          <rule id="E-P-09" strength="error" test="not(filled(vor) and filled(zwei))"><message>Beides.</message></rule>
          <section id="t" label="T"><field id="ganz_unten" type="text" label="Unten"/></section>
          <next id="weiter"><text>Weiter.</text></next>
        </add>
        <replace id="E-P-01/remedy"><remedy>Bitte weg.</remedy></replace>
        <change id="farbe" label="Lieblingsfarbe" default="'blau'"/>
        <remove id="nummer"/>
        <remove id="W-P-02"/>
        <remove id="mask"/>
      </form>
      """)
    #expect(try mistakes(files) == [])
    let form = try Repository.form("probe", in: try library(files))
    #expect(form.title == "Probe in Wanne" && form.version == "2" && form.short == "P" && form.purpose == "Probe")
    #expect(form.items.map(\.id) == ["vor", "tag", "eins", "zwei", "ende", "farbe", "orte", "ganz_unten"])
    #expect(form.sections.map(\.id) == ["s", "t"] && form.rules.map(\.text.id) == ["E-P-09"] && form.masks.isEmpty)
    guard case .group(let group) = form.items[6], case .field(let eins) = form.items[2] else {
      return #expect(Bool(false))
    }
    #expect(group.items.map(\.id) == ["name", "zahl", "letzte"] && group.items[1].label == "Anzahl")
    #expect(group.common.rules.map(\.text.remedy) == ["Bitte weg."])
    #expect(eins.common.rules.map(\.text.id) == ["E-P-05"])
    #expect(form.nextSteps.map(\.id) == ["weiter"] && form.retention.map(\.classID) == ["D1"])
    guard case .field(let colour) = form.items[5] else { return #expect(Bool(false)) }
    #expect(colour.common.label == "Lieblingsfarbe" && colour.defaultValue == "'blau'" && colour.list == "farbe")
    // What is left names the file and line it came from.
    #expect(form.items[0].common.source == SourcePlace(file: Self.name, line: 4))
    #expect(form.items[1].common.source == SourcePlace(file: "probe.xml", line: 4))
  }

  @Test func `Lists, retention, shared types and the words of another tongue have layers as well`() throws {
    let list = layer(
      """
      <codelist extends="bochum" label="Farben"><replace id="rot"><code id="rot" label="purpur"/></replace>
      <add before="blau"><code id="gelb" label="gelb"/></add></codelist>
      """, over: "farbe.xml")
    #expect(try library(list).lists["farbe"]?.codes.map(\.label) == ["purpur", "gelb", "blau"])
    let retention = layer(
      """
      <retention extends="bochum"><replace id="D1">
        <class id="D1" label="Notizen" start="ende" event="nach dem Ende" period="P3Y" action="delete" basis="x"/>
      </replace></retention>
      """, over: "retention.xml")
    #expect(try library(retention).retention.classes["D1"]?.period == Period(iso: "P3Y"))
    let types = layer(
      """
      <types extends="bochum"><add into="ort"><field id="kreis" type="text" label="Kreis"/></add>
      <replace id="ort/name"><field id="name" type="name" label="Name des Ortes"/></replace></types>
      """, over: "types.xml")
    guard case .group(let orte)? = try library(types).forms["probe"]?.items.last else { return #expect(Bool(false)) }
    #expect(orte.items.map(\.label) == ["Name des Ortes", "Kreis", "Zahl"])
    var language = SourceFile(
      name: "wanne/tr.xml",
      bytes: Array(
        "<language extends=\"bochum\"><replace id=\"Ja\"><text of=\"Ja\">He</text></replace></language>".utf8))
    let base = "<language id=\"tr\" label=\"Türkisch\" country=\"TR\"><text of=\"Ja\">Evet</text></language>"
    language.bases = [SourceFile(name: "tr.xml", bytes: Array(base.utf8))]
    #expect(try LanguageDefinition(language, schema: try Repository.schema()).texts == ["Ja": "He"])
  }

  @Test func `A layer lies on a layer`() throws {
    var files = layer("<form extends=\"herne\"><remove id=\"farbe2\"/></form>")
    let middle = SourceFile(
      name: "herne/probe.xml",
      bytes: Array(
        """
        <form extends="bochum" short="H"><add after="tag"><field id="farbe2" type="text" label="F"/>
        <field id="farbe3" type="text" label="F"/></add></form>
        """.utf8))
    let index = try #require(files.firstIndex { $0.name == Self.name })
    files[index].bases.insert(middle, at: 0)
    let form = try Repository.form("probe", in: try library(files))
    #expect(form.short == "H" && form.items.map(\.id).prefix(3) == ["tag", "farbe3", "ende"])
    #expect(form.items[1].common.source.file == "herne/probe.xml")
  }

  @Test(arguments: [
    ("<remove id=\"tak\"/>", "›tak‹ gibt es in dem, was hier erweitert wird, nicht. Meinten Sie ›tag‹?"),
    ("<remove id=\"zahl\"/>", "Meinten Sie ›orte/zahl‹?"),
    ("<remove id=\"nummer\"/><remove id=\"nummer\"/>", "fällt weiter oben in dieser Datei schon weg"),
    ("<replace id=\"nummer\"/>", "genau ein Element"),
    (
      "<replace id=\"nummer\"><field id=\"a\" type=\"day\" label=\"A\"/><field id=\"b\" type=\"day\" label=\"B\"/></replace>",
      "genau ein Element"
    ),
    ("<replace id=\"nummer\"><section id=\"nummer\" label=\"N\"/></replace>", "kann ›field‹ nicht ersetzen"),
    ("<add before=\"tag\" after=\"tag\"><field id=\"a\" type=\"day\" label=\"A\"/></add>", "›add‹"),
    ("<add into=\"tagg\"><field id=\"a\" type=\"day\" label=\"A\"/></add>", "Meinten Sie ›tag‹?"),
    ("<field id=\"a\" type=\"day\" label=\"A\"/>", "nur in ›replace‹ oder ›add‹"),
    (
      "<change id=\"tag\" required=\"filled(nix)\"/>",
      "›nix‹ gibt es in ›Probe‹ nicht. (geändert wird hier probe.xml:4)"
    ),
    ("<change id=\"tag\" lebel=\"T\"/>", "Meinten Sie ›label‹?"),
    ("<remove name=\"tag\"/>", "Das Attribut ›name‹ gibt es bei ›remove‹ nicht."),
    ("<remove id=\"nummer\"><field/></remove>", "gemeint ist vielleicht ›replace‹"),
    ("<add into=\"s\"><feld id=\"a\" type=\"day\" label=\"A\"/></add>", "Meinten Sie ›field‹?"),
    (
      "<add into=\"tag\"><field id=\"a\" type=\"day\" label=\"A\"/></add>",
      "Das Element ›field‹ kann hier nicht stehen."
    ),
    ("<add into=\"s\"><field id=\"ende\" type=\"day\" label=\"A\"/></add>", "Das Feld ›ende‹ gibt es hier zweimal."),
    ("<remove id=\"tag\"/>", "›tag‹ fällt hier weg und wird noch gebraucht (probe.xml:1)"),
    ("<remove id=\"tag\"/>", "›tag‹ fällt hier weg und wird noch gebraucht (probe.xml:5)"),
    (
      "<replace id=\"farbe\"><field id=\"farben\" type=\"choices\" list=\"farbe\" label=\"F\"/></replace>",
      "›farbe‹ fällt hier weg und wird noch gebraucht (probe.xml:15)"
    ),
  ])
  func `What a layer cannot mean is a mistake in its line, with what was meant`(_ step: String, _ says: String) throws {
    let found = try mistakes(layer("<form extends=\"bochum\">\n\(step)\n</form>"))
    let german = found.map(\.german)
    #expect(german.contains { $0.contains(says) }, "\(german)")
    #expect(found.allSatisfy { $0.place == SourcePlace(file: Self.name, line: 2) }, "\(german)")
  }

  @Test func `The schema itself knows layers`() throws {
    let schema = try RelaxNGSchema(parsing: try Repository.schema().bytes)
    func isValid(_ text: String) throws -> Bool {
      schema.validate(try XMLDocument(parsing: Array(text.utf8))).isEmpty
    }
    #expect(
      try isValid(
        """
        <form extends="bochum" id="probe" title="Neu"><replace id="a"><field id="a" type="text" label="A"/></replace>
        <add before="a"><rule id="E-P-1" strength="error" test="b"><message>x</message></rule></add><remove id="b"/></form>
        """))
    #expect(try isValid("<process extends=\"bochum\"/>"))
    #expect(try !isValid("<form extends=\"bochum\"><field id=\"a\" type=\"text\" label=\"A\"/></form>"))
    #expect(try !isValid("<form extends=\"bochum\"><add before=\"a\" after=\"a\"><x/></add></form>"))
  }

  /// The places of children in a layer follow the schema, so that what is added at the end is valid there.
  @Test func `What is added goes where the schema wants it`() throws {
    let grammar = try XMLDocument(parsing: try Repository.schema().bytes).root
    for definition in ["form", "retention"] {
      var names: [String] = []
      func collect(_ node: XMLNode, depth: Int) {
        if node.name == "element", depth > 0, let name = node.attribute("name") { return names.append(name) }
        for child in node.elements { collect(child, depth: depth + (node.name == "element" ? 1 : 0)) }
      }
      try collect(#require(grammar.elements.first { $0.attribute("name") == definition }), depth: 0)
      let ranks = names.compactMap(LayerEdit.rank)
      #expect(ranks.count > 1 && ranks == ranks.sorted(), "\(names)")
    }
  }

  @Test func `All mistakes of a layer are told at once`() throws {
    let found = try mistakes(
      layer(
        """
        <form extends="bochum" id="prove">
          <remove id="tak"/>
          <add after="nix"><field id="a" type="day" label="A"/></add>
          <add into="s"><field id="b" type="tag" label="B"/></add>
        </form>
        """))
    #expect(found.map(\.place.line) == [1, 2, 3, 4] && found.allSatisfy { $0.place.file == Self.name })
    #expect(found.map(\.code) == ["FORM-SCHICHT", "FORM-SCHICHT", "FORM-SCHICHT", "FORM-TYP"])
  }

  @Test func `Of two things with one name the kind tells which is meant`() throws {
    let doubled = ("<section id=\"s\"", "<section id=\"farbe\"")
    let said = try mistakes(layer("<form extends=\"bochum\"><remove id=\"farbe\"/></form>", base: doubled))
    #expect(said.map(\.message) == ["›farbe‹ gibt es mehrmals; gemeint ist ›section/farbe‹ oder ›field/farbe‹."])
    let files = layer(
      """
      <form extends="bochum"><replace id="field/farbe"><field id="farbe" type="choice" list="farbe" label="Neu"/></replace>
      </form>
      """, base: doubled)
    #expect(try library(files).forms["probe"]?.items.contains { $0.label == "Neu" } == true)
  }

  @Test func `A mistake in what was inherited names the file it stands in`() throws {
    let files = layer(
      "<form extends=\"bochum\">\n<add><rule id=\"E-P-30\" strength=\"error\" test=\"filled(nix)\"><message>x</message></rule></add></form>",
      base: ("filled(name)", "filled(namen)"))
    #expect(
      try mistakes(files).map { "\($0.place.file):\($0.place.line) \($0.code)" } == [
        "probe.xml:10 FORM-AUSDRUCK", "wanne/probe.xml:2 FORM-AUSDRUCK",
      ])
  }

  @Test func `An entry about the office itself is the town's own, and what holds everywhere is inherited`() throws {
    let profile = """
      <profile id="wanne" label="Wanne" extends="bochum" land="LAND">
        <entry id="stadt">Wanne</entry>
        <remove id="fax"/>
      </profile>
      """
    let entries = """
      <entry id="stadt">Probe</entry><entry id="notruf" inherit="always">112</entry>
      <entry id="aufsicht" inherit="land">LDI</entry><entry id="fax">1</entry>
      <number id="fall" label="Fall"><part id="l" digits="4" next="true"/></number>
      """
    func files(_ land: String, without entry: String = "-") -> [SourceFile] {
      layer(
        profile.replacing("LAND", with: land).replacing(entry, with: ""), over: "profile.xml",
        base: ("label=\"Probe\">\n  <entry id=\"stadt\">Probe</entry>", "label=\"Probe\" land=\"NW\">" + entries))
    }
    let town = try library(files("NW")).profile
    #expect(
      town.values == ["stadt": "Wanne", "notruf": "112", "aufsicht": "LDI"] && town.numbers.map(\.id) == ["fall"])
    #expect(town.numbers[0].source.file == "profile.xml")
    let other = try mistakes(files("RP"))
    #expect(other.map(\.code) == ["FORM-PROFIL"] && other[0].message.contains("›aufsicht‹ fehlt (profile.xml:2"))
    let bare = try mistakes(files("NW", without: "<entry id=\"stadt\">Wanne</entry>"))
    #expect(bare.map(\.message).contains { $0.contains("›stadt‹ fehlt") } && bare.count == 1)
    let wrong = try mistakes(files("NW", without: "fax"))
    #expect(wrong.map(\.code).contains("FORM-PROFIL"))
  }
}
