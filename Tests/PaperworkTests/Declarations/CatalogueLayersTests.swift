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
