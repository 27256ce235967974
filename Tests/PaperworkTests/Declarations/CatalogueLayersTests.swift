import Files
import FormModel
import Paperwork
import Testing

/// A town holds what differs and takes the rest from the town that it extends; an office's own folder goes first.
@Suite struct CatalogueLayersTests {
  /// A folder of one's own with a town that extends Bochum.
  private func town(extends base: String = "bochum") throws -> PrivateDirectory {
    let home = try PrivateDirectory()
    for folder in ["Forms", "Forms/wanne", "Forms/wanne/lists", "Templates", "Templates/wanne"] {
      _ = try home.makeFolder(folder)
    }
    let profile = try text("Forms/bochum/profile.xml").replacing(
      "<profile id=\"bochum\"", with: "<profile extends=\"\(base)\" id=\"wanne\"")
    _ = try home.write(
      Array(profile.replacing("Stadt Bochum", with: "Stadt Wanne").utf8), as: "Forms/wanne/profile.xml")
    return home
  }

  private func put(_ text: String, _ path: String, _ home: borrowing PrivateDirectory) throws {
    try AtomicFile.write(Array(text.utf8), to: FilePath.joining(home.path, path))
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try FileReader.bytes(at: FilePath.joining(Repository.root, path), limit: 1 << 24), as: UTF8.self)
  }

  private func catalogue(_ home: borrowing PrivateDirectory) -> Catalogue {
    Catalogue(home: home.path, others: [Repository.root])
  }

  @Test func `What a town lacks is taken from the one it extends`() throws {
    let home = try town()
    let list = try text("Forms/bochum/lists/kontaktart.xml").replacing("Telefonberatung", with: "Besuch daheim")
    _ = try home.write(Array(list.utf8), as: "Forms/wanne/lists/kontaktart.xml")
    let note = try text("Templates/bochum/gespraechsnotiz.fodt")
    _ = try home.write(Array(note.utf8), as: "Templates/wanne/gespraechsnotiz.fodt")
    let catalogue = catalogue(home)
    #expect(catalogue.municipality == "wanne")
    #expect(try catalogue.formIDs() == Catalogue(home: Repository.root).formIDs())
    let library = try catalogue.library()
    #expect(library.profile.values["stadt"] == "Stadt Wanne")
    #expect(library.lists["kontaktart"]?.codes.contains { $0.label == "Besuch daheim" } == true)
    #expect(library.lists["quartal"] == (try Catalogue(home: Repository.root).library().lists["quartal"]))
    #expect(try catalogue.template(for: "gespraechsnotiz").name == "Templates/wanne/gespraechsnotiz.fodt")
    #expect(try catalogue.template(for: "widerruf").name == "Templates/bochum/widerruf.fodt")
    #expect(try !catalogue.language("tr").id.isEmpty)
    #expect(try CatalogueLint.run(catalogue).mistakes == [])
  }

  @Test func `What another town kept of a form holds only where the form is used as it is`() throws {
    let home = try town()
    for folder in ["Forms/bochum", "Forms/bochum/old"] { _ = try home.makeFolder(folder) }
    for form in ["widerruf", "ziele"] {
      let kept = try text("Forms/bochum/\(form).xml").replacing("version=\"1\" title", with: "version=\"0\" title")
      _ = try home.write(Array(kept.utf8), as: "Forms/bochum/old/\(form)-0.xml")
    }
    _ = try home.write(
      Array("<form extends=\"bochum\" title=\"Unsere Ziele\"/>".utf8), as: "Forms/wanne/ziele.xml")
    let library = try catalogue(home).library()
    #expect(library.forms["ziele"]?.title == "Unsere Ziele")
    #expect(library.earlier["widerruf"]?.map(\.version) == ["0"] && library.earlier["ziele"] == nil)
  }

  @Test func `A change where it came from arrives without a touch`() throws {
    let home = try town()
    for folder in ["Forms/bochum"] { _ = try home.makeFolder(folder) }
    let form = try text("Forms/bochum/widerruf.xml")
    #expect(form.contains("title=\"Widerruf"))
    _ = try home.write(
      Array(form.replacing("title=\"Widerruf", with: "title=\"Neu: Widerruf").utf8), as: "Forms/bochum/widerruf.xml")
    let library = try Catalogue(home: home.path, others: [Repository.root], municipality: "wanne").library()
    #expect(library.forms["widerruf"]?.title.hasPrefix("Neu: ") == true)
  }

  @Test func `A new rule and a changed label of Bochum's note arrive in a town whose note differs`() throws {
    let home = try town()
    for folder in ["Forms/bochum", "cache"] { _ = try home.makeFolder(folder) }
    let layer = """
      <form extends="bochum" title="Notiz aus Wanne">
        <add after="datum"><field id="stuetzpunkt" type="text" label="Stützpunkt"/></add>
        <add><rule id="W-GN-90" strength="warning" test="filled(stuetzpunkt)"><message>Ohne Stützpunkt.</message></rule></add>
      </form>
      """
    _ = try home.write(Array(layer.utf8), as: "Forms/wanne/gespraechsnotiz.xml")
    func note() throws -> FormDefinition? {
      let cache = PreparedCache(folder: FilePath.joining(home.path, "cache"), stamp: "1")
      let catalogue = Catalogue(home: home.path, others: [Repository.root], municipality: "wanne", cache: cache)
      return try catalogue.library(form: "gespraechsnotiz").forms["gespraechsnotiz"]
    }
    let before = try #require(try note())
    #expect(before.title == "Notiz aus Wanne" && before.rules.contains { $0.text.id == "W-GN-90" })
    #expect(
      before.items.contains { $0.id == "stuetzpunkt" && $0.common.source.file == "Forms/wanne/gespraechsnotiz.xml" })
    // The file of the base changes, which what was kept must not hide.
    let base = try text("Forms/bochum/gespraechsnotiz.xml")
    let label = "label=\"${profile/bezirk|Stadtbezirk} (Wohnort)\""
    let changed = base.replacing(label, with: "label=\"Wohnbezirk\"").replacing(
      "  <retain ",
      with:
        "<rule id=\"W-GN-91\" strength=\"warning\" test=\"filled(datum)\"><message>Neu.</message></rule>\n  <retain ",
      maxReplacements: 1)
    #expect(base.contains(label))
    _ = try home.write(Array(changed.utf8), as: "Forms/bochum/gespraechsnotiz.xml")
    let after = try #require(try note())
    #expect(after.items.contains { $0.id == "stadtbezirk" && $0.label == "Wohnbezirk" })
    #expect(after.rules.count == before.rules.count + 1 && after.rules.contains { $0.text.id == "W-GN-91" })
    #expect(after.items.contains { $0.id == "stuetzpunkt" })
  }

  @Test func `A town has types of its own, layers on what all towns share, and none of the forms it does not use`()
    throws
  {
    let home = try town()
    let path = "Forms/wanne/profile.xml"
    let profile = String(
      decoding: try FileReader.bytes(at: FilePath.joining(home.path, path), limit: 1 << 20), as: UTF8.self)
    func use(_ types: String) throws -> Catalogue {
      try put(types, "Forms/wanne/types.xml", home)
      return catalogue(home)
    }
    try put(profile.replacing("</profile>", with: "<without form=\"leichte-sprache\"/></profile>"), path, home)
    let form = """
      <form id="probe" version="1" title="Probe" short="PRB"><purpose>Probe</purpose>
        <section id="s" label="S"><group id="person" type="person" label="Person"/><group id="ecke" type="ecke" label="Ecke"/>
        </section></form>
      """
    try put(form, "Forms/wanne/probe.xml", home)
    let corner = "<type id=\"ecke\" label=\"Ecke\"><field id=\"wo\" type=\"text\" label=\"Wo\"/></type>"
    let own = try use("<types>\(corner)</types>")
    let ids = try own.formIDs()
    #expect(ids.contains("probe") && !ids.contains("leichte-sprache") && !ids.contains("types"))
    let count = try own.library(form: "probe").forms["probe"]?.items.flatMap { $0.allFields }.count
    let layered = try use(
      "<types extends=\"bochum\"><add into=\"person\"><field id=\"kreis\" type=\"text\" label=\"K\"/></add><add>\(corner)</add></types>"
    )
    let more = try layered.library(form: "probe").forms["probe"]?.items.flatMap { $0.allFields }.count
    #expect(count.map { $0 + 1 } == more)
    // A town that it does not extend, a file that no town has.
    for (root, says) in [
      ("<types extends=\"bohcum\"/>", "Meinten Sie ›bochum‹?"),
      ("<types extends=\"wanne\"/>", "›extends‹ nennt ›wanne‹"),
    ] {
      let failure = #expect(throws: PaperworkFailure.self) { try use(root).library() }
      guard case .declarations(let found) = failure else { return #expect(Bool(false)) }
      #expect(found.mistakes.contains { $0.code == "FORM-SCHICHT" && $0.message.contains(says) }, "\(found.mistakes)")
    }
    try put("<form extends=\"bochum\"/>", "Forms/wanne/probe.xml", home)
    let failure = #expect(throws: PaperworkFailure.self) { try use("<types/>").library() }
    guard case .declarations(let found) = failure else { return #expect(Bool(false)) }
    #expect(
      found.mistakes.map(\.message) == [
        "Eine Datei ›probe.xml‹ hat ›bochum‹ nicht, und auch keine Stadt, die es erweitert."
      ])
  }

  @Test(arguments: [
    ("wanne", "im Kreis: wanne → wanne"), ("bohcum", "Meinten Sie ›bochum‹?"), ("", "›‹ gibt es nicht"),
    ("../bochum", "›../bochum‹ gibt es nicht"),
  ])
  func `A town that extends itself or nobody is refused with its place`(_ base: String, _ says: String) throws {
    let home = try town(extends: base)
    let failure = #expect(throws: PaperworkFailure.self) { try catalogue(home).library() }
    guard case .declarations(let found) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(found.mistakes.map(\.code) == ["FORM-KOMMUNE"] && found.mistakes[0].message.contains(says))
    #expect(found.mistakes[0].place.file == "Forms/wanne/profile.xml" && found.mistakes[0].place.line == 3)
  }
}

extension ItemDefinition {
  /// The fields in it, groups opened.
  fileprivate var allFields: [FieldDefinition] {
    switch self {
    case .field(let field): [field]
    case .group(let group): group.items.flatMap(\.allFields)
    }
  }
}
