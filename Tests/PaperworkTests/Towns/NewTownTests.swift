import Files
import FormModel
import Paperwork
import Testing

/// A new town is made of what it must say of itself, and its papers are whole.
@Suite struct NewTownTests {
  private static let answers = """
    kommune = Stadt Herne
    wort = Herne
    bundesland = NW
    vorwahl = 02323
    kindernotruf = 02323 999-110
    anschrift = Stadt Herne, Jugendamt, 44621 Herne
    telefon = 02323 999-0
    email = jugendamt@herne.example
    datenschutz_telefon = 02323 999-1
    datenschutz_email = datenschutz@herne.example
    stadtbezirk = mi; Herne-Mitte
    stadtbezirk = wa; Wanne & mehr
    ortsteil = mi1; Baukau; mi
    plz = 44623; Herne
    muster_vorgang = KSH-{bezirk}-{jahr}-{laufend:5}
    """

  private func town(_ home: String, _ name: String = "herne") throws -> NewTown {
    try NewTown(name, in: home, from: Catalogue(home: Repository.root, municipality: "bochum"))
  }

  @Test func `Its declarations and templates are clean, and every form of it can be printed blank`() throws {
    let home = try PrivateDirectory()
    let town = try town(home.path)
    let (record, findings) = try town.answers(in: Self.answers, day: Repository.day)
    #expect(findings.filter { $0.strength != .hint } == [] && town.findings(in: record) == [])
    try town.write(record)
    let catalogue = town.catalogue.forOneRun()
    let result = try CatalogueLint.run(catalogue)
    let count = try Catalogue(home: Repository.root, municipality: "bochum").formIDs().count
    #expect(result.mistakes == [] && result.warnings == [] && result.forms == count)
    let library = try catalogue.library()
    #expect(library.profile.values["amt"] == "Stadt Herne · Jugendamt" && library.profile.values["durchwahlen"] == nil)
    #expect(library.profile.values["aufsicht"]?.contains("Düsseldorf") == true)
    #expect(library.lists["stadtbezirk"]?.codes.map(\.id) == ["mi", "wa", "ausserhalb", "unbekannt"])
    #expect(library.lists["stadtbezirk"]?.codes.map(\.label)[1...2] == ["Wanne & mehr", "außerhalb von Herne"])
    #expect(library.lists["ortsteil"]?.codes[0].properties == ["stadtbezirk": "mi"])
    let pieces = try #require(library.profile.numbers.first { $0.form == nil }?.pieces)
    #expect(pieces.contains(.text("KSH-")))
    #expect(
      pieces.contains { if case .part(let part) = $0 { part.form == .codes(["mi", "wa"]) } else { false } }
        && pieces.contains { if case .part(let part) = $0 { part.form == .digits(5) && part.isSerial } else { false } })
    // A folder that is there is never written over.
    #expect(throws: NewTownFailure.taken("herne")) { try self.town(home.path) }
    #expect(throws: FileFailure.self) { try town.write(record) }
  }

  @Test func `Another Land is asked for its laws and its authority, which is proposed`() throws {
    let home = try PrivateDirectory()
    let town = try town(home.path, "neuwied")
    let (record, findings) = try town.answers(
      in: Self.answers.replacing("bundesland = NW", with: "bundesland = RP"), day: Repository.day)
    #expect(record.root.value("aufsicht")?.contains("Rheinland-Pfalz") == true)
    let missing = Set(findings.filter { $0.strength == .error }.map(\.path))
    #expect(missing.contains("aufsicht_telefon") && missing.contains("schulgesetz") && !missing.contains("telefon"))
  }

  @Test(arguments: [
    (
      "ortsteil = mi1; Baukau; mi", "ortsteil = mi1; Baukau; mo",
      "›mo‹ steht nicht unter ›Stadtbezirk‹. Meinten Sie ›mi‹?"
    ),
    ("ortsteil = mi1; Baukau; mi", "ortsteil = mi1; Baukau", "Erwartet wird „Kürzel; Name; stadtbezirk“."),
    ("stadtbezirk = mi;", "stadtbezirk = mü;", "Ein Kürzel besteht aus"),
    ("stadtbezirk = wa;", "stadtbezirk = mi;", "Zeile 2: Das Kürzel ›mi‹ gibt es schon."),
    ("stadtbezirk = wa;", "stadtbezirk = unbekannt;", "Das Kürzel ›unbekannt‹ gibt es schon."),
    ("{laufend:5}", "{laufent}", "Meinten Sie ›laufend‹?"), ("{laufend:5}", "", "Der Teil, der weiterzählt, fehlt."),
    ("{laufend:5}", "{laufend:99}", "eine Zahl von 1 bis 12"), ("{laufend:5}", "{laufend", "Eine Klammer ›}‹ fehlt."),
    ("email = jugendamt@herne.example", "email = jugendamt", "E-Mail"),
    ("vorwahl = 02323", "vorwal = 02323", "›vorwahl‹"),
    ("kindernotruf = 02323 999-110", "", "Kind"),
  ])
  func `What cannot be meant is told, and nothing is written`(_ old: String, _ new: String, _ says: String) throws {
    let home = try PrivateDirectory()
    let town = try town(home.path)
    #expect(Self.answers.contains(old))
    let (record, found) = try town.answers(in: Self.answers.replacing(old, with: new), day: Repository.day)
    let findings = found + town.findings(in: record)
    #expect(findings.contains { $0.german.contains(says) && $0.strength != .hint }, "\(findings.map(\.german))")
    if !town.findings(in: record).isEmpty {
      #expect(throws: PaperworkFailure.self) { try town.write(record) }
      #expect(!DirectoryListing.isFolder(town.folder))
    }
  }

  @Test(arguments: ["", "Herne", "../herne", "her ne", "hérne", "1herne", ".herne", "-x"])
  func `A name that is no folder's is refused`(_ name: String) throws {
    #expect(throws: NewTownFailure.badName) { try town("/nirgends", name) }
  }

  @Test func `It extends a town that there is`() throws {
    #expect(throws: PaperworkFailure.unknownTown(name: "bohcum", nearest: "bochum")) {
      try NewTown("herne", in: "/nirgends", from: Catalogue(home: Repository.root, municipality: "bohcum"))
    }
  }
}
