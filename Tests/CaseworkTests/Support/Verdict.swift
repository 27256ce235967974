import FormModel

/// One row of the independent table: what was signed by whom, what was taken back, and what is tried.
struct Verdict: Hashable {
  var custody: String
  var signers: String
  var revocations: [String]
  var use: String
  var isAllowed: Bool

  init?(_ line: Substring) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5 else { return nil }
    (custody, signers, use, isAllowed) = (parts[0], parts[1], parts[3], parts[4] == "erlaubt")
    revocations = parts[2].split(separator: "+").map(String.init)
  }

  /// The papers at hand: the release, another one of the mother, and what was taken back.
  func papers() throws -> [Record] {
    [try release(), try second()] + (try revocations.map(sheet))
  }

  /// A note of a document that was handed over.
  private func note() throws -> Record {
    let scope = ["unterlage-kita": ["ergebnis"], "unterlage-befund": ["schritte", "befunde"]][use] ?? ["schritte"]
    let recipient: RecordContent =
      switch use {
      case "unterlage-kita": "Kita Purzelbaum"
      case "unterlage-ungenau": "Kowalski-Brandt"
      default: "Frau Kowalski-Brandt"
      }
    let document: RecordContent = use == "unterlage-nicht-genannt" ? "Arztbrief" : "Bericht der Kita"
    let handedOver = RecordGroup(
      [
        .init("bezeichnung", document), .init("an", recipient), .init("am", "2025-11-20"),
        .init("spe_id", "KSA-5-2025-0031-SPE-01"),
      ] + scope.map { .init("umfang", .value($0)) })
    return try Town.record(
      "gespraechsnotiz",
      [
        "vorgangsnummer": "KSA-5-2025-0031", "datum": "2025-11-20", "beratungsform": "namentlich",
        "uebergaben": .group(handedOver),
      ])
  }

  /// The paper that is tried.
  func letter() throws -> Record {
    if use.hasPrefix("unterlage") { return try note() }
    let child: RecordContent = ["vorname": "Mai-Linh", "namenszusatz": "von der", "nachname": "Heydt"]
    var root: RecordGroup = ["datum": "2025-11-20", "spe_id": "KSA-5-2025-0031-SPE-01"]
    root.items.append(.init("absender", ["name": "Mareike Töpfer"]))
    guard use.hasPrefix("rsd") else {
      let kita: RecordContent =
        switch use {
        case "kita": ["name": "Frau Großjohann", "einrichtung": "Kita Purzelbaum"]
        case "kita-andere": ["name": "Frau Großjohann", "einrichtung": "Kita Mondschein"]
        default: ["name": "Frau Kowalski-Brandt", "einrichtung": "Jugendamt Bochum, Bezirk Süd"]
        }
      root.items += [.init("kita", kita), .init("kind", child), .init("status", "beendet")]
      return try Town.record("kita-status", root)
    }
    let name: RecordContent = use == "rsd-ungenau" ? "Kowalski-Brandt" : "Frau Kowalski-Brandt"
    root.items += [
      .init("empfaenger", .group(["name": name])), .init("sd_vermittelt_am", "2025-08-18"), .init("familie", child),
      .init("kontakt_von", "2025-08-21"), .init("kontakt_bis", "2025-11-13"),
      .init("familie_informiert_am", "2025-11-13"),
    ]
    guard use == "rsd-ergebnis" || use == "rsd-schritte" else {
      root.items += [
        .init("ergebnis", "kontaktabbruch"), .init("kontaktabbruch_hinweis", ["letzter_kontakt": "2025-11-13"]),
      ]
      return try Town.record("rueckmeldung-sd", root)
    }
    root.items += [.init("ergebnis", "teilloesung"), .init("text", "Die Klage ist abgewendet.")]
    if use == "rsd-schritte" { root.items.append(.init("offene_punkte", "Raten bis März.")) }
    return try Town.record("rueckmeldung-sd", root)
  }

  private func release() throws -> Record {
    var root = Self.content(number: "KSA-5-2025-0031-SPE-01")
    root.items += Self.custody[custody] ?? []
    let people = Self.people[signers] ?? []
    for person in people { root.items.append(.init("erklaerende", .group(person.declared))) }
    for person in people where person.day != nil {
      root.items.append(.init("unterschriften", .group(person.signature)))
    }
    return try Town.record("schweigepflichtentbindung", root)
  }

  private func second() throws -> Record {
    var root = Self.content(number: "KSA-5-2025-0031-SPE-02")
    root.items += Self.custody["allein_mutter"] ?? []
    let mother = Person("Annika", "von der Heydt", "mutter", "2025-11-03")
    root.items += [.init("erklaerende", .group(mother.declared)), .init("unterschriften", .group(mother.signature))]
    return try Town.record("schweigepflichtentbindung", root)
  }

  private static func content(number: String) -> RecordGroup {
    RecordGroup([
      .init("spe_id", .value(number)), .init("fassung", "de_1"), .init("erstellt_am", "2025-11-02"),
      .init("kinder", ["vorname": "Mai-Linh", "namenszusatz": "von der", "nachname": "Heydt"]),
      .init(
        "empfaenger",
        [
          "name": "Frau Kowalski-Brandt", "funktion": "zuständige Fachkraft Sozialer Dienst",
          "einrichtung": "Jugendamt Bochum, Bezirk Süd",
        ]),
      .init("empfaenger", ["name": "Frau Großjohann", "funktion": "Leitung", "einrichtung": "Kita Purzelbaum"]),
      .init("umfang", "kontaktstatus"), .init("umfang", "ergebnis"), .init("umfang", "schritte"),
      .init("unterlagen", "ja"), .init("unterlagen_welche", "Sprachtest; Bericht der Kita"),
      .init("gueltig_bis_art", "abschluss_rueckmeldung"),
    ])
  }
}
