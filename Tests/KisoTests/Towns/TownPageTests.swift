import Files
import FormModel
import Paperwork
import Testing
import Workers

@testable import Proofs

/// The papers of the towns beside the one that they extend: sound, their own, and without a word of another town.
struct TownPageTests {
  static let names = ["dortmund", "gelsenkirchen", "kekiz", "mayen-koblenz"]

  /// What must not be read in the papers of a town.
  private static let foreign: [String: [String]] = [
    "dortmund": ["Bochum", "Wattenscheid", "0234", "EBiTa", "Blickpunkt", "AHZ", "Gelsenkirchen", "KSA-"],
    "gelsenkirchen": ["Bochum", "Wattenscheid", "0234", "EBiTa", "Blickpunkt", "AHZ", "Dortmund", "KSA-"],
    "kekiz": ["Dortmund", "Gelsenkirchen"],
    "mayen-koblenz": [
      "Bochum", "Wattenscheid", "0234", "EBiTa", "Blickpunkt", "AHZ", "Dortmund", "KSA-", "NRW", "Nordrhein",
      "Düsseldorf",
      "Stadtbezirk", "Gesamtstadt", "der Stadt",
    ],
  ]

  private static let towns = Dictionary(
    uniqueKeysWithValues: names.map { name in
      (name, Result { try ProvenTown(home: Repository.root, municipality: name, day: Repository.day) })
    })

  private static func town(_ name: String) throws -> ProvenTown { try #require(towns[name]).get() }

  /// The files of a town in a folder, without their endings.
  private static func files(_ folder: String, _ town: String, _ ending: String) -> [String] {
    ((try? DirectoryListing.files(in: Repository.path("\(folder)/\(town)"), withExtension: ending)) ?? []).map {
      FilePath.stem(of: FilePath.lastComponent(of: $0))
    }
  }

  /// The forms that are not those of the town below, or are printed on another template.
  static let own = names.flatMap { town in
    let forms = Set(files("Forms", town, "xml")).subtracting(["profile", "process", "retention"])
    return forms.union(files("Templates", town, "fodt")).sorted().map { [town, $0] }
  }

  static let examples = names.flatMap { town in files("Examples", town, "json").map { [town, $0] } }

  private func foreignWords(in text: String, _ town: String) -> [String] {
    // A conference there is the source of some rules, and cited as that.
    let text = text.replacing("Fachtag Dortmund", with: "")
    return (Self.foreign[town] ?? []).filter { text.contains($0) }
  }

  @Test(arguments: names) func `Lint finds nothing in the declarations and templates of a town`(_ name: String) throws {
    let result = try Self.town(name).lint()
    #expect(result.mistakes == [] && result.warnings == [])
  }

  @Test(arguments: names) func `Blank and begun papers are sound and speak of no other town`(_ name: String) throws {
    let town = try Self.town(name)
    // Its forms are those of the town below but for the note.
    let forms = name == "kekiz" ? town.forms.filter { $0.id == "gespraechsnotiz" } : town.forms
    for form in forms {
      let blank = try town.maker.blank(form.id, as: .odt).bytes
      let begun = try town.maker.fillable(newOf: form.id, as: .odt).documents.map(\.bytes)
      for bytes in [blank] + begun {
        #expect(StructureCheck.all(PaperParts(bytes), office: town.office) == [], "\(form.id)")
        let words = foreignWords(in: try visibleText(bytes), name)
        #expect(words == [], "\(form.id)")
      }
    }
  }

  @Test(arguments: names) func `What a town declares, of its own or from below, names no other town and no other law`(
    _ name: String
  ) throws {
    let library = try Self.town(name).library
    for form in library.forms.values { #expect(foreignWords(in: "\(form)", name) == [], "\(form.id)") }
    for list in library.lists.values { #expect(foreignWords(in: "\(list)", name) == [], "\(list.id)") }
    #expect(foreignWords(in: "\(library.process)\(library.retention)", name) == [])
  }

  @Test(arguments: examples) func `An example is printed as final and to be completed, and read back as it was`(
    _ example: [String]
  ) throws {
    let (name, file) = (example[0], example[1])
    let town = try Self.town(name)
    let bytes = try Repository.bytes("Examples/\(name)/\(file).json")
    var reader = RecordReader(library: town.library, day: town.day)
    let (record, read) = try reader.record(from: RecordReader.raw(bytes))
    let evaluated = try town.evaluate(record, among: [])
    #expect((read + evaluated.findings).filter { $0.strength == .error }.map(\.id) == [])
    var proof = try RecordProof(try #require(town.library.forms[record.form]), in: town)
    let paper = GeneratedPaper(record)
    #expect(try #require(try proof.failures(of: paper)).map { "\($0.claim.rawValue): \($0.detail)" } == [])
    for sheet in try town.sheets(of: paper) {
      #expect(foreignWords(in: try visibleText(sheet.final), name) == [])
    }
  }

  @Test(arguments: own) func `Made papers of what a town changes keep every promise`(_ own: [String]) throws {
    let town = try Self.town(own[0])
    let run = RecordRun(try #require(town.library.forms[own[1]]), in: town, seed: 20_251_120, breakages: 2)
    let report = run.run(0..<1, .onAllCores)
    #expect(report.failures.map { "\($0.number) \($0.failure.claim.rawValue): \($0.failure.detail)" } == [])
    #expect(report.valid == report.tried, "\(report.unmendable)")
  }
}
