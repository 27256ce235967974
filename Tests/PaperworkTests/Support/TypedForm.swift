import FormModel
import Testing

/// A small form with a field of each kind, against which expressions are held.
enum TypedForm {
  static let source = """
    <form id="fest" version="1" title="Fest" short="F" reference-day="tag">
      <purpose>Probe</purpose>
      <section id="a" label="A">
        <field id="tag" type="day" label="Tag"/>
        <field id="bis" type="day" label="Bis"/>
        <field id="termin" type="moment" label="Termin"/>
        <field id="geboren" type="partial-day" label="Geboren"/>
        <field id="beginn" type="time" label="Beginn"/>
        <field id="ort" type="text" label="Ort"/>
        <field id="worte" type="text" label="Worte" repeats="true"/>
        <field id="gaeste" type="integer" label="Gäste"/>
        <field id="kosten" type="decimal" label="Kosten"/>
        <field id="draussen" type="yes-no" label="Draußen"/>
        <field id="regen" type="yes-no-unknown" label="Regen"/>
        <field id="farbe" type="choice" list="farbe" label="Farbe"/>
        <field id="farben" type="choices" list="farbe" label="Farben"/>
        <field id="stufe" type="choice" list="stufe" label="Stufe"/>
        <field id="plz" type="postcode" label="PLZ"/>
        <group id="leitung" label="Leitung" display="name">
          <field id="name" type="name" label="Name"/>
        </group>
        <group id="essen" label="Essen">
          <field id="art" type="choice" list="farbe" label="Art"/>
        </group>
        <group id="posten" label="Posten" repeats="true">
          <field id="was" type="text" label="Was"/>
          <field id="preis" type="decimal" label="Preis"/>
          <field id="am" type="day" label="Am"/>
          <field id="bezahlt" type="yes-no" label="Bezahlt"/>
        </group>
      </section>
    </form>
    """

  /// The form among lists and everything else that a town has.
  static func library(_ change: (String) -> String = { $0 }) throws -> FormLibrary {
    try FormLibrary(files: files(change), schema: try Repository.schema())
  }

  /// The declarations, with a change of the form's text.
  static func files(_ change: (String) -> String = { $0 }) -> [SourceFile] {
    let stages = """
      <codelist id="stufe" label="Stufe"><code id="1" label="leise"/><code id="2" label="laut"/></codelist>
      """
    return BrokenDeclaration.sound.filter { $0.name != "probe.xml" && $0.name != "retention.xml" } + [
      SourceFile(name: "stufe.xml", bytes: Array(stages.utf8)),
      SourceFile(name: "fest.xml", bytes: Array(change(source).utf8)),
    ]
  }

  /// What is wrong with an expression at the form's root, or inside loops.
  static func problems(
    _ expression: String, as use: ExpressionUse, inside loops: [String] = [], ofTemplate isTemplate: Bool = false
  ) throws -> [ExpressionProblem] {
    let library = try library()
    let form = try #require(library.forms["fest"])
    let extra: [String: ClosedRange<Int>] =
      isTemplate ? ["datum": 1...1, "zahl": 1...2, "blanko": 0...0, "eingabe": 0...0] : [:]
    return ExpressionCheck(form: form, library: library, extraFunctions: extra)
      .problems(of: expression, as: use, inside: loops)
  }

  /// What lint says of the form with one field more.
  static func mistakes(adding xml: String) throws -> [AuthorMistake] {
    FormLint.mistakes(
      in: files { $0.replacing("<group id=\"leitung\"", with: xml + "\n<group id=\"leitung\"") },
      schema: try Repository.schema())
  }
}
