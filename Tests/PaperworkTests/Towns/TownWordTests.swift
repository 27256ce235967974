import Files
import FormModel
import Paperwork
import Testing

/// Words that differ from town to town stand in the profile, and each town's declarations are read with its own.
struct TownWordTests {
  /// A town that extends the shipped one: its profile's entries, and one changed declaration of its own.
  private func library(_ profile: (String) -> String, form: (String) -> String = { $0 }) throws -> FormLibrary {
    let files = try Repository.declarations().map { file in
      switch file.name {
      case "bochum/profile.xml": SourceFile(name: file.name, bytes: Array(profile(file.text).utf8))
      case "bochum/kita-zuordnung.xml": SourceFile(name: file.name, bytes: Array(form(file.text).utf8))
      default: file
      }
    }
    return try FormLibrary(files: files, schema: try Repository.schema())
  }

  private func label(_ library: FormLibrary) throws -> String? {
    let items = try Repository.form("kita-zuordnung", in: library).items
    guard case .group(let kitas)? = items.first(where: { $0.id == "zuordnungen" }) else { return nil }
    return kitas.items.first { $0.id == "stadtbezirk" }?.common.label
  }

  @Test func `A word of the profile stands in its place, and what is given for it where there is none`() throws {
    #expect(try label(library { $0 }) == "Stadtbezirk")
    let entry = "<entry id=\"bezirk\">Sozialraum &amp; Region</entry>"
    #expect(
      try label(library { $0.replacing("<number id=\"vorgang\"", with: entry + "<number id=\"vorgang\"") })
        == "Sozialraum & Region")
  }

  @Test func `A word that the profile lacks is told with its file and line`() throws {
    let mistakes = #expect(throws: AuthorMistakes.self) {
      try library {
        $0
      } form: {
        $0.replacing("${profile/bezirk|Stadtbezirk}", with: "${profile/konzpet}")
      }
    }
    let mistake = try #require(mistakes?.mistakes.first)
    #expect(mistake.code == "FORM-AUSDRUCK" && mistake.place.file == "bochum/kita-zuordnung.xml")
    #expect(mistake.place.line > 1)
    #expect(mistake.message.contains("›konzpet‹") && mistake.message.contains("Meinten Sie ›konzept‹?"))
  }

  @Test(arguments: Towns.names) func `A word of a town is the same in forms and where others are checked`(
    _ town: String
  ) throws {
    let library = try Towns.library(town)
    let expected = library.profile.values["bezirk"] ?? "Stadtbezirk"
    #expect(try label(library) == expected)
    #expect(library.settings?.items.contains { $0.common.label == expected || $0.common.label == "Fachkraft" } == true)
  }

  @Test func `Of several towns in a folder the one is meant that builds on no other of them`() throws {
    #expect(Catalogue(home: Repository.root).municipality == "bochum")
    #expect(Catalogue.municipalities(in: [Repository.root]) == ["bochum"])
    let home = try PrivateDirectory()
    for town in ["Forms", "Forms/nord", "Forms/sued", "Forms/west"] { _ = try home.makeFolder(town) }
    func write(_ town: String, _ extends: String) throws {
      let text = "<profile id=\"\(town)\" label=\"\(town)\"\(extends.isEmpty ? "" : " extends=\"\(extends)\"")/>"
      try AtomicFile.write(Array(text.utf8), to: FilePath.joining(home.path, "Forms/\(town)/profile.xml"))
    }
    // Nobody knows which of two is meant, and an own town that extends an installed one is not left out.
    try write("nord", "bochum")
    try write("sued", "bochum")
    #expect(Catalogue.municipalities(in: [home.path, Repository.root]) == ["nord", "sued"])
    try write("sued", "nord")
    #expect(Catalogue.municipalities(in: [home.path, Repository.root]) == ["nord"])
    // In a circle each builds on another; then all are named, and reading one says what is wrong.
    try write("nord", "sued")
    #expect(Catalogue.municipalities(in: [home.path]) == ["nord", "sued"])
  }
}
