import Files
import Paperwork
import Testing

/// The life of three cases by days, once over files and once over the archive: same duties, same refusals, and the next
/// step named every time.
struct LifeTests {
  /// A day: what is filed, what `kiso case` names next (nil for nothing), and all duties.
  private struct Step {
    let day: String
    let papers: [String]
    let duties: [String]
  }

  private static let family = "KSA-5-2024-0031"

  private static let familySteps = [
    Step(day: "2024-10-01", papers: ["Fall/1-erstkontakt.json"], duties: ["PR-5"]),
    Step(day: "2024-10-09", papers: ["Fall/2-schweigepflichtentbindung.json"], duties: []),
    Step(day: "2024-11-14", papers: ["Fall/3-abschluss.json"], duties: ["PR-6", "PR-16", "PR-18"]),
    Step(day: "2024-11-17", papers: ["Fall/4-rueckmeldung.json"], duties: ["PR-16", "PR-18"]),
    Step(day: "2024-11-26", papers: ["Fall/5-widerruf.json"], duties: ["PR-16", "PR-18"]),
    Step(day: "2024-12-09", papers: ["Fall/7-neuer-kontakt.json"], duties: []),
  ]

  /// A call that nobody answered, and a report of a Kita.
  private static let otherSteps = [
    ("KSA-4-2025-0203", Step(day: "2025-11-20", papers: ["gespraechsnotiz-minimal.json"], duties: ["PR-16c"])),
    ("KSA-5-2025-0031", Step(day: "2025-11-20", papers: ["rueckmeldung-sd-ergebnis.json"], duties: [])),
  ]

