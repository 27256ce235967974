import FormModel
import Testing

@testable import Conversation

/// People, addresses and other groups in one line.
struct GroupLineTests {
  private func group(_ form: String, _ path: String) throws -> GroupDefinition {
    var items = try #require(Repository.library?.forms[form]).items
    var found: GroupDefinition?
    for name in path.split(separator: "/") {
      guard case .group(let group)? = items.first(where: { $0.id == name }) else { break }
      (found, items) = (group, group.items)
    }
    return try #require(found)
  }

  private func read(_ line: String, _ form: String, _ path: String) throws -> [String: String] {
    let answers = AnswerReader(library: try #require(Repository.library), day: Repository.day)
    let reading = GroupLineReader.read(line, group: try group(form, path), answers: answers)
    var result: [String: String] = [:]
    for value in reading.values { if case .value(let text) = value.content { result[value.id] = text } }
    for rest in reading.leftovers { result["?", default: ""] += rest }
    return result
  }

  @Test(
    arguments: [
      (
        "Ayşegül Çağlayan-Öztürk, Mutter, sorgeberechtigt, 0171 3920012",
        [
          "vorname": "Ayşegül", "nachname": "Çağlayan-Öztürk", "beziehung": "mutter", "sorgeberechtigt": "ja",
          "telefon": "0171 3920012",
        ]
      ),
      (
        "Dr. Annika von der Heydt, Mutter, nicht sorgeberechtigt, geb. 3.5.1990",
        [
          "titel": "Dr.", "vorname": "Annika", "nachname": "von der Heydt", "beziehung": "mutter",
          "sorgeberechtigt": "nein", "geburtsdatum": "1990-05-03",
        ]
      ),
      (
        "María José | García López; Vater; sorgeberechtigt unbekannt; Tel. 0234/9100000",
        [
          "vorname": "María José", "nachname": "García López", "beziehung": "vater", "sorgeberechtigt": "unbekannt",
          "telefon": "0234 910-0000",
        ]
      ),
      (
        "Prof. Dr. İlkay Şahin, ca. 1980, i.sahin@example.org, Geburtsname: Öz",
        [
          "titel": "Prof. Dr.", "vorname": "İlkay", "nachname": "Şahin", "geburtsdatum": "1980~",
          "email": "i.sahin@example.org", "geburtsname": "Öz",
        ]
      ),
      ("Suharto, nur ein Name, Vater", ["vorname": "Suharto", "nur_ein_name": "ja", "beziehung": "vater"]),
      ("0171 3920012", ["telefon": "0171 3920012"]),
      // the order of offices
      ("Yıldız, Zeynep", ["nachname": "Yıldız", "vorname": "Zeynep"]),
      ("von der Heydt, Mai-Linh, Mutter", ["nachname": "von der Heydt", "vorname": "Mai-Linh", "beziehung": "mutter"]),
      (
        "Yıldız, Dr. Zeynep Ada, Tel 0171 3920012",
        ["nachname": "Yıldız", "vorname": "Zeynep Ada", "titel": "Dr.", "telefon": "0171 3920012"]
      ),
      // what stands behind a comma and is no name
      ("Yıldız, Großmutter", ["vorname": "Yıldız", "beziehung": "grosseltern"]),
      // forms of address, and what somebody is to the child
      ("Frau Zeynep Yıldız", ["vorname": "Zeynep", "nachname": "Yıldız"]),
      ("Fr. Yıldız", ["nachname": "Yıldız"]),
      ("Herr Prof. Dr. Öz", ["titel": "Prof. Dr.", "nachname": "Öz"]),
      ("Oma Fatma Yıldız", ["beziehung": "grosseltern", "vorname": "Fatma", "nachname": "Yıldız"]),
      (
        "Fatma Yıldız, Kindesmutter, allein sorgeberechtigt",
        ["vorname": "Fatma", "nachname": "Yıldız", "beziehung": "mutter", "sorgeberechtigt": "ja"]
      ),
      // words in front of a value, also within the part of the name
      (
        "Zeynep Yildiz geb. Demir, Mutter",
        ["vorname": "Zeynep", "nachname": "Yildiz", "geburtsname": "Demir", "beziehung": "mutter"]
      ),
      ("Zeynep Yildiz geb. 3.5.1990", ["vorname": "Zeynep", "nachname": "Yildiz", "geburtsdatum": "1990-05-03"]),
      (
        "Zeynep Yildiz geboren am 3.5.1990 Handy 0171 3920012",
        ["vorname": "Zeynep", "nachname": "Yildiz", "geburtsdatum": "1990-05-03", "telefon": "0171 3920012"]
      ),
      ("vorname=Ana; nachname=Ćosić", ["vorname": "Ana", "nachname": "Ćosić"]),
      ("Ana Ćosić, Mutter, Banane", ["vorname": "Ana", "nachname": "Ćosić", "beziehung": "mutter", "?": "Banane"]),
    ] as [(String, [String: String])])
  func aPersonIsReadFromALine(_ line: String, _ expected: [String: String]) throws {
    #expect(try read(line, "gespraechsnotiz", "ratsuchende") == expected)
  }

  @Test(
    arguments: [
      (
        "Günnigfelder Straße 88 b, 44866 Bochum",
        ["strasse": "Günnigfelder Straße", "hausnummer": "88 b", "plz": "44866", "ort": "Bochum"]
      ),
      (
        "Straße des 17. Juni 135, c/o Meyer, 10623 Berlin",
        ["strasse": "Straße des 17. Juni", "hausnummer": "135", "zusatz": "c/o Meyer", "plz": "10623", "ort": "Berlin"]
      ),
      (
        "Hans-Böckler-Straße 12, 44787 Bochum, geschützte Anschrift",
        ["strasse": "Hans-Böckler-Straße", "hausnummer": "12", "plz": "44787", "ort": "Bochum", "schutzadresse": "ja"]
      ),
      (
        "Kemnader Str. 5 (geheim), 44801 Bochum",
        ["strasse": "Kemnader Str.", "hausnummer": "5", "plz": "44801", "ort": "Bochum", "schutzadresse": "ja"]
      ),
      (
        "Musterweg 7, Essen, Fruenhaus",
        ["strasse": "Musterweg", "hausnummer": "7", "ort": "Essen", "schutzadresse": "ja"]
      ),
      (
        "Musterweg 7, Essen, bitte nicht weitergeben",
        ["strasse": "Musterweg", "hausnummer": "7", "ort": "Essen", "schutzadresse": "ja"]
      ),
      (
        "Musterweg 7, c/o Frauenhaus Nord",
        ["strasse": "Musterweg", "hausnummer": "7", "schutzadresse": "ja", "?": "c/o Frauenhaus Nord"]
      ),
      ("44801 Bochum, geschützt", ["plz": "44801", "ort": "Bochum", "schutzadresse": "ja"]),
      ("ohne festen Wohnsitz", ["ohne_festen_wohnsitz": "ja"]),
      ("Musterweg 7, Essen", ["strasse": "Musterweg", "hausnummer": "7", "ort": "Essen"]),
      ("Am Ring, Auskunftssperre", ["strasse": "Am Ring", "auskunftssperre": "ja"]),
    ] as [(String, [String: String])])
  func anAddressIsReadFromALine(_ line: String, _ expected: [String: String]) throws {
    #expect(try read(line, "gespraechsnotiz", "ratsuchende/anschrift") == expected)
  }

  @Test(
    arguments: [
      (
        "vereinbarungen", "Familie; Bescheid, Mietvertrag mitbringen; 16.9.",
        ["wer": "Familie", "was": "Bescheid, Mietvertrag mitbringen", "bis": "2025-09-16"]
      ),
      ("vereinbarungen", "Fachkraft, anrufen, Quittung holen", ["wer": "Fachkraft", "was": "anrufen, Quittung holen"]),
      ("vermittlungen", "Jobcenter, vermittelt, direkt", ["ziel": "jobcenter", "art": "vermittelt", "weg": "direkt"]),
      (
        "unterlagen", "Bescheid vom 14.08.2025; 4 Seiten; 9.9.",
        ["bezeichnung": "Bescheid vom 14.08.2025", "seiten": "4", "kopiert_am": "2025-09-09"]
      ),
      ("unterlagen", "Bescheid; ; 9.9.", ["bezeichnung": "Bescheid", "kopiert_am": "2025-09-09"]),
      (
        "beteiligte", "Frau Großjohann, Kita-Leitung, Kita Purzelbaum",
        ["rolle": "kita_leitung", "name": "Frau Großjohann", "institution": "Kita Purzelbaum"]
      ),
      ("kinder", "Deniz, Junge, 3.5.2021", ["vorname": "Deniz", "geschlecht": "m", "geburtsdatum": "2021-05-03"]),
      ("kind_angaben_anonym", "4, Kita, m", ["alter_jahre": "4", "betreuungsform": "kita", "geschlecht": "m"]),
      (
        "kinder", "İlkay Çağlayan, 3.5.2021, m, Kita, nicht eingeschult",
        [
          "vorname": "İlkay", "nachname": "Çağlayan", "geburtsdatum": "2021-05-03", "geschlecht": "m",
          "betreuungsform": "kita", "eingeschult": "nein",
        ]
      ),
    ] as [(String, String, [String: String])])
  func otherGroupsAreReadByWhatTheirPartsAre(_ group: String, _ line: String, _ expected: [String: String]) throws {
    #expect(try read(line, "gespraechsnotiz", group) == expected)
  }

  @Test(
    arguments: [
      ("a, b , c", ["a", "b", "c"]), ("a, b; c", ["a, b", "c"]), ("a; ; c;", ["a", "", "c", ""]), ("", [""]),
      ("Familie, \"a; b, c\", 16.9.", ["Familie", "a; b, c", "16.9."]),
      ("wer=\"a, \"\"b\"\"; c\"; d", ["wer=a, \"b\"; c", "d"]), ("Wer: \"a; b\"", ["Wer:a; b"]),
      // Marks that enclose no sign, stand inside a part or are not closed belong to the text.
      ("\"Purzelbaum\", x", ["\"Purzelbaum\"", "x"]), ("Kita \"a, b\", x", ["Kita \"a", "b\"", "x"]),
      ("\"a, b", ["\"a", "b"]), ("\"a, b\" c", ["\"a", "b\" c"]), ("a; b, \"c, d\"; e", ["a", "b, \"c, d\"", "e"]),
    ] as [(String, [String])])
  func aLineIsSplitAtItsSigns(_ line: String, _ parts: [String]) {
    #expect(Segments(line).parts == parts)
  }

  @Test func anyTextInALineIsReadAgainAsTheSame() throws {
    var random = Numbers(seed: 3)
    let pieces = [
      ",", ";", "\"", "\"\"", "=", ":", " ", "a", "Bescheid", "wer", "was=", "nicht ", "3.5.2021", "4 Seiten", "„", "|",
    ]
    let group = try group("gespraechsnotiz", "vereinbarungen")
    let answers = AnswerReader(library: try #require(Repository.library), day: Repository.day)
    for _ in 0..<400 {
      func text() -> String {
        "x" + (0..<(random.next() % 7)).map { _ in pieces[random.next() % pieces.count] }.joined() + "y"
      }
      let values = [RecordGroup.Item("wer", .value(text())), RecordGroup.Item("was", .value("\"" + text() + "\""))]
      let line = GroupLineWriter.line(of: RecordGroup(values), group: group, answers: answers)
      let reading = GroupLineReader.read(line, group: group, answers: answers)
      #expect(reading.leftovers == [] && Set(reading.values) == Set(values), "\(line)\n\(values)\n\(reading)")
    }
  }

  @Test(arguments: [
    "gespraechsnotiz-erstkontakt.json", "gespraechsnotiz-lang.json", "gespraechsnotiz-schutz.xml",
    "kwg-meldebogen-lang.json",
    "schweigepflichtentbindung-zwei-blaetter.json", "schweigepflichtentbindung-lang.json",
    "rueckmeldung-sd-ergebnis.json",
  ])
  func aLineThatIsWrittenIsReadAgainAsTheSame(_ example: String) throws {
    let record = try Repository.example(example)
    let library = try #require(Repository.library)
    let answers = AnswerReader(library: library, day: Repository.day)
    var count = 0
    func check(_ group: RecordGroup, _ items: [ItemDefinition]) {
      for item in items {
        guard case .group(let definition) = item else { continue }
        for instance in group.groups(item.id) {
          let line = GroupLineWriter.line(of: instance, group: definition, answers: answers)
          let reading = GroupLineReader.read(line, group: definition, answers: answers)
          let fields = Set(
            definition.items.compactMap { if case .field(let field) = $0, field.fitsIntoLine { $0.id } else { nil } })
          let wanted = Dictionary(
            uniqueKeysWithValues: instance.items.filter { fields.contains($0.id) }.map { ($0.id, $0.content) })
          #expect(
            reading.leftovers == []
              && Dictionary(uniqueKeysWithValues: reading.values.map { ($0.id, $0.content) }) == wanted, "\(line)")
          count += 1
          check(instance, definition.items)
        }
      }
    }
    check(record.root, try #require(library.forms[record.form]).items)
    #expect(count > 2)
  }

  @Test(arguments: [
    ("Mai-Linh von der Heydt", "", "Mai-Linh", "von der Heydt"), ("Thành Nguyễn", "", "Thành", "Nguyễn"),
    ("Noah", "", "Noah", ""), ("van der Berg", "", "van", "der Berg"), ("| Weiß-Strauß", "", "", "Weiß-Strauß"),
    ("Dr. med. Ana Öz", "Dr. med.", "Ana", "Öz"), ("A. B. Meyer", "", "A. B.", "Meyer"),
  ])
  func namesAreSplitWithoutChangingThem(_ text: String, _ title: String, _ first: String, _ last: String) throws {
    let words = ScanWords(try #require(Repository.library))
    let parts = NameParts(text, words)
    #expect(parts == NameParts(title: title, first: first, last: last))
    #expect(NameParts(parts.typed(words), words) == parts)
  }
}
