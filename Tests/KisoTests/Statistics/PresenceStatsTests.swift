import Paperwork
import Testing

/// Lists of visits in the first part of the statistics, answers of the counselling centre in the second.
struct PresenceStatsTests {
  private static let who = [
    "--as-of", "2025-11-20", "--set", "ebene=gesamtstadt", "--set", "fachkraft/name=Jörg Weißhaupt",
  ]

  private func counted(_ part: String, _ quarter: String, _ papers: [String], _ figures: [String]) throws -> [String] {
    let scratch = try Scratch()
    let words = ["stats", part, "--quarter", quarter, "-o", scratch.path("z.json")]
    let run = try Kiso.run(words + papers + Self.who)
    let record = try Repository.record(try scratch.bytes("z.json"))
    #expect(run.status <= 1, "\(run.errors)")
    return figures.map { record.root.values(at: $0).joined() }
  }

  /// A note that sends Finn to the counselling centre, with what came of it.
  private func note(_ day: String, _ number: Int, _ result: String) -> String {
    """
    {"form": "gespraechsnotiz", "vorgangsnummer": "KSA-5-2025-0088", "notiz_nr": \(number), "datum": "\(day)",
     "fachkraft": {"name": "Mareike Töpfer"}, "stadtbezirk": "5", "beratungsform": "namentlich", "kontaktart": "buero",
     "kontakt_zustande": "ja", "erstkontakt": "nein", "fallstatus": "laufend", "themen": ["erziehung"],
     "hauptthema": "erziehung", "kinder": [{"vorname": "Finn", "nachname": "Dörrenhaus", "geburtsdatum": "2021-04-17"}],
     "vermittlungen": [{"ziel": "eb", "art": "vermittelt", "weg": "direkt", "ergebnis": "\(result)"}]}
    """
  }

  @Test func linesOfAListAreCountedByKindAndMonthAndOnceEach() throws {
    let scratch = try Scratch()
    let list = Repository.path("Examples/besuch-monat.json")
    // Another list that holds a line of the first once more, and one of the next month.
    let more = """
      {"form": "besuch", "version": "1", "datum": "2025-11-14",
       "fachkraft": {"name": "Mareike Töpfer", "stadtbezirk": "5"}, "termine": [
        {"datum": "2025-10-01", "art": "kitabesuch", "ort": "Kita Purzelbaum", "thema": "Sprechzeit"},
        {"datum": "2025-11-03", "art": "kitabesuch", "ort": "Kita Purzelbaum", "thema": "Sprechzeit"}]}
      """
    let papers = [list, try scratch.write(more, "weiter.json")]
    let rows = [
      "c1_kitabesuch/monat_1", "c1_kitabesuch/monat_2", "c1_kitabesuch/quartal", "c6_team/quartal", "c_summe/quartal",
    ]
    #expect(try counted("part1", "2025-Q4", papers, rows) == ["2", "1", "3", "1", "10"])
    #expect(try counted("part1", "2025-Q3", papers, ["c1_kitabesuch/quartal"]) == ["0"])
  }

  @Test func anArrivalCountsOnceByWhoeverToldOfItFirst() throws {
    let scratch = try Scratch()
    let sent = try scratch.write(note("2025-09-20", 1, "offen"), "1.json")
    let answer = Repository.path("Examples/eb-rueckmeldung-angekommen.json")
    let told = try scratch.write(note("2025-11-10", 2, "angekommen"), "2.json")
    let arrived = ["f_eb_angekommen", "f_ebita_angekommen"]
    #expect(try counted("part2", "2025-Q4", [sent, answer], arrived) == ["1", "0"])
    #expect(try counted("part2", "2025-Q4", [sent, answer, told], arrived) == ["1", "0"])
    #expect(try counted("part2", "2025-Q3", [sent, answer, told], arrived) == ["0", "0"])
    // A note of an earlier quarter told of it before the centre did.
    let before = try scratch.write(note("2025-09-25", 2, "angekommen"), "3.json")
    #expect(try counted("part2", "2025-Q4", [sent, before, answer], arrived) == ["0", "0"])
    #expect(try counted("part2", "2025-Q3", [sent, before, answer], arrived) == ["1", "0"])
  }
}
