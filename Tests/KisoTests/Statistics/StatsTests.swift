import Files
import Testing

/// `kiso stats`: counting, completing by hand, making public.
struct StatsTests {
  private static let town = Repository.path("Examples/statistik-teil2-gesamtstadt.json")
  private static let quarter = [
    "--quarter", "2025-Q3", Repository.path("Examples/Quartal"), "--as-of", "2025-10-08", "--set",
    "fachkraft/name=Jörg Weißhaupt", "--set", "stadtbezirk=2",
  ]
  /// Twelve new families, three by each of four ways: rounded to 10, 5, 5, 5 and 5 only one reading is left.
  private static let exposed = [
    "a2_neu=12", "a3_wieder=0", "a6_kurz=0", "a5_bestand_ende=1068", "b_selbst=3", "b_kita=3", "b_ktp=3", "b_sd=3",
    "b_begruessung=0", "b_beratungsstelle=0", "b_fruehfoerderung=0", "b_gesundheit=0", "b_schule=0",
    "b_elternbegleiter=0", "b_sonstige=0", "h1_vom_sd=3",
  ].flatMap { ["--set", $0] }

  private func publish(_ more: [String], from source: String = town, to target: String) throws -> Run {
    try Kiso.run(["stats", "part2", "--from", source, "--publish", "--as-of", "2025-11-20", "-o", target] + more)
  }

  @Test(arguments: ["part1", "part2"])
  func whatIsCountedAndWhatNotIsTold(_ part: String) throws {
    let scratch = try Scratch()
    let run = try Kiso.run(["stats", part, "--explain", "-o", scratch.path("z.json")] + Self.quarter)
    #expect(run.status == 0)
    try Golden.expect(run.errors, "stats/\(part)-explained")
    try Golden.expect(scratch.text("z.json"), "stats/\(part)")
    // What was counted goes on by hand, without its quarter being named again, and as a sheet.
    let again = try Kiso.run(
      ["stats", part, "--from", scratch.path("z.json"), "--as-of", "2025-10-08", "-o", scratch.path("z.ods")])
    #expect(again.status == 0, "\(again.errors)")
    let read = try Kiso.run(["read", scratch.path("z.ods"), "--as-of", "2025-10-08"])
    #expect(read.output == (try scratch.text("z.json")))
  }

  @Test func aFigureByHandStaysAndNeedsAReason() throws {
    let scratch = try Scratch()
    let counted = Self.quarter + ["--set", "a5_hausbesuch/monat_2=3"]
    let run = try Kiso.run(["stats", "part1", "-o", scratch.path("z.json")] + counted)
    #expect(run.status == 1 && run.errors.contains("[W-ST1-11]") && run.errors.contains("[W-ST1-12]"), "\(run.errors)")
    let because = ["--set", "abweichung_grund=zwei Besuche ohne Notiz"]
    let told = try Kiso.run(["stats", "part1", "-o", scratch.path("z.json")] + counted + because)
    #expect(told.status == 1 && told.errors.contains("[W-ST1-11]") && !told.errors.contains("[W-ST1-12]"))
    #expect(try scratch.text("z.json").contains("\"monat_2\": 3"))
  }

  @Test func aPublicationIsRoundedAndNamesNobody() throws {
    let scratch = try Scratch()
    let run = try publish([], to: scratch.path("v.json"))
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    let text = try scratch.text("v.json")
    for match in text.matches(of: /"[a-i][0-9_][a-z0-9_]*": ([0-9]+)/) {
      #expect((Int(match.1) ?? 1) % 5 == 0, "\(match.0)")
    }
    #expect(!text.contains("Ebbinghaus") && text.contains("\"ausgabe\": \"veroeffentlichung\""))
    // A publication is no paper that is counted, and cannot be made exact again.
    let again = try publish([], from: scratch.path("v.json"), to: scratch.path("w.json"))
    #expect(again.status == 0)
    #expect(try scratch.text("w.json") == text)
  }

