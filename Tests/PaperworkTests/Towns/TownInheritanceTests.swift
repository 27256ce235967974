import Files
import FormModel
import Paperwork
import Testing

/// What is changed where a town comes from arrives there without a touch.
struct TownInheritanceTests {
  @Test func `A new rule and a new label of the note below arrive in every town`() throws {
    let home = try PrivateDirectory()
    for folder in ["Forms", "Forms/bochum"] { _ = try home.makeFolder(folder) }
    let note = String(decoding: try Repository.bytes("Forms/bochum/gespraechsnotiz.xml"), as: UTF8.self)
    let rule = """
      <rule id="W-GN-999" strength="warning" test="filled(kontaktart)" basis="Probe"><message>Probe.</message></rule>
      <section id="familie"
      """
    #expect(note.contains("label=\"Gesprächssprache\"") && note.contains("<section id=\"familie\""))
    let changed = note.replacing("label=\"Gesprächssprache\"", with: "label=\"Sprache des Gesprächs\"")
      .replacing(
        "</section>\n\n  <section id=\"familie\"", with: rule.replacing("<section", with: "</section>\n<section"))
    _ = try home.write(Array(changed.utf8), as: "Forms/bochum/gespraechsnotiz.xml")
    for town in Towns.names {
      let library = try Catalogue(home: home.path, others: [Repository.root], municipality: town).library()
      let form = try Repository.form("gespraechsnotiz", in: library)
      #expect(form.items.contains { $0.id == "sprache" && $0.common.label == "Sprache des Gesprächs" }, "\(town)")
      #expect(form.rules.contains { $0.text.id == "W-GN-999" }, "\(town)")
      #expect(
        try !Repository.form("gespraechsnotiz", in: Towns.library(town)).rules.contains { $0.text.id == "W-GN-999" })
    }
  }

  /// The lines that a town has of its own beside those of a copy.
  @Test(arguments: Towns.names) func `A town holds less than a quarter of what a copy would`(_ town: String) throws {
    func lines(_ town: String) throws -> Int {
      try ["", "/lists", "/languages"].reduce(0) { sum, folder in
        let path = FilePath.joining(Repository.root, "Forms/\(town)\(folder)")
        guard DirectoryListing.isFolder(path) else { return sum }
        return try DirectoryListing.files(in: path, withExtension: "xml").reduce(sum) {
          $0 + (try FileReader.bytes(at: $1, limit: 1 << 24)).count { $0 == 0x0A }
        }
      }
    }
    #expect(try lines(town) * 4 < lines("bochum"))
  }
}
