import Testing

/// Where a case of a town stands and what is to be done in it, as its process says.
struct TownCaseTests {
  /// A case of the examples on a day: what is said of it, and what is not.
  struct Sight: Sendable, CustomStringConvertible {
    let town: String
    let number: String
    let papers: [String]
    let day: String
    var says: [String] = []
    var isSilentOf: [String] = []
    var description: String { "\(number) on \(day), \(papers.count) papers" }
  }

  private static let year = ["bedarfsanalyse-2025", "zielvereinbarung-2025", "sachbericht-2024"]
  private static let note = "gespraechsnotiz-"

  static let sights = [
    Sight(
      town: "mayen-koblenz", number: "KITA-4-031", papers: year, day: "2025-11-20",
      says: ["Arbeit in einer Kita", "Eltern kennen einander und treffen sich", "30.11.2025"],
      isSilentOf: ["(MYK-1)", "(MYK-2)", "(MYK-3)", "(MYK-5)"]),
    Sight(
      town: "mayen-koblenz", number: "KITA-4-031", papers: year, day: "2026-04-10",
      says: ["Den Sachbericht 2025 zählen", "31.03.2026", "(MYK-3)", "(MYK-5)"]),
    Sight(
      town: "mayen-koblenz", number: "KITA-4-031", papers: ["bedarfsanalyse-2025"], day: "2025-06-10",
      says: ["die Zielvereinbarung mit der Kita-Leitung machen", "28.05.2025", "(MYK-1)"]),
    Sight(
      town: "mayen-koblenz", number: "RAUM-4", papers: ["sozialraumteam-pellenz"], day: "2025-11-20",
      says: ["Arbeit im Sozialraum", "Standplatz beim Familienfest"], isSilentOf: ["(MYK-4)"]),
    Sight(
      town: "mayen-koblenz", number: "RAUM-4", papers: ["sozialraumteam-pellenz"], day: "2026-03-01", says: ["(MYK-4)"]),
    Sight(
      town: "mayen-koblenz", number: "TRAEGER-08", papers: ["traegervereinbarung-familienwerk"], day: "2025-11-20",
      says: ["Zusammenarbeit mit einem Anstellungsträger", "läuft"]),
    Sight(
      town: "mayen-koblenz", number: "TRAEGER-08", papers: ["traegervereinbarung-familienwerk"], day: "2027-01-10",
      says: ["beendet 31.12.2026"]),
    Sight(
      town: "dortmund", number: "KSD-inn-2025-0001", papers: ["lotsendienst", "familienberatung"], day: "2025-11-20",
      says: [
        "Weg der Beratung", "✓ Lotsendienst (19.08.2025)", "✓ Familienberatung (07.10.2025)", "04.11.2025", "(DO-1)",
      ],
      isSilentOf: ["(DO-2)"]),
    Sight(
      town: "dortmund", number: "KSD-inn-2025-0001", papers: ["lotsendienst"], day: "2025-11-20",
      says: ["✓ Lotsendienst", "· Familienberatung"], isSilentOf: ["(DO-1)", "(DO-2)"]),
    Sight(
      town: "gelsenkirchen", number: "KSG-son-2025-015", papers: [note + "andere-kita"], day: "2025-11-20",
      says: ["Die Familie gehört nicht zur Kita", "28.10.2025", "(GE-1)"]),
    Sight(
      town: "gelsenkirchen", number: "KSG-son-2025-015", papers: [note + "andere-kita", "weiterleitung"],
      day: "2025-11-20", isSilentOf: ["(GE-1)"]),
    Sight(
      town: "gelsenkirchen", number: "KSG-son-2025-014", papers: [note + "eigene-kita"], day: "2025-11-20",
      isSilentOf: ["(GE-1)"]),
    Sight(
      town: "kekiz", number: "KSA-3-2025-0088", papers: [note + "begruessungsteam"], day: "2025-11-20",
      isSilentOf: ["(KK-1)", "(KK-2)"]),
  ]

  private func see(_ sight: Sight, _ edit: (String) -> String = { $0 }) throws -> String {
    let scratch = try Scratch()
    let files = try sight.papers.map { name in
      let text = try Repository.text("Examples/\(sight.town)/\(name).json")
      return try scratch.write(Array(edit(text).utf8), name + ".json")
    }
    let run = try Kiso.run(
      ["case", sight.number, "--municipality", sight.town, "--as-of", sight.day] + files,
      environment: ["KISO_HOME": Repository.root])
    #expect(run.status <= 1, "\(run.transcript)")
    return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: sights) func `A case says what is to be done and until when`(_ sight: Sight) throws {
    let text = try see(sight)
    for words in sight.says { #expect(text.contains(words), "\(words): \(text)") }
    for words in sight.isSilentOf { #expect(!text.contains(words), "\(words): \(text)") }
  }

  @Test func `The welcoming team waits for a contact, and help that is there is asked for`() throws {
    let sight = try #require(Self.sights.last)
    let waiting = try see(sight) {
      $0.replacing("\"kontakt_zustande\": \"ja\"", with: "\"kontakt_zustande\": \"nein\"")
    }
    #expect(waiting.contains("03.11.2025") && waiting.contains("(KK-1)"))
    let unasked = try see(sight) { $0.replacing("\"familienhebamme\"", with: "\"\"") }
    #expect(unasked.contains("(KK-2)"))
  }

  @Test func `A Lotsendienst that goes on and on asks whether it is advice as a process`() throws {
    let text = try Repository.text("Examples/dortmund/lotsendienst.json")
    let scratch = try Scratch()
    let files = try (1...4).map { number in
      let note = text.replacing("\"notiz_nr\": 1", with: "\"notiz_nr\": \(number)")
        .replacing("\"datum\": \"2025-08-19\"", with: "\"datum\": \"2025-09-0\(number)\"")
        .replacing("\"erstkontakt\": \"ja\"", with: "\"erstkontakt\": \"\(number == 1 ? "ja" : "nein")\"")
      return try scratch.write(Array(note.utf8), "\(number).json")
    }
    for count in 3...4 {
      let run = try Kiso.run(
        ["case", "KSD-inn-2025-0001", "--municipality", "dortmund", "--as-of", "2025-11-20"] + files.prefix(count),
        environment: ["KISO_HOME": Repository.root])
      #expect(run.output.contains("(DO-2)") == (count > 3), "\(run.transcript)")
    }
  }
}
