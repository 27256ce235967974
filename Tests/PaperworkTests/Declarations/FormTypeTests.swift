import FormModel
import Testing

/// What lint says of forms as a whole: calculations, circles, rules that are never heard, names.
@Suite struct FormTypeTests {
  @Test func `The form that the cases change has no mistakes itself`() throws {
    #expect(FormLint.mistakes(in: TypedForm.files(), schema: try Repository.schema()) == [])
  }

  @Test(arguments: [
    ("<field id=\"n\" type=\"day\" label=\"N\" calculate=\"kosten\"/>", "FORM-ERGEBNIS", "braucht einen Tag"),
    ("<field id=\"n\" type=\"integer\" label=\"N\" calculate=\"ort\"/>", "FORM-ERGEBNIS", "eine ganze Zahl"),
    ("<field id=\"n\" type=\"yes-no\" label=\"N\" calculate=\"filled(ort)\"/>", "FORM-ERGEBNIS", "'ja', 'nein'"),
    (
      "<field id=\"n\" type=\"yes-no\" label=\"N\" calculate=\"if(filled(ort), 'Ja', 'nein')\"/>", "FORM-AUSDRUCK",
      "›ja‹"
    ),
    ("<field id=\"n\" type=\"text\" label=\"N\" calculate=\"worte\"/>", "FORM-MEHRERE", "›worte[1]‹"),
    ("<field id=\"n\" type=\"day\" label=\"N\" default=\"'1.9.2025'\"/>", "FORM-ERGEBNIS", "braucht einen Tag"),
    ("<field id=\"n\" type=\"text\" label=\"N\" relevant=\"draussen\"/>", "FORM-BEDINGUNG", "›draussen = 'ja'‹"),
    ("<field id=\"n\" type=\"text\" label=\"N\" required=\"posten\"/>", "FORM-BEDINGUNG", "count(posten) > 0"),
    (
      "<field id=\"n\" type=\"integer\" label=\"N\" calculate=\"n + 1\"/>", "FORM-KREIS",
      "Feld ›N‹ hängt von sich selbst ab"
    ),
    ("<field id=\"n\" type=\"text\" label=\"N\" relevant=\"filled(n)\"/>", "FORM-KREIS", "(relevant)"),
    (
      "<group id=\"n\" label=\"N\" relevant=\"filled(n)\"><field id=\"o\" type=\"text\" label=\"O\"/></group>",
      "FORM-KREIS", "Gruppe ›N‹"
    ),
    ("<field id=\"form\" type=\"text\" label=\"N\"/>", "FORM-ID", "›form‹"),
    ("<field id=\"version\" type=\"text\" label=\"N\"/>", "FORM-ID", "›version‹"),
    ("<field id=\"id\" type=\"text\" label=\"N\"/>", "FORM-ID", "›id‹"),
    ("<group id=\"form\" label=\"N\"><field id=\"o\" type=\"text\" label=\"O\"/></group>", "FORM-ID", "Gruppe ›N‹"),
  ])
  func `A field that cannot mean what it says is refused`(_ xml: String, _ code: String, _ says: String) throws {
    let mistakes = try TypedForm.mistakes(adding: xml)
    #expect(mistakes.map(\.code) == [code], "\(mistakes.map(\.german))")
    #expect(mistakes.first?.german.contains(says) == true, "\(mistakes.map(\.german))")
  }

  @Test func `The number of a fixed text that is missing belongs to it alone`() throws {
    func notice(_ id: String, _ number: String) -> String {
      "<notice id=\"\(id)\"><text>So.</text><missing id=\"\(number)\" strength=\"error\"><message>\(id) fehlt.</message></missing></notice>"
    }
    func codes(_ second: String) throws -> [String] {
      FormLint.mistakes(
        in: TypedForm.files {
          $0.replacing(
            "<section id=\"a\"", with: notice("eins", "E-F-01") + "\n" + notice("zwei", second) + "<section id=\"a\"")
        }, schema: try Repository.schema()
      ).map(\.code)
    }
    #expect(try codes("E-F-02") == [])
    #expect(try codes("E-F-01") == ["FORM-NUMMER"])
  }

