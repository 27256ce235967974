import Files
import FormModel
import Paperwork
import Testing

/// Ids of fields are names that authors choose: nothing but declarations, templates and records knows them.
@Suite struct RenamingTests {
  @Test func `Renaming every field, group and event changes nothing else`() throws {
    let scratch = try Scratch()
    let names = RenamedForms(try #require(Repository.library))
    try names.write(to: scratch.path)
    try everythingIsRenamed(names, scratch.path)
    let lint = try Kiso.run(["lint"], environment: ["KISO_HOME": scratch.path])
    #expect(lint.status == 0, "\(lint.transcript)")
    try papersHaveTheSameFindings(scratch.path)
    try pagesSayTheSame(scratch.path, scratch.path("seiten"))
    try quartersAreCountedTheSame(names, scratch.path)
    try papersTellTheArchiveTheSame(names, scratch.path)
  }

  /// What the command says with the shipped names and with the others, ids of generated rules aside.
  private func same(_ words: [String], _ files: [String], _ there: String) throws {
    let shipped = try Kiso.run(words + files.map { Repository.path($0) })
    let renamed = try Kiso.run(
      words + files.map { FilePath.joining(there, $0) }, environment: ["KISO_HOME": there])
    func plain(_ run: Run, _ home: String) -> String {
      // The id of a rule that follows from a field has the field's name in it.
      run.transcript.replacing(home, with: "HOME").replacing(/([EWH]-[A-Z0-9]+-)[^\] ]*[a-z][^\] ]*/) { $0.1 + "…" }
    }
    #expect(plain(shipped, Repository.root) == plain(renamed, there), "\(files)")
  }

  private func everythingIsRenamed(_ names: RenamedForms, _ there: String) throws {
    #expect(names.names.count > 240)
    for id in ["vorgangsnummer", "beendet_am", "datum", "vorname", "nachname", "spe_id", "ausgabe", "eintraege"] {
      #expect(names.names[id] != nil, "\(id)")
    }
    let note = FilePath.joining(there, "Forms/bochum/gespraechsnotiz.xml")
    let text = String(decoding: try FileReader.bytes(at: note, limit: 1 << 24), as: UTF8.self)
    #expect(!text.contains("id=\"vorgangsnummer\"") && !text.contains("../datum)"))
  }

  private func papersHaveTheSameFindings(_ there: String) throws {
    let papers = Repository.examples.filter { $0.hasSuffix(".json") }
    for example in papers {
      let files = [example] + (try Repository.companions(of: example))
      try same(["check", "--as-of", "2025-11-20"], files.map { "Examples/\($0)" }, there)
    }
    // All at once: papers of one case beside each other, and on a day on which much of them lies ahead.
    let notTables = papers.filter { !$0.hasPrefix("statistik") }.map { "Examples/\($0)" }
    for day in ["2025-11-20", "2025-06-01"] { try same(["check", "--as-of", day], notTables, there) }
  }

  private func pagesSayTheSame(_ there: String, _ target: String) throws {
    for example in [
      "gespraechsnotiz-erstkontakt.json", "schweigepflichtentbindung-vier-kinder.json", "widerruf-teilweise.json",
      "rueckmeldung-sd-ergebnis.json", "kwg-meldebogen-kita.json", "loeschprotokoll-jahresende.json",
    ] {
      let files = [example] + (try Repository.companions(of: example))
      let texts = try [Repository.root, there].enumerated().map { number, home in
        let folder = target + "-\(FilePath.stem(of: example))-\(number)"
        _ = try Program.run(["mkdir", folder])
        _ = try Kiso.run(
          ["render", "--as-of", "2025-11-20", "--format", "odt", "-o", folder]
            + files.map { FilePath.joining(home, "Examples/\($0)") },
          environment: ["KISO_HOME": home])
        let made = try DirectoryListing.files(in: folder).filter { $0.hasSuffix(".odt") }
        #expect(!made.isEmpty, "\(example)")
        return try made.map { try Kiso.run(["text", $0]).output }.joined(separator: "\n")
      }
      #expect(texts[0] == texts[1], "\(example)")
    }
  }

  private func quartersAreCountedTheSame(_ names: RenamedForms, _ there: String) throws {
    for part in ["part1", "part2"] {
      let tables = try [Repository.root, there].map { home in
        func path(_ text: String) -> String { home == there ? names.expression(text) : text }
        let run = try Kiso.run(
          [
            "stats", part, "--quarter", "2025-Q3", FilePath.joining(home, "Examples/Quartal"), "--as-of", "2025-10-08",
            "--set", "\(path("fachkraft/name"))=Jörg Weißhaupt", "--set", "\(path("stadtbezirk"))=2", "-o",
            FilePath.joining(there, "zahlen.json"),
          ], environment: ["KISO_HOME": home])
        let json = String(
          decoding: try FileReader.bytes(at: FilePath.joining(there, "zahlen.json"), limit: 1 << 24), as: UTF8.self)
        return (home == there ? json : names.record(json)) + run.transcript
      }
      #expect(tables[0] == tables[1], "\(part)")
      #expect(tables[0].count > 500)
    }
  }

  private func papersTellTheArchiveTheSame(_ names: RenamedForms, _ there: String) throws {
    let shipped = try #require(Repository.library)
    let renamed = try Catalogue(home: there).library()
    for example in Repository.examples where example.hasSuffix(".json") {
      let json = try Repository.text("Examples/\(example)")
      let old = try filing(json, shipped)
      let new = try filing(names.record(json), renamed)
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
