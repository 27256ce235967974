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
}