  @Test func `A circle names all that is in it, once`() throws {
    let mistakes = try TypedForm.mistakes(
      adding: """
        <field id="x" type="integer" label="X" calculate="y + 1"/>
        <field id="y" type="integer" label="Y" calculate="z * 2"/>
        <field id="z" type="integer" label="Z" relevant="x &gt; 1"/>
        """)
    #expect(mistakes.map(\.code) == ["FORM-KREIS"])
    #expect(mistakes[0].message.contains("›x‹ hängt ab von ›y‹ hängt ab von ›z‹ hängt ab von ›x‹"), "\(mistakes[0])")
  }

  @Test(arguments: [
    "<field id=\"n\" type=\"integer\" label=\"N\" calculate=\"gaeste + 1\"/><field id=\"o\" type=\"integer\" label=\"O\" calculate=\"n + 1\"/>",
    "<field id=\"n\" type=\"integer\" label=\"N\" calculate=\"count(papers('fest')[n = 1])\"/>",
    "<group id=\"n\" label=\"N\" repeats=\"true\"><field id=\"o\" type=\"integer\" label=\"O\" calculate=\"count(../n)\"/></group>",
    "<field id=\"n\" type=\"text\" label=\"N\" relevant=\"filled(o)\"/><field id=\"o\" type=\"text\" label=\"O\" required=\"filled(n)\"/>",
  ])
  func `What follows from others in a line is no circle`(_ xml: String) throws {
    #expect(try TypedForm.mistakes(adding: xml) == [])
  }

  private static func rule(_ attributes: String) -> String {
    """
    <field id="n" type="text" label="N">
      <rule id="E-F-01" strength="error" \(attributes)><message>Nein.</message></rule>
    </field>
    """
  }

  @Test(arguments: [
    "test=\"filled(.)\"", "test=\"filled(../n)\"", "test=\"filled(.) or gaeste = 1\"", "test=\". != ''\"",
    "test=\"not(. = '')\"", "test=\"string-length(.) &gt; 0\"", "test=\"true()\"",
    "when=\"not(filled(.))\" test=\"false()\"",
    "when=\". = '' and filled(../ort)\" test=\"filled(../bis)\"", "when=\"false()\" test=\"filled(../bis)\"",
  ])
  func `A rule that is never heard is refused`(_ attributes: String) throws {
    let mistakes = try TypedForm.mistakes(
      adding: Self.rule(attributes.replacing("gaeste", with: "../gaeste")))
    #expect(mistakes.map(\.code) == ["FORM-NIE"], "\(mistakes.map(\.german))")
  }

  @Test(arguments: [
    "test=\"filled(../ort)\"", "when=\"filled(.)\" test=\"filled(../bis)\"", "test=\"filled(.) and filled(../bis)\"",
    "test=\"false()\"", "test=\"text-length(.) &gt;= 10\"",
  ])
  func `A rule that can be broken is left alone`(_ attributes: String) throws {
    #expect(try TypedForm.mistakes(adding: Self.rule(attributes)) == [])
  }

  @Test func `Two forms share neither the numbers of their rules nor their short form`() throws {
    let rule = "<rule id=\"E-F-01\" strength=\"error\" test=\"filled(ort)\"><message>Ort fehlt.</message></rule>"
    let first = TypedForm.source.replacing("</section>", with: rule + "</section>")
    let second = first.replacing("\"fest\"", with: "\"feier\"").replacing("Ort fehlt.", with: "Kein Ort.")
    let files = TypedForm.files { _ in first } + [SourceFile(name: "feier.xml", bytes: Array(second.utf8))]
    let mistakes = FormLint.mistakes(in: files, schema: try Repository.schema())
    #expect(Set(mistakes.map(\.code)) == ["FORM-KURZ", "FORM-NUMMER"], "\(mistakes.map(\.german))")
  }

  @Test func `A form that is filed says how long it is kept`() throws {
    let files = TypedForm.files { $0.replacing("</form>", with: "<filing day=\"tag\"/></form>") }
    let mistakes = FormLint.mistakes(in: files, schema: try Repository.schema())
    #expect(
      mistakes.map(\.code) == ["FORM-FRIST"] && mistakes[0].message.contains("retain"), "\(mistakes.map(\.german))")
  }
}
