import Files
import Testing

/// A town with one form and one template of a few paragraphs.
final class OneFormTown {
  let scratch: Scratch
  var environment: [String: String] { ["KISO_HOME": scratch.path, "KISO_MUNICIPALITY": "fest"] }

  static let form = """
    <form id="fest" version="1" title="Fest" short="F" reference-day="tag" basis="Probe">
      <purpose>Ein Fest.</purpose>
      <section id="a" label="A">
        <field id="tag" type="day" label="Tag"/>
        <field id="bis" type="day" label="Bis"/>
        <field id="ort" type="text" label="Ort"/>
        <field id="worte" type="text" label="Worte" repeats="true"/>
        <field id="gaeste" type="integer" label="Gäste"/>
        <field id="kosten" type="decimal" label="Kosten"/>
        <field id="steuer" type="decimal" label="Steuer" calculate="kosten * 0.19"/>
        <field id="summe" type="decimal" label="Summe" calculate="sum(posten/preis)"/>
        <field id="draussen" type="yes-no" label="Draußen"/>
        <field id="zelt" type="text" label="Zelt" relevant="draussen = 'ja'"/>
        <field id="farbe" type="choice" list="farbe" label="Farbe"/>
        <field id="farben" type="choices" list="farbe" label="Farben"/>
        <group id="leitung" label="Leitung" display="join(' ', name, nummer)">
          <field id="name" type="name" label="Name"/>
          <field id="nummer" type="integer" label="Nummer"/>
        </group>
        <group id="posten" label="Posten" repeats="true" display="was">
          <field id="was" type="text" label="Was"/>
          <field id="preis" type="decimal" label="Preis"/>
        </group>
      </section>
    </form>
    """

  private static let list = """
    <codelist id="farbe" label="Farbe"><code id="rot" label="rot"/><code id="gruen" label="grün &amp; hell"/></codelist>
    """

  init(form: String = OneFormTown.form, template: String = "") throws {
    scratch = try Scratch()
    let forms = scratch.path("Forms")
    let more = [scratch.path("Forms/fest/lists"), scratch.path("Templates/fest")]
    _ = try Program.run(["mkdir", "-p"] + more)
    for name in ["types.xml", "form.rng"] { try put(Repository.bytes("Forms/" + name), forms + "/" + name) }
    try put(
      "<profile id=\"fest\" label=\"Fest\"><entry id=\"stadt\">Fest</entry></profile>", forms + "/fest/profile.xml")
    try put("<retention/>", forms + "/fest/retention.xml")
    try put(OneFormTown.list, forms + "/fest/lists/farbe.xml")
    try put(form, forms + "/fest/fest.xml")
    try write(template: template)
  }

  private func put(_ text: String, _ path: String) throws { try put(Array(text.utf8), path) }
  private func put(_ bytes: [UInt8], _ path: String) throws { try AtomicFile.write(bytes, to: path) }

  /// Puts a template in its place; marks stand in `«…»`.
  func write(template: String, as name: String = "fest.fodt") throws {
    let marked = template.replacing("«", with: "<text:placeholder text:placeholder-type=\"text\">&lt;")
      .replacing("»", with: "&gt;</text:placeholder>")
    let names = ["office", "style", "text", "table"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document \(names.joined(separator: " ")) office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
      <office:styles><style:style style:name="Standard" style:family="paragraph"/></office:styles>
      <office:body><office:text>\(marked)</office:text></office:body></office:document>
      """
    try put(text, scratch.path("Templates/fest/" + name))
  }

  func lint() throws -> Run { try Kiso.run(["lint", scratch.path, "--municipality", "fest"]) }

  /// The text of the page that a record makes.
  func page(of record: String, _ words: [String] = []) throws -> String {
    try put(record, scratch.path("r.json"))
    let file = scratch.path("r.odt")
    let run = try Kiso.run(
      ["render", scratch.path("r.json"), "-o", file, "--as-of", "2025-11-20"] + words, environment: environment)
    try #require(run.status <= 1, "\(run.transcript)")
    return try Kiso.run(["text", file], environment: environment).output
  }
}
