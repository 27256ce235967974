package import FormModel
import Files
import Paperwork

/// A town with one form whose templates are made up.
package struct TemplateTown: Sendable {
  let catalogue: Catalogue
  let library: FormLibrary
  let form: FormDefinition
  let day: Day

  private static let declaration = """
    <form id="probe" version="1" title="Probe" short="P" basis="Probe">
      <purpose>Eine Probe.</purpose>
      <section id="a" label="A">
        <field id="ort" type="text" label="Ort"/>
        <field id="worte" type="text" label="Worte" repeats="true"/>
        <field id="gaeste" type="integer" label="Gäste"/>
        <field id="draussen" type="yes-no" label="Draußen"/>
        <field id="farbe" type="choice" list="farbe" label="Farbe"/>
        <group id="leitung" label="Leitung" display="name"><field id="name" type="name" label="Name"/></group>
        <group id="posten" label="Posten" repeats="true" display="was">
          <field id="was" type="text" label="Was"/>
          <field id="preis" type="decimal" label="Preis"/>
        </group>
      </section>
    </form>
    """
  private static let list = """
    <codelist id="farbe" label="Farbe"><code id="rot" label="ROT1"/><code id="blau" label="BLAU1"/></codelist>
    """

  /// Writes the town into an empty folder, with what all towns share from `home`.
  package init(in folder: String, sharing home: String, day: Day) throws {
    for path in ["Forms/probe/lists", "Templates/probe"] { try FolderMaking.make(FilePath.joining(folder, path)) }
    for path in try DirectoryListing.files(in: FilePath.joining(home, "Forms")) {
      let bytes = try FileReader.bytes(at: path, limit: 1 << 24)
      try AtomicFile.write(bytes, to: FilePath.joining(folder, "Forms/" + FilePath.lastComponent(of: path)))
    }
    let texts = [
      ("profile.xml", "<profile id=\"probe\" label=\"Probe\"><entry id=\"stadt\">Probe</entry></profile>"),
      ("retention.xml", "<retention/>"), ("lists/farbe.xml", Self.list), ("probe.xml", Self.declaration),
    ]
    for (name, text) in texts {
      try AtomicFile.write(Array(text.utf8), to: FilePath.joining(folder, "Forms/probe/" + name))
    }
    catalogue = Catalogue(home: folder, municipality: "probe").forOneRun()
    library = try catalogue.library()
    guard let form = library.forms["probe"] else { throw PaperworkFailure.unknownForm(name: "probe", nearest: nil) }
    (self.form, self.day) = (form, day)
  }
}