  /// The ids of the duties in a view as JSON, in their order.
  private func duties(_ json: String) -> [String] {
    guard let list = json.firstMatch(of: /"duties": \[((?:.|\n)*?)\n  \]/) else { return [] }
    return list.1.matches(of: /"id": "([^"]+)"/).map { String($0.1) }
  }

  @Test func aFamilyFromTheFirstContactToANewOne() throws {
    let store = try Store(lastUsed: Day(iso: "2024-10-01") ?? .first)
    var files: [String] = []
    for step in Self.familySteps {
      for paper in step.papers {
        let path = Repository.path("Examples/\(paper)")
        let added = try store.run(["archive", "add", path], asOf: step.day)
        #expect(added.status <= 1, "\(added.errors)")
        files.append(path)
      }
      let view = ["case", Self.family, "--format", "json"]
      let stored = try store.run(view, asOf: step.day)
      let named = try Kiso.run(view + files + ["--as-of", step.day])
      #expect(duties(stored.output) == step.duties, "\(step.day): \(stored.transcript)")
      #expect(stored.output == named.output, "\(step.day)")
      // The first duty stands in front, with its reason.
      let screen = try store.run(["case", Self.family], asOf: step.day).output
      let next = step.duties.first.map { "(\($0))" } ?? "Nichts; es ist nichts offen."
      let front = screen.split(separator: "Als Nächstes").last?.split(separator: "Danach").first ?? ""
      #expect(front.contains(next), "\(step.day): \(screen)")
      if step.day >= "2024-11-26" {
        // After the revocation no letter is written any more, whoever keeps the papers.
        let letter = Repository.path("Examples/Fall/6-zweite-rueckmeldung.json")
        let refused = try store.run(["render", letter, "-o", "brief.odt"], asOf: "2024-12-02")
        let beside = try Kiso.run(["check", letter] + files + ["--as-of", "2024-12-02"])
        #expect(refused.status == 2 && refused.errors.contains("[E-RSD-13]"), "\(refused.errors)")
        #expect(beside.status == 2 && beside.output.contains("[E-RSD-13]"), "\(beside.output)")
      }
    }
    // Nothing is asked twice that the case knows.
    let next = try store.run(
      ["fill", "gespraechsnotiz", "--case", Self.family, "--no-input", "--draft"], asOf: "2024-12-10")
    let note = try Repository.record(next.bytes)
    #expect(note.root.value("notiz_nr") == "4" && !note.root.groups("kinder").isEmpty, "\(next.errors)")
    try endAndDelete(store)
  }

  /// Hold, end, copies, deletion: what only an archive knows.
  private func endAndDelete(_ store: borrowing Store) throws {
    let number = Self.family
    let hold = ["archive", "hold", number, "--reason", "auskunft", "--review", "2025-03-15"]
    #expect(try store.run(hold, asOf: "2024-12-12").status == 0)
    let close = ["archive", "close", number, "--on", "2024-12-20", "--reason", "ziel_erreicht"]
    let closed = try store.run(close, asOf: "2024-12-20")
    #expect(closed.status == 0 && closed.errors.contains("[PR-16]"), "\(closed.transcript)")
    let held = try store.run(["case", number], asOf: "2025-01-10").output
    #expect(held.contains("Löschsperren") && held.contains("beendet 20.12.2024"), "\(held)")
    #expect(try store.run(["archive", "release", number], asOf: "2025-01-10").status == 0)
    let due = try store.run(["retention", "due", "--details"], asOf: "2025-03-10").output
    #expect(due.contains("In den Fällen:\n  \(number): in 10 Tagen (20.03.2025)"), "\(due)")
    let copy = due.firstMatch(of: /retention shredded ([0-9a-f]+)/).map { String($0.1) } ?? ""
    #expect(try store.run(["retention", "shredded", copy], asOf: "2025-03-12").status == 0)
    let after = try store.run(["case", number, "--format", "json"], asOf: "2025-03-12")
    #expect(duties(after.output) == ["PR-18"], "\(after.output)")
    #expect(try !store.run(["case", number], asOf: "2025-03-12").output.contains("Kopien, die zu vernichten sind"))
    let list = try store.run(["retention", "purge", "--confirm-clock"], asOf: "2025-12-21")
    let code = list.output.firstMatch(of: /--code ([0-9A-Z-]+)/).map { String($0.1) } ?? ""
    let purged = try store.run(["retention", "purge", "--code", code, "--confirm-clock"], asOf: "2025-12-21")
    #expect(purged.status == 0, "\(list.transcript)\n\(purged.transcript)")
    #expect(try store.run(["case", number], asOf: "2025-12-21").status == 66)
  }

  @Test func aCallWithoutAnAnswerAndALetterWithoutANote() throws {
    for (number, step) in Self.otherSteps {
      let store = try Store()
      let files = step.papers.map { Repository.path("Examples/\($0)") }
      for file in files { _ = try store.run(["archive", "add", file, "--draft"]) }
      let stored = try store.run(["case", number, "--format", "json"])
      let named = try Kiso.run(["case", number, "--format", "json"] + files + ["--as-of", step.day])
      #expect(duties(stored.output) == step.duties && stored.output == named.output, "\(stored.transcript)")
    }
  }

  @Test func aCaseInWhichAChildMayBeInDangerIsNotEnded() throws {
    let store = try Store()
    let text = try Repository.text("Examples/gespraechsnotiz-erstkontakt.json")
      .replacing("\"kwg_anhaltspunkte\": false", with: "\"kwg_anhaltspunkte\": true")
    let note = try store.write(Array(text.utf8), "notiz.json")
    #expect(try store.run(["archive", "add", note, "--draft"]).status <= 1)
    let close = [
      "archive", "close", "KSA-2-2025-0147", "--on", "2025-11-14", "--reason", "ziel_erreicht", "--despite", "egal",
    ]
    let refused = try store.run(close)
    #expect(refused.status == 2 && refused.errors.contains("[PR-12]"), "\(refused.transcript)")
    #expect(try !store.run(["case", "0147"]).output.contains("· beendet"))
  }

  @Test func whatIsOnlyOpenIsSaidAndNeedsAReason() throws {
    let store = try Store(lastUsed: Day(iso: "2024-10-01") ?? .first)
    _ = try store.run(["archive", "add", Repository.path("Examples/Fall/1-erstkontakt.json")], asOf: "2024-10-01")
    let close = ["archive", "close", Self.family, "--on", "2024-10-20", "--reason", "wunsch_familie"]
    let open = try store.run(close, asOf: "2024-10-21")
    #expect(open.status == 2 && open.errors.contains("[PR-5]") && open.errors.contains("--despite"), "\(open.errors)")
    let all = try store.run(close + ["--despite", "Die Familie will keine Rückmeldung."], asOf: "2024-10-21")
    #expect(all.status == 1 && all.output.contains("Die Familie will keine Rückmeldung."), "\(all.transcript)")
  }
}
