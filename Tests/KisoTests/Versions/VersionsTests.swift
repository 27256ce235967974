import Files
import Testing

/// A form goes on, and the papers made with it stay what they are.
struct VersionsTests {
  private static let example = "Examples/gespraechsnotiz-erstkontakt.json"

  /// The example as the note of another case, with fields added or renamed.
  private static func note(
    _ number: String, version: String, in town: borrowing VersionedTown, _ change: (String) -> String = { $0 }
  ) throws -> String {
    let text = change(
      try Repository.text(example).replacing("KSA-2-2025-0147", with: number)
        .replacing("\"version\": \"1\"", with: "\"version\": \"\(version)\""))
    return try town.store.write(Array(text.utf8), "\(number)-\(version).json")
  }

  @Test func aFormIsCarriedThroughThreeVersionsAndNothingIsLostWithoutBeingTold() throws {
    let town = try VersionedTown()
    #expect(try town.run(["migrate", "--keep", "gespraechsnotiz"]).status == 0)
    let first = try Self.note("KSA-2-2025-0147", version: "1", in: town)
    #expect(try town.run(["archive", "add", first]).status == 0)

    // A field that is gone needs a new version, and is nowhere to be found by another name.
    try town.rename()
    let lint = try town.run(["lint"])
    #expect(
      lint.status == 2 && lint.errors.contains("›anlass‹ („Anlass / Anliegen“) gibt es in der ausgegebenen Fassung 1"))
    try town.second()
    let clean = try town.run(["lint"])
    #expect(clean.status == 0, "\(clean.transcript)")
    #expect(try town.run(["migrate", "--keep", "gespraechsnotiz"]).output.contains("old/gespraechsnotiz-2.xml"))
    let second = try Self.note("KSA-2-2025-0148", version: "2", in: town) {
      $0.replacing("\"anlass\"", with: "\"wetter\": \"Regen\",\n  \"anliegen\"")
        .replacing("\"kontaktart\": \"kita\"", with: "\"kontaktart\": \"buero\"")
    }
    #expect(try town.run(["archive", "add", second]).status == 0)
    try town.third()
    let third = try Self.note("KSA-2-2025-0149", version: "3", in: town) {
      $0.replacing("\"anlass\"", with: "\"anliegen\"")
    }
    #expect(try town.run(["lint"]).errors == "")
    #expect(try town.run(["archive", "add", third]).status == 0)

