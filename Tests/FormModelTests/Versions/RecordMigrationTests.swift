import FormModel
import Testing

/// Values of an earlier version keep their place, follow what was renamed, or are told.
@Suite struct RecordMigrationTests {
  private static let lists = """
    <codelist id="weg" label="Weg">
      <code id="neu" label="Neu"><renamed from="alt"/></code><code id="alt" label="Alt" retired="2026-01-01"/>
      <code id="bleibt" label="Bleibt"/>
    </codelist>
    """

  private static func form(_ version: String, _ fields: String) -> String {
    "<form id=\"zettel\" version=\"\(version)\" title=\"Zettel\" short=\"ZE\" reference-day=\"tag\"><purpose>x</purpose>"
      + "<section id=\"s\" label=\"S\">\(fields)</section></form>"
  }

  private static let first = form(
    "1",
    """
    <field id="tag" type="day" label="Tag"/><field id="weg" type="choice" list="weg" label="Weg"/>
    <field id="betrag" type="text" label="Betrag"/><field id="farbe" type="text" label="Farbe" repeats="true"/>
    <field id="summe" type="text" label="Summe" calculate="'x'"/>
    <field id="wer" type="text" label="Wer" answers="unbekannt"/>
    <group id="kontakt" label="Kontakt"><field id="telefon" type="text" label="Telefon"/><field id="fax" type="text" label="Fax"/></group>
    <group id="kind" label="Kind" repeats="true"><field id="ruf" type="text" label="Ruf"/></group>
    """)
  private static let second = form(
    "2",
    """
    <field id="tag" type="day" label="Tag"/><field id="weg" type="choice" list="weg" label="Weg"/>
    <field id="betrag" type="integer" label="Betrag"/><field id="farbe" type="text" label="Farbe"/>
    <field id="wer" type="text" label="Wer"/>
    <field id="anruf" type="text" label="Anruf"><renamed from="/kontakt/telefon"/><renamed from="/gibt/es/nicht"/></field>
    <group id="kinder" label="Kinder" repeats="true"><renamed from="kind"/><field id="name" type="text" label="Name"><renamed from="ruf"/></field></group>
    """)
  private static let third = form(
    "10",
    """
    <field id="datum" type="day" label="Datum"><renamed from="tag"/></field>
    <field id="weg" type="choice" list="weg" label="Weg"/><field id="betrag" type="integer" label="Betrag"/>
    <field id="farbe" type="text" label="Farbe"/><field id="wer" type="text" label="Wer"/>
    <field id="anruf" type="text" label="Anruf"/>
    <group id="kinder" label="Kinder" repeats="true"><field id="name" type="text" label="Name"/></group>
    """)

  private static func library() throws -> FormLibrary {
    try FormLibrary(files: [
      SourceFile(name: "Forms/t/lists/weg.xml", bytes: Array(lists.utf8)),
      SourceFile(name: "Forms/t/zettel.xml", bytes: Array(third.utf8)),
      // In whatever order they lie there: 2 comes before 10.
      SourceFile(name: "Forms/t/old/zettel-2.xml", bytes: Array(second.utf8), isKept: true),
      SourceFile(name: "Forms/t/old/zettel-1.xml", bytes: Array(first.utf8), isKept: true),
    ])
  }

  private static func migrated(_ json: String) throws -> (RecordMigration, Record) {
    let library = try library()
    var reader = RecordReader(library: library, day: day)
    let record = try reader.record(from: RecordReader.raw(Array(json.utf8))).record
    return (try #require(RecordMigration(record, library: library, day: day)), record)
  }

  private static let day = Day(iso: "2025-11-20") ?? .first

  @Test func `Values follow what was renamed, over several versions and from group to group`() throws {
    let (migration, given) = try Self.migrated(
      """
      {"form": "zettel", "version": "1", "tag": "2025-09-09", "weg": "bleibt", "betrag": "12",
       "kontakt": {"telefon": "0234 1"}, "kind": [{"ruf": "Ada"}, {"ruf": "Bo"}], "summe": "x"}
      """)
    let root = migration.record.root
    #expect(migration.losses == [] && migration.record.version == "10")
    #expect(root.value("datum") == "2025-09-09" && root.value("anruf") == "0234 1" && root.value("betrag") == "12")
    #expect(root.groups("kinder").map { $0.value("name") } == ["Ada", "Bo"])
    #expect(migration.moves.map(\.from) == ["Kontakt › Telefon", "Kind 1 › Ruf", "Kind 2 › Ruf", "Kind", "Tag"])
    // It is the next edition of one paper, whatever its own identity is.
    let next = migration.asNextEdition(of: given)
    #expect(next.edition == 2 && next.id != nil && next.isEdition(of: next))
  }

  @Test func `What has no place is told with its place and why, and nothing else is left out`() throws {
    let (migration, _) = try Self.migrated(
      """
      {"form": "zettel", "version": "1", "betrag": "viel", "farbe": ["rot", "blau"], "wer": {"status": "unbekannt"},
       "kontakt": {"fax": "0234 2"}}
      """)
    let told = migration.losses.map { "\($0.path) \($0.reason) \($0.version)" }
    #expect(
      Set(told) == ["betrag kind 2", "farbe[2] kind 2", "wer answer 2", "kontakt/fax gone 2"], "\(told)")
    #expect(migration.record.root.value("farbe") == "rot")
  }

  @Test func `A code that goes on under its own id keeps it, retired or not`() throws {
    let (migration, _) = try Self.migrated(#"{"form": "zettel", "version": "1", "tag": "2025-09-09", "weg": "alt"}"#)
    #expect(migration.record.root.value("weg") == "alt" && migration.losses == [])
  }

  @Test func `Today's version and one that nobody kept are not brought forward`() throws {
    let library = try Self.library()
    for version in ["10", "3", ""] {
      #expect(RecordMigration(Record(form: "zettel", version: version), library: library, day: Self.day) == nil)
    }
  }
}
