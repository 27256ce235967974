import Files
import Paperwork

/// A small town „Altstadt“, and „Neustadt“ in the same Land that extends it; files can be changed before they are read.
final class TwoTowns {
  let home: String
  private let folder: PrivateDirectory

  init(_ changes: [String: String] = [:]) throws {
    folder = try PrivateDirectory()
    home = folder.path
    for name in ["types.xml", "form.rng"] { try put(Repository.bytes("Forms/" + name), "Forms/" + name) }
    for (path, text) in Self.sound.merging(changes, uniquingKeysWith: { $1 }) { try put(Array(text.utf8), path) }
  }

  private func put(_ bytes: [UInt8], _ path: String) throws {
    try FolderMaking.make(FilePath.joining(home, FilePath.parent(of: path)))
    try AtomicFile.write(bytes, to: FilePath.joining(home, path))
  }

  func catalogue(_ town: String) -> Catalogue { Catalogue(home: home, municipality: town) }

  static let sound = [
    "Forms/alt/profile.xml": """
    <profile id="alt" label="Altstadt" land="NW"><entry id="ort">Altstadt</entry>
      <entry id="vorwahl">0999</entry><entry id="telefon">0999 10-0</entry><entry id="email">amt@altstadt.de</entry>
      <entry id="notruf" inherit="always">110 · 112</entry><entry id="aufsicht" inherit="land">LDI, 40213 Düsseldorf</entry>
      <word>Altstadt</word><word of="land">NRW</word></profile>
    """,
    "Forms/neu/profile.xml": neu,
    "Forms/alt/retention.xml": "<retention/>",
    "Forms/alt/lists/farbe.xml": list("farbe"),
    "Forms/alt/probe.xml": """
    <form id="probe" version="1" title="Probe" short="P" basis="§ 1">
      <purpose>Probe</purpose>
      <section id="s" label="S">
        <field id="anlass" type="text" label="Anlass" maxlength="20"><hint>ganz neu</hint></field>
        <field id="farbe" type="choice" list="farbe" label="Farbe"/>
      </section>
    </form>
    """,
    "Templates/alt/probe.fodt": template(
      "<text:placeholder text:placeholder-type=\"text\">&lt;anlass&gt;</text:placeholder>"),
  ]

  static let neu = """
    <profile id="neu" label="Neustadt" land="NW" extends="alt"><entry id="ort">Neustadt</entry>
      <entry id="vorwahl">0888</entry><entry id="telefon">0888 10-0</entry><entry id="email">amt@neustadt.de</entry>
      <word>Neustadt</word><word of="land">NRW</word></profile>
    """

  static func list(_ id: String) -> String {
    "<codelist id=\"\(id)\" label=\"Farbe\"><code id=\"rot\" label=\"rot\"/></codelist>"
  }

  /// A template with one paragraph.
  static func template(_ paragraph: String) -> String {
    let names = ["office", "style", "text", "table"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document \(names.joined(separator: " ")) office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
      <office:styles><style:style style:name="Standard" style:family="paragraph"/></office:styles>
      <office:body><office:text><text:p>\(paragraph) \
      <text:placeholder text:placeholder-type="text">&lt;farbe&gt;</text:placeholder></text:p></office:text></office:body>
      </office:document>
      """
  }
}
