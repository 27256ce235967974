import Files
import FormModel
import Paperwork
import Testing

/// Ids of fields are names that authors choose: nothing but declarations, templates and records knows them.
@Suite struct RenamingTests {
  /// The renamed declarations, written once.
  private static let home: PrivateDirectory? = {
    guard let library = Repository.library, let home = try? PrivateDirectory() else { return nil }
    return (try? RenamedForms(library).write(to: home.path)) == nil ? nil : home
  }()

  private func home() throws -> String { try #require(Self.home).path }

  /// What the command says with the shipped names and with the others, ids of generated rules aside.
  private func same(_ words: [String], _ files: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let there = try home()
    let shipped = try Kiso.run(words + files.map { Repository.path($0) })
    let renamed = try Kiso.run(
      words + files.map { FilePath.joining(there, $0) }, environment: ["KISO_HOME": there])
    func plain(_ run: Run, _ home: String) -> String {
      // The id of a rule that follows from a field has the field's name in it.
      run.transcript.replacing(home, with: "HOME").replacing(/([EWH]-[A-Z0-9]+-)[^\] ]*[a-z][^\] ]*/) { $0.1 + "…" }
    }
    #expect(plain(shipped, Repository.root) == plain(renamed, there), sourceLocation: sourceLocation)
  }

  @Test func `Every id but those of tables has another name`() throws {
    let names = RenamedForms(try #require(Repository.library)).names
    #expect(names.count > 300)
    for id in ["vorgangsnummer", "beendet_am", "datum", "vorname", "nachname", "spe_id", "ausgabe", "eintraege"] {
      #expect(names[id] != nil, "\(id)")
    }
    let there = try home()
    let text = String(
      decoding: try FileReader.bytes(at: FilePath.joining(there, "Forms/bochum/gespraechsnotiz.xml"), limit: 1 << 24),
      as: UTF8.self)
    #expect(!text.contains("id=\"vorgangsnummer\""))
    #expect(!text.contains("../datum)"))
  }

  @Test func `The renamed declarations and templates have no mistakes`() throws {
    let run = try Kiso.run(["lint"], environment: ["KISO_HOME": try home()])
    #expect(run.status == 0, "\(run.transcript)")
  }

  @Test(arguments: Repository.examples.filter { $0.hasSuffix(".json") })
  func `A paper has the same findings beside the papers it rests on`(_ example: String) throws {
    let files = [example] + (try Repository.companions(of: example))
    try same(["check", "--as-of", "2025-11-20"], files.map { "Examples/\($0)" })
    try same(["check", "--as-of", "2025-06-01"], files.map { "Examples/\($0)" })
  }

  @Test func `Papers of one case are held against each other as before`() throws {
    let papers = Repository.examples.filter { $0.hasSuffix(".json") && !$0.hasPrefix("statistik") }
    try same(["check", "--as-of", "2025-11-20"], papers.map { "Examples/\($0)" })
  }

  @Test(arguments: [
    "gespraechsnotiz-erstkontakt.json", "schweigepflichtentbindung-vier-kinder.json", "widerruf-teilweise.json",
    "rueckmeldung-sd-ergebnis.json", "kwg-meldebogen-kita.json", "loeschprotokoll-jahresende.json",
  ])
  func `A page says the same`(_ example: String) throws {
    let there = try home()
    let scratch = try Scratch()
    let files = [example] + (try Repository.companions(of: example))
    var texts: [String] = []
    for (home, name) in [(Repository.root, "a"), (there, "b")] {
      let folder = scratch.path(name)
      _ = try Kiso.run(
        ["render", "--as-of", "2025-11-20", "--format", "fodt", "-o", folder + "/"]
          + files.map { FilePath.joining(home, "Examples/\($0)") },
        environment: ["KISO_HOME": home])
      let stem = FilePath.stem(of: example)
      let made = try DirectoryListing.files(in: folder).filter { $0.contains(stem) }.sorted()
      #expect(!made.isEmpty)
      texts.append(try made.map { try Kiso.run(["text", $0]).output }.joined(separator: "\n"))
    }
    #expect(texts[0] == texts[1])
  }

  @Test(arguments: ["part1", "part2"])
  func `A quarter is counted the same`(_ part: String) throws {
    let there = try home()
    let names = RenamedForms(try #require(Repository.library))
    var tables: [String] = []
    for home in [Repository.root, there] {
      let path = { (text: String) in home == there ? names.expression(text) : text }
      let run = try Kiso.run(
        [
          "stats", part, "--quarter", "2025-Q3", FilePath.joining(home, "Examples/Quartal"), "--as-of", "2025-10-08",
          "--set", "\(path("fachkraft/name"))=Jörg Weißhaupt", "--set", "\(path("stadtbezirk"))=2", "-o", "-",
        ], environment: ["KISO_HOME": home])
      tables.append(home == there ? run.output : names.record(run.output))
    }
    #expect(tables[0] == tables[1])
    #expect(tables[0].count > 500)
  }

  @Test func `A paper tells the archive the same`() throws {
    let there = try home()
    let names = RenamedForms(try #require(Repository.library))
    let libraries = (
      shipped: try #require(Repository.library), renamed: try Catalogue(home: there).library()
    )
    for example in Repository.examples where example.hasSuffix(".json") {
      let old = try filing(try Repository.text("Examples/\(example)"), libraries.shipped)
      let new = try filing(names.record(try Repository.text("Examples/\(example)")), libraries.renamed)
      #expect(old.caseNumber == new.caseNumber && old.day == new.day && old.number == new.number, "\(example)")
      #expect(old.names == new.names && old.copies == new.copies && old.classes == new.classes, "\(example)")
      let events = Dictionary(uniqueKeysWithValues: old.events.map { (names.names[$0.key] ?? $0.key, $0.value) })
      #expect(events == new.events, "\(example)")
    }
  }

  private func filing(_ json: String, _ library: FormLibrary) throws -> Filing {
    var reader = RecordReader(library: library, day: Repository.day)
    let record = try reader.record(from: try RecordReader.raw(Array(json.utf8))).record
    let form = try #require(library.forms[record.form])
    return try EvaluatedRecord(record, form: form, library: library, day: Repository.day).filing
  }
}