  @Test func whatCouldBeReckonedBackIsRefused() throws {
    let scratch = try Scratch()
    let run = try publish(Self.exposed, to: scratch.path("v.json"))
    #expect(run.status == 2 && run.errors.contains("Nichts veröffentlicht."))
    for field in ["a2_neu", "b_selbst", "b_kita", "b_ktp", "b_sd", "h1_vom_sd"] {
      #expect(run.errors.contains("[E-ST2-\(field)-rueckrechenbar]"), "\(field)")
    }
    // Five figures withheld: the sixth gives the fourth away.
    let all = ["b_selbst", "b_kita", "b_ktp", "b_sd", "a2_neu"].flatMap { ["--withhold", $0] }
    let most = try publish(Self.exposed + all, to: scratch.path("v.json"))
    #expect(most.status == 2 && most.errors.contains("[E-ST2-b_sd-rueckrechenbar]"), "\(most.errors)")
    #expect(scratch.names.isEmpty)
    let two = try publish(
      Self.exposed + ["--withhold", "b_selbst", "--withhold", "b_kita"], to: scratch.path("v.json"))
    #expect(two.status == 0, "\(two.errors)")
    #expect(try scratch.text("v.json").contains("\"b_selbst\": { \"status\": \"geheim\" }"))
  }

  @Test func twoPublicationsOfOneQuarterMustNotDiffer() throws {
    let scratch = try Scratch()
    #expect(try publish([], to: scratch.path("v.json")).status == 0)
    let same = try publish(["--published", scratch.path("v.json")], to: scratch.path("w.json"))
    #expect(same.status == 0, "\(same.errors)")
    let changed = try scratch.text("v.json").replacing("\"a2_neu\": 165", with: "\"a2_neu\": 175")
    try scratch.write(changed, "u.json")
    let other = try publish(["--published", scratch.path("u.json")], to: scratch.path("x.json"))
    #expect(other.status == 2 && other.errors.contains("[E-ST2-WIDERSPRUCH]"), "\(other.errors)")
    #expect(!scratch.names.contains("x.json"))
  }

  @Test(arguments: [
    (["part3", "--quarter", "2025-Q3", "x.json"], 64, "part1 oder part2"),
    (["part1", "x.json"], 64, "--quarter"), (["part1", "--quarter", "2025-Q5", "x.json"], 64, "2025-Q3"),
    (["part1", "--quarter", "2025-Q3"], 64, "fehlen die Papiere"),
    (["part2", "--from", town, "--publish", "--draft"], 64, "nicht als Entwurf"),
    (["part2", "--from", town, "--withhold", "a2_neu"], 64, "gehört zu"),
    (["part2", "--from", town, "--publish", "--withhold", "a2_neuu"], 2, "[E-ST2-GEHEIM]"),
    (["part2", "--from", town, "--publish", "-o", "x.docx"], 64, "Endung"),
    (
      [
        "part1", "--from", Repository.path("Examples/statistik-teil1-quartal.json"), "--publish", "--as-of",
        "2025-11-20",
      ], 2, "[E-ST1-22]"
    ),
  ])
  func whatDoesNotGoIsSaid(_ words: [String], _ status: Int32, _ text: String) throws {
    let scratch = try Scratch()
    let run = try Kiso.run(["stats"] + words, in: scratch.path)
    #expect(run.status == status && run.errors.contains(text), "\(run.transcript)")
    #expect(scratch.names.isEmpty)
  }

  @Test func aPaperThatCannotBeReadKeepsTheQuarterFromBeingWrong() throws {
    let scratch = try Scratch()
    try FolderMaking.make(scratch.path("notizen"))
    try scratch.write(try Repository.bytes("Examples/Quartal/01.json"), "notizen/01.json")
    try scratch.write("{", "notizen/02.json")
    try scratch.write("nichts", "notizen/liste.txt")
    let words = ["stats", "part1", "--quarter", "2025-Q3", "notizen", "--as-of", "2025-10-08", "-o", "z.json"]
    let run = try Kiso.run(words, in: scratch.path)
    #expect(run.status == 65 && run.errors.contains("notizen/02.json: [") && run.errors.contains("Nicht gezählt"))
    #expect(run.errors.contains("1 andere Datei übergangen"))
    #expect(!scratch.names.contains("z.json"))
  }
}
