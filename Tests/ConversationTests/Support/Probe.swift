import FormModel

/// A small form for what no shipped form declares in one place.
enum Probe {
  static func library() throws -> FormLibrary {
    let form = """
      <form id="probe" version="1" title="Probe" short="PR" basis="x">
        <purpose>Eine Probe.</purpose>
        <section id="s" label="Probe">
          <field id="menge" type="integer" label="Menge">
            <rule id="W-PR-01" strength="warning" reason="../grund" test="not(. &gt; 100)">
              <message>Das ist viel ({.}).</message><remedy>Bitte prüfen.</remedy>
            </rule>
          </field>
          <field id="grund" type="text" label="Grund" ask="false()"/>
        </section>
      </form>
      """
    return try FormLibrary(files: [SourceFile(name: "probe.xml", bytes: Array(form.utf8))])
  }

  /// A form whose last answer makes the first three wrong, each by a rule of its own.
  static func chain() throws -> FormLibrary {
    let fields = ["erste", "zweite", "dritte"].enumerated().map { number, name in
      """
      <field id="\(name)" type="integer" label="\(name)">
        <rule id="E-KE-0\(number + 1)" strength="error" test="not(filled(../letzte)) or . &lt; ../letzte">
          <message>Zu viel.</message><remedy>Bitte ändern.</remedy>
        </rule>
      </field>
      """
    }
    let form = """
      <form id="kette" version="1" title="Kette" short="KE" basis="x">
        <purpose>Eine Probe.</purpose>
        <section id="s" label="Kette">
          \(fields.joined(separator: "\n"))
          <field id="letzte" type="integer" label="letzte"/>
        </section>
      </form>
      """
    return try FormLibrary(files: [SourceFile(name: "kette.xml", bytes: Array(form.utf8))])
  }
}
