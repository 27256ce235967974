import FormModel
import Testing

/// A small town whose declarations tests break at one place.
struct BrokenDeclaration: Sendable, CustomTestStringConvertible {
  /// What is broken, as a sentence.
  let sentence: String
  /// The file that is changed.
  var file = "probe.xml"
  /// A text that occurs once in the file, and what stands there instead.
  let old: String
  let new: String
  /// The code of the mistake.
  let code: String
  /// The line of the mistake.
  let line: Int
  /// What the message says, among other things.
  let message: String
  /// Whether already `form.rng` refuses it, without knowledge of the other files.
  var schemaRefuses = false

  var testDescription: String { sentence }

  /// The declarations with the mistake.
  var files: [SourceFile] {
    Self.sound.map { $0.name == file ? $0.replacing(old, with: new) : $0 }
  }

  /// Declarations without a mistake.
  static let sound: [SourceFile] = [
    ("types.xml", types), ("farbe.xml", list), ("profile.xml", profile), ("retention.xml", retention),
    ("probe.xml", form),
  ].map { SourceFile(name: $0.0, bytes: Array($0.1.utf8)) }

  private static let types = """
    <types>
      <type id="ort" label="Ort" display="name">
        <field id="name" type="name" label="Name"/>
      </type>
    </types>
    """

  private static let list = """
    <codelist id="farbe" label="Farbe">
      <code id="rot" label="rot"><property name="warm">ja</property></code>
      <code id="blau" label="blau"/>
    </codelist>
    """

  private static let profile = """
    <profile id="probe" label="Probe">
      <entry id="stadt">Probe</entry>
    </profile>
    """

  private static let retention = """
    <retention>
      <class id="D1" label="Notizen" start="ende" event="nach dem Ende" period="P1Y" action="delete" basis="x"/>
    </retention>
    """

  private static let form = """
    <form id="probe" version="1" title="Probe" short="P" reference-day="tag">
      <purpose>Probe</purpose>
      <section id="s" label="S">
        <field id="tag" type="day" label="Tag" required="true()"/>
        <field id="ende" type="day" label="Ende" relevant="filled(tag)"/>
        <field id="farbe" type="choice" list="farbe" label="Farbe" default="'rot'"/>
        <field id="nummer" type="text" label="Nummer" pattern="[0-9]+" maxlength="9" answers="unbekannt"/>
        <group id="orte" type="ort" label="Orte" repeats="true" display="name">
          <field id="zahl" type="integer" label="Zahl" minimum="1"/>
          <rule id="E-P-01" strength="error" test="zahl &lt; 9" when="filled(name)" at="zahl">
            <message>Zu viele: {zahl}.</message>
            <remedy>Bitte weniger.</remedy>
          </rule>
        </group>
        <rule id="W-P-02" strength="warning" test="/record/farbe = 'rot'" each="orte/zahl" strict="anonymity">
          <message>Nicht rot.</message>
        </rule>
      </section>
      <mask when="farbe = 'blau'"><hide path="orte" text="weg"/></mask>
      <retain class="D1" applies="filled(ende)"/>
    </form>
    """
}
