import Testing

/// `kiso stats freeze`, `merge`, `year`, `--secret` and `--explain=ROW` with the real program, over one small service.
struct KeptSheetTests {
  private static let papers = Repository.path("Examples/Dienst/papiere")
  private static let late = Repository.path("Examples/Dienst/spaet")

  private func stats(_ arguments: [String], day: String = "2023-12-01") throws -> Run {
    try Kiso.run(["stats"] + arguments + ["--as-of", day])
  }

  private static func district(_ name: String) -> [String] {
    ["--set", "ebene=stadtbezirk", "--set", "stadtbezirk=\(name)", "--set", "fachkraft/name=Lea Leitung"]
  }

  private static let town = ["--set", "ebene=gesamtstadt", "--set", "fachkraft/name=Lea Leitung"]
  /// What no paper of the service is counted for.
  private static let rest = ["--set", "h4_rueckmeldung=0"]

  @Test func whatWasKeptStaysAndALatePaperCorrectsIt() throws {
    let scratch = try Scratch()
    let freeze = ["freeze", "part2", "--quarter", "2023-Q3"] + Self.town + Self.rest
    let kept = scratch.path("fest.json")
    let run = try stats(freeze + [Self.papers, "-o", kept])
    #expect(run.status == 0, "\(run.errors)")
    let sheet = try scratch.text("fest.json")
    #expect(sheet.contains("\"festgestellt_am\": \"2023-12-01\"") && sheet.contains("\"salz "))
    #expect(!sheet.contains("KSA-"))
    // Nothing is left of the papers: the figures stay, and nobody asks why.
    let deleted = try stats(["part2", "--quarter", "2023-Q3", kept, "-o", scratch.path("ohne.json")] + Self.town)
    #expect(deleted.errors.contains("Die festgestellten Zahlen bleiben.") && !deleted.errors.contains("[W-"))
    #expect(try scratch.text("ohne.json") == sheet)
    // A note comes late.
    let late = try stats(
      ["part2", "--quarter", "2023-Q3", kept, Self.papers, Self.late, "-o", scratch.path("neu.json")] + Self.town)
    #expect(late.errors.contains("Berichtigt (r)") == late.errors.contains(" → "), "\(late.errors)")
    // A period that runs, and one with open figures, are not kept.
    let early = try stats(freeze + [Self.papers, "-o", scratch.path("x.json")], day: "2023-09-01")
    #expect(early.status == 2 && early.errors.contains("vorläufig (p)"))
    let open = try stats(
      ["freeze", "part1", "--quarter", "2023-Q3", Self.papers, "-o", scratch.path("x.json")] + Self.town)
    #expect(open.status == 2 && open.errors.contains("noch leer"))
    let isWritten = scratch.has("x.json")
    #expect(!isWritten)
  }

  @Test func sheetsOfDistrictsComeBackAndGiveTheTown() throws {
    let scratch = try Scratch()
    let secret = try scratch.write("Kaffeekanne-Buntstift-Regenrinne", "geheim")
    var sheets: [String] = []
    for (number, name) in ["1", "2", "3", "4", "5", "6", "ausserhalb", "unbekannt"].enumerated() {
      let target = scratch.path("b\(number)" + [".ods", ".json", ".odt", ".xml"][number % 4])
      let run = try stats(
        ["part2", "--quarter", "2023-Q3", Self.papers, "--secret", secret, "-o", target] + Self.district(name)
          + Self.rest)
      #expect(run.status == 0 || run.status == 1, "\(run.errors)")
      sheets.append(target)
    }
    let merged = try stats(["merge", "part2"] + sheets + ["-o", scratch.path("stadt.json")] + Self.town)
    #expect(merged.status == 0 && !merged.errors.contains("Ohne Schlüssel"), "\(merged.errors)")
    let counted = try stats(
      ["part2", "--quarter", "2023-Q3", Self.papers, "-o", scratch.path("gezaehlt.json")] + Self.town + Self.rest)
    #expect(counted.status == 0, "\(counted.errors)")
    let figures = { (name: String) in
      try scratch.text(name).split(separator: "\n").filter { $0.contains(/"[a-i][0-9_]?[a-z0-9_]*": [0-9]+/) }
    }
    #expect(try figures("stadt.json") == figures("gezaehlt.json"))
    let short = try stats(["part2", "--quarter", "2023-Q3", Self.papers, "--secret", try scratch.write("kurz", "kurz")])
    #expect(short.status == 64 && short.errors.contains("mindestens 16"))
    let row = try stats(
      ["part2", "--quarter", "2023-Q3", Self.papers, "--explain=a2_neu", "-o", scratch.path("e.json")] + Self.town)
    #expect(
      row.errors.contains("›Neuaufnahmen‹ (a2_neu): 3 Papiere gezählt.")
        && row.errors.contains("liegt vor dem Zeitraum"))
    #expect(!row.errors.contains("Çağlayan"))
    let unknown = try stats(["part2", "--quarter", "2023-Q3", Self.papers, "--explain=a2_new"] + Self.town)
    #expect(unknown.status != 0 && unknown.errors.contains("a2_neu"))
  }

  @Test func theReportOfAYearIsAPaperASheetAndAPublication() throws {
    let scratch = try Scratch()
    let all = ["year", "2023", Self.papers, Self.late]
    let report = try stats(
      all + ["-o", scratch.path("jb.json"), "--set", "t_ausblick=Wir bleiben dran."], day: "2024-02-01")
    #expect(report.status == 0, "\(report.errors)")
    #expect(try scratch.text("jb.json").contains("\"f_neu_q3\": 4"))
    let made = try Kiso.run(["render", scratch.path("jb.json"), "-o", scratch.path("jb.odt"), "--as-of", "2024-02-01"])
    #expect(made.status == 0, "\(made.errors)")
    let paper = try Kiso.run(["text", scratch.path("jb.odt")])
    #expect(paper.output.contains("Jahresbericht Kita-Sozialarbeit") && paper.output.contains("Wir bleiben dran."))
    // A text that was written stays when the figures are counted anew.
    let again = try stats(all + ["--from", scratch.path("jb.json"), "-o", scratch.path("jb.ods")], day: "2024-02-01")
    #expect(again.status == 0, "\(again.errors)")
    let read = try Kiso.run(["read", scratch.path("jb.ods"), "--as-of", "2024-02-01"])
    #expect(read.output == (try scratch.text("jb.json")))
    let publication = try stats(
      all + ["--publish", "--withhold", "h3_kwg", "-o", scratch.path("v.json")], day: "2024-02-01")
    #expect(publication.status == 0, "\(publication.errors)")
    #expect(try scratch.text("v.json").contains(/"f_kwg_q4": \{\s*"status": "geheim"/))
    #expect(try stats(["year", "2023-Q3", Self.papers]).status == 64)
    #expect(try stats(["year", "2023"]).status == 64)
  }
}
