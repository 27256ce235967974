import Files
import Testing

/// A second kind of case is data: its number, what opens and ends it, how long it is kept.
struct KindOfCaseTests {
  private static let form = """
    <form id="kita-besuch" version="1" title="Besuch in der Kita" short="KB">
      <purpose>Was bei einem Besuch in der Kita vereinbart wurde.</purpose>
      <section id="besuch" label="Besuch">
        <field id="kita_nr" type="number" of="kita_vorgang" label="Kita-Nr." required="true()" basis="Probe"/>
        <field id="datum" type="day" label="Datum" required="true()" basis="Probe"/>
        <field id="zusammenarbeit_ende_am" type="day" label="Zusammenarbeit beendet am" basis="Probe"/>
      </section>
      <unique id="E-KB-01" strength="error" at="datum" same="datum" basis="Probe">
        <message>Von diesem Tag ({datum}) gibt es schon einen Besuch.</message>
      </unique>
      <retain class="K1"/>
      <filing case="kita_nr" day="datum">
        <event id="zusammenarbeit_ende_am" value="zusammenarbeit_ende_am"/>
      </filing>
    </form>
    """

  private static let changes: [(file: String, before: String, added: String)] = [
    (
      "profile.xml", "</profile>",
      "<number id=\"kita_vorgang\" label=\"Kita-Nr.\"><text>KITA-</text><part id=\"kita_lfd\" digits=\"4\" next=\"true\"/></number>"
    ),
    (
      "retention.xml", "  <event id=\"verfahren_abgeschlossen_am\"",
      "  <event id=\"zusammenarbeit_ende_am\" of=\"case\" ends=\"true\" label=\"Ende der Zusammenarbeit\"/>\n"
    ),
    (
      "retention.xml", "</retention>",
      """
      <class id="K1" kind="kitaakte" otherwise="K1b" label="Absprachen mit Kitas" start="zusammenarbeit_ende_am"
        event="nach dem Ende der Zusammenarbeit" period="P2Y" action="delete" basis="Probe"/>
      <class id="K1b" label="Absprachen mit Kitas" start="datum" event="nach dem Besuch" period="P3Y" action="delete"
        basis="Probe"/>
      """
    ),
    ("lists/datenart.xml", "</codelist>", "<code id=\"kitaakte\" label=\"Absprachen mit Kitas\"/>"),
    (
      "process.xml", "  <duty id=\"PR-12\"",
      """
      <case id="kita" label="Zusammenarbeit mit einer Kita" number="kita_vorgang" data="kitaakte"
        ends="zusammenarbeit_ende_am" opened="days-to-date(earliest-day(papers('kita-besuch')/datum))"
        touched="days-to-date(latest-day(papers('kita-besuch')/datum))"
        ended="days-to-date(latest-day(papers('kita-besuch')/zusammenarbeit_ende_am))"/>

      """
    ),
  ]

  /// The shipped town with the second kind of case, in a folder of the store.
  private static func town(_ store: borrowing Store) throws -> String {
    let home = store.path("stadt")
    let copy = try Program.run(
      ["/bin/sh", "-c", "mkdir \(home) && cp -r Forms Templates \(home)"], in: Repository.root)
    #expect(copy.status == 0, "\(copy.errors)")
    let folder = home + "/Forms/bochum/"
    for change in changes {
      let text = String(decoding: try FileReader.bytes(at: folder + change.file, limit: 1 << 20), as: UTF8.self)
      #expect(text.contains(change.before), "\(change.before)")
      try AtomicFile.write(
        Array(text.replacing(change.before, with: change.added + change.before, maxReplacements: 1).utf8),
        to: folder + change.file)
    }
    try AtomicFile.write(Array(form.utf8), to: folder + "kita-besuch.xml")
    return home
  }

  @Test func anotherKindOfCaseNeedsNothingButDeclarations() throws {
    let store = try Store()
    let environment = ["KISO_HOME": try Self.town(store)]
    func run(_ words: [String]) throws -> Run { try store.run(words, environment: environment) }
    func visit(_ day: String, _ more: String = "", _ name: String) throws -> Run {
      let text = #"{"form": "kita-besuch", "kita_nr": "KITA-0007", "datum": "\#(day)"\#(more)}"#
      return try run(["archive", "add", try store.write(Array(text.utf8), name)])
    }
    let first = try visit("2025-03-10", "", "eins.json")
    #expect(first.status == 0 && first.output.contains("Zu löschen ab 11.03.2028"), "\(first.transcript)")
    let again = try visit("2025-03-10", #", "zusammenarbeit_ende_am": "2025-03-31""#, "wieder.json")
    #expect(again.status == 2 && again.errors.contains("[E-KB-01]"), "\(again.transcript)")
    // A family beside it is kept as before.
    #expect(try run(["archive", "add", Repository.path("Examples/gespraechsnotiz-erstkontakt.json")]).status == 0)
    let closed = try run(["archive", "close", "KITA-0007", "--on", "2025-10-31", "--reason", "x"])
    #expect(closed.status == 0 && closed.output.contains("Ende der Zusammenarbeit: 31.10.2025"), "\(closed.transcript)")
    #expect(closed.output.contains("Vorgang, beendet") && closed.output.contains("(K1, Probe)"))
    let due = try run(["retention", "due", "--details", "--all"]).output
    #expect(due.contains("KITA-0007        Besuch in der Kita") && due.contains("fällig am 01.11.2027"), "\(due)")
    #expect(due.contains("fällig am 10.09.2026"))
    #expect(try !run(["archive", "case", "KSA-2-2025-0147"]).output.contains("beendet am"))
    let family = try run(["archive", "close", "KSA-2-2025-0147", "--on", "2025-11-14", "--reason", "ziel_erreicht"])
    #expect(family.output.contains("Ende der Unterstützung: 14.11.2025 (Ziel erreicht)"), "\(family.transcript)")
    let view = try run(["case", "KITA-0007"])
    #expect(view.status == 0 && view.output.contains("Zusammenarbeit mit einer Kita"), "\(view.transcript)")
    #expect(try run(["lint"]).errors.contains("FORM-") == false)
  }
}