    try checkReading(first, second, third, town)
    try checkMigration(first, second, town)
    try checkStored(town)
  }

  /// Each is read, shown and counted by its own version.
  private func checkReading(
    _ first: String, _ second: String, _ third: String, _ town: borrowing VersionedTown
  ) throws {
    let checked = try town.run(["check", first, second, third, "--no-archive"])
    #expect(checked.status == 0, "\(checked.transcript)")
    #expect(checked.output.contains("Fassung 1 des Formulars gemacht"))
    #expect(checked.output.contains("heute gilt Fassung 3"))
    for (paper, word) in [(first, "Jobcenter"), (second, "Regen"), (third, "Jobcenter")] {
      let page = town.store.path("seite.odt")
      #expect(try town.run(["render", paper, "-o", page, "--no-archive"]).status == 0)
      #expect(try town.run(["text", page]).output.contains(word))
      // A page that comes back is read by the version that it was made with.
      let back = try town.run(["read", page])
      #expect(back.status == 0 && back.output.contains(word), "\(back.transcript)")
    }
    let counted = try town.run(["stats", "part2", "--quarter", "2025-Q3", first, second, third])
    #expect(counted.errors.contains("3 Papiere: 3 gezählt"), "\(counted.transcript)")
    // An answer that is no longer given stays right in the papers from before, and is wrong in one from after.
    let late = try Self.note("KSA-2-2025-0150", version: "3", in: town) {
      $0.replacing("\"anlass\"", with: "\"anliegen\"").replacing("2025-09-09", with: "2025-11-10")
        .replacing("\"kontaktart\": \"kita\"", with: "\"kontaktart\": \"buero\"")
    }
    let refused = try town.run(["check", late, "--no-archive"])
    #expect(refused.status == 2 && refused.output.contains("[E-GN-kontaktart-abgelaufen]"), "\(refused.transcript)")
    #expect(
      try !town.run(["render", "--blank", "gespraechsnotiz", "-o", "-", "--format", "fodt"]).output.contains("☐ Büro"))
  }

  private func checkMigration(_ first: String, _ second: String, _ town: borrowing VersionedTown) throws {
    let target = town.store.path("neu.json")
    let moved = try town.run(["migrate", first, "-o", target])
    #expect(moved.status == 0, "\(moved.transcript)")
    let text = String(decoding: try town.store.bytes("neu.json"), as: UTF8.self)
    #expect(text.contains("\"version\": \"3\"") && text.contains("\"anliegen\": \"Jobcenter"))
    let both = try town.run(["check", target, first, "--no-archive"])
    #expect(both.status == 0, "\(both.transcript)")
    // The old paper is never overwritten, whatever it is called.
    let same = try town.run([
      "migrate", first, "-o", FilePath.joining(town.store.path("."), FilePath.lastComponent(of: first)),
    ])
    #expect(same.status == 64 && same.errors.contains("das alte Papier selbst"), "\(same.transcript)")
    // What has no place is told by its label, and left only when somebody says so.
    let refused = try town.run(["migrate", second, "-o", target])
    #expect(refused.status == 2 && refused.errors.contains("[E-GN-FASSUNG] ›Wetter‹ gibt es in Fassung 3 nicht mehr."))
    #expect(!refused.errors.contains("Regen"))
    let left = try town.run(["migrate", second, "-o", target, "--leave"])
    #expect(left.status == 1 && left.errors.contains("[W-GN-FASSUNG] ›Wetter‹"), "\(left.transcript)")
    #expect(
      try town.run(["migrate", target, "-o", town.store.path("noch.json")]).errors.contains("schon von der heutigen"))
    // A version that nobody kept is not guessed at, and what is read is never written smaller.
    let unknown = try Self.note("KSA-2-2025-0151", version: "9", in: town)
    #expect(try town.run(["read", unknown, "-o", town.store.path("kleiner.json")]).status == 2)
    #expect(!town.store.names.contains("kleiner.json"))
    let whole = try Self.note("KSA-2-2025-0152", version: "9", in: town) {
      $0.replacing("\"anlass\"", with: "\"anliegen\"")
    }
    let guess = try town.run(["migrate", whole, "-o", target])
    #expect(guess.status == 65 && guess.errors.contains("[FASSUNG-UNBEKANNT]"), "\(guess.transcript)")
  }

  private func checkStored(_ town: borrowing VersionedTown) throws {
    let listed = try town.run(["archive", "list"]).output
    let entry = try #require(listed.firstMatch(of: /([0-9a-f]{8})  KSA-2-2025-0148  \S+  Gesprächsnotiz/)).1
    #expect(try town.run(["archive", "show", String(entry)]).output.contains("Regen"))
    let refused = try town.run(["migrate", "--archive", "KSA-2-2025-0148"])
    #expect(refused.status == 2 && refused.errors.contains("Nichts abgelegt."), "\(refused.transcript)")
    let moved = try town.run(["migrate", "--archive", "KSA-2-2025-0147"])
    #expect(moved.status == 0 && moved.errors.contains("Abgelegt als Fassung 2"), "\(moved.transcript)")
    #expect(try town.run(["migrate", "--archive", "KSA-2-2025-0147"]).output.contains("schon von der heutigen"))
    // It is one paper of the case still, with its days.
    let view = try town.run(["case", "KSA-2-2025-0147"]).output
    #expect(view.contains("Papiere (1)") && view.contains("letzter Kontakt 09.09.2025"), "\(view)")
    #expect(try town.run(["case", "KSA-2-2025-0148"]).output.contains("letzter Kontakt 09.09.2025"))
  }

  @Test func aKeptVersionIsNeverOverwrittenAndNeedsItsTemplate() throws {
    let town = try VersionedTown()
    #expect(try town.run(["migrate", "--keep", "notiz"]).status == 0)
    #expect(try town.run(["migrate", "--keep", "notiz"]).output.contains("schon aufbewahrt"))
    try town.rename()
    let kept = try town.run(["migrate", "--keep", "notiz"])
    #expect(kept.status == 73 && kept.errors.contains("[FASSUNG-ANDERS] Forms/probe/old/gespraechsnotiz-1.xml"))
    try town.second()
    try town.change("Forms/probe/old/gespraechsnotiz-1.xml") {
      $0.replacing("version=\"1\" title", with: "version=\"0\" title")
    }
    let lint = try town.run(["lint"])
    #expect(lint.errors.contains("keine Vorlage old/gespraechsnotiz-0.fodt"), "\(lint.transcript)")
    try town.change(VersionedTown.list) { $0.replacing("<code id=\"video\" label=\"Video\"/>", with: "") }
    // Kept versions are made of the types of today, which may lose nothing either.
    try town.add("Forms/probe/types.xml", "<types extends=\"bochum\"><remove id=\"adresse/zusatz\"/></types>")
    let gone = try town.run(["lint"]).errors
    #expect(gone.contains("Der Code ›video‹ („Video“) ist ausgegeben"), "\(gone)")
    #expect(gone.contains("›zusatz‹ („Zusatz“) im Typ ›adresse‹ ist ausgegeben"), "\(gone)")
  }

  @Test func aDraftGoesOnInTheVersionItWasBegunIn() throws {
    let town = try VersionedTown()
    #expect(try town.run(["migrate", "--keep", "notiz"]).status == 0)
    try town.rename()
    try town.second()
    let draft = try Self.note("KSA-2-2025-0147", version: "1", in: town)
    let filled = try town.run(["fill", "gespraechsnotiz", "--from", draft, "--no-input", "--no-archive"])
    #expect(
      filled.status == 0 && filled.output.contains("\"anlass\"") && filled.output.contains("\"version\": \"1\""),
      "\(filled.transcript)")
  }
}
