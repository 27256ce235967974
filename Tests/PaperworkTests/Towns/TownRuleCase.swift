/// A rule of a town on both sides: an example that keeps it, and how to break it.
struct TownRuleCase: Sendable, CustomStringConvertible {
  let town: String
  let example: String
  let id: String
  /// What is changed for the rule to be broken.
  var broken: [String] = []
  /// What is changed for the rule to be kept, where the example itself breaks it.
  var kept: [String] = []
  /// The papers beside it while it is broken, each an example with its changes.
  var beside: [(example: String, edits: [String])] = []
  /// The papers beside it while it is kept.
  var besideKept: [(example: String, edits: [String])] = []

  var description: String { "\(town) \(id)" }

  private static func rules(_ town: String, _ example: String, _ broken: [(String, [String])]) -> [Self] {
    broken.map { Self(town: town, example: example, id: $0.0, broken: $0.1) }
  }

  /// Free words that no paper without families may hold.
  private static func privacy(_ town: String, _ example: String, _ short: String, _ field: String) -> [Self] {
    rules(
      town, example,
      [
        ("E-\(short)-07", ["\(field)=Anruf bei 0171 3920012"]),
        ("W-\(short)-07", ["\(field)=Gespräch mit Frau Yıldız"]),
      ])
  }

  /// Another paper of the same year, month or day beside it.
  private static func doubled(_ town: String, _ example: String, _ id: String, _ other: String) -> Self {
    Self(town: town, example: example, id: id, beside: [(example, [other])])
  }

  static let all = mayenKoblenz + dortmund + gelsenkirchen + kekiz

  private static let mayenKoblenz = { (town: String) -> [Self] in
    rules(
      town, "bedarfsanalyse-2025",
      [
        ("E-BA-01", ["bis=2025-01-01"]), ("E-BA-02", ["indikatoren="]), ("W-BA-03", ["indikatoren=zugang"]),
        ("W-BA-04", ["wochenstunden=20"]), ("E-BA-05", ["fragebogen_zurueck=81"]), ("W-BA-06", ["bedarfe[2]/rang=1"]),
        ("E-BA-10", ["jahr=2027"]), ("E-BA-11", ["datum=2025-12-01"]),
      ])
      + privacy(town, "bedarfsanalyse-2025", "BA", "ergebnisse")
      + rules(
        town, "zielvereinbarung-2025",
        [
          ("W-ZV-01", ["bedarfsanalyse_jahr="]), ("W-ZV-02", ["bedarfsanalyse_jahr=2023"]),
          ("E-ZV-04", ["ziele[1]/termin=2025-03-01"]), ("W-ZV-05", ["ziele[1]/termin=2026-02-01"]),
          ("E-ZV-06", ["unterschrieben_am=2025-03-01"]), ("E-ZV-10", ["jahr=2027"]), ("E-ZV-11", ["datum=2025-12-01"]),
        ])
      + privacy(town, "zielvereinbarung-2025", "ZV", "ziele[1]/ziel")
      + rules(
        town, "sachbericht-2024",
        [
          ("E-SB-02", ["g_summe=73"]), ("E-SB-03", ["zielerreichung[2]/grund="]), ("E-SB-10", ["jahr=2026"]),
          ("E-SB-11", ["erstellt_am=2025-12-01"]), ("E-SB-12", ["quartal=I"]), ("W-SB-13", ["erstellt_am=2024-11-01"]),
          ("E-SB-14", ["einsatz_beendet_am=2026-01-01"]),
        ])
      + privacy(town, "sachbericht-2024", "SB", "ausblick")
      + rules(
        town, "jahresstatistik-2024",
        [
          ("E-JS-02", ["t_summe=1"]), ("E-JS-05", ["ausgabe=veroeffentlichung"]), ("E-JS-10", ["jahr=2026"]),
          ("E-JS-11", ["erstellt_am=2025-12-01"]), ("E-JS-12", ["quartal=I"]),
        ])
      + privacy(town, "jahresstatistik-2024", "JS", "einordnung")
      + rules(
        town, "sozialraumteam-pellenz",
        [
          ("E-SRT-01", ["datum=2025-12-01"]), ("E-SRT-02", ["sozialraum=5"]),
          ("E-SRT-03", ["verabredungen[1]/bis=2025-01-01"]), ("E-SRT-04", ["naechstes_am=2025-10-01"]),
          ("H-SRT-05", ["naechstes_am=2026-06-01"]),
        ])
      + privacy(town, "sozialraumteam-pellenz", "SRT", "inhalt")
      + rules(
        town, "traegervereinbarung-familienwerk",
        [
          ("E-TV-01", ["datum=2025-12-01"]), ("E-TV-02", ["gilt_bis=2024-12-31"]),
          ("W-TV-03", ["einsaetze[1]/stunden=40"]),
          ("E-TV-04", ["einsaetze[2]/kita=Kita Rheinkiesel"]), ("W-TV-05", ["abschlag=5000"]),
          ("E-TV-06", ["unterschrieben_am=2026-01-01"]),
        ])
      + privacy(town, "traegervereinbarung-familienwerk", "TV", "besonderes")
      + rules(town, "gespraechsnotiz-erstkontakt", [("W-GN-M01", ["arbeitsdimension=falluebergreifend"])])
      + [
        Self(town: town, example: "kwg-meldebogen-kurz", id: "W-KWG-M01", kept: ["insofa_hinzugezogen=ja"]),
        doubled(town, "bedarfsanalyse-2025", "E-BA-09", "ergebnisse=Etwas anderes"),
        doubled(town, "zielvereinbarung-2025", "W-ZV-09", "kitaleitung=Jemand anderes"),
        doubled(town, "sachbericht-2024", "E-SB-01", "ausblick=Etwas anderes"),
        doubled(town, "sozialraumteam-pellenz", "W-SRT-09", "inhalt=Etwas anderes"),
        Self(
          town: town, example: "zielvereinbarung-2025", id: "W-ZV-03", beside: [("sachbericht-2024", [])],
          besideKept: [("bedarfsanalyse-2025", [])]),
        Self(
          town: town, example: "sachbericht-2024", id: "W-SB-05", beside: [("bedarfsanalyse-2025", [])],
          besideKept: [("zielvereinbarung-2025", ["jahr=2024"])]),
        Self(
          town: town, example: "sachbericht-2024", id: "W-SB-04", beside: [("zielvereinbarung-2025", ["jahr=2024"])],
          besideKept: [("zielvereinbarung-2025", [])]),
      ]
  }("mayen-koblenz")

  private static let dortmund = { (town: String) -> [Self] in
    rules(
      town, "kurzberatung",
      [
        ("E-GN-D01", ["notiz_nr=3"]), ("W-GN-D02", ["fallstatus=laufend", "beendet_am=", "beendigungsgrund="]),
        ("E-GN-15", ["vorgangsnummer=KSD-inn-2025-0009"]),
      ])
      + rules(
        town, "lotsendienst",
        [
          (
            "W-GN-D03",
            [
              "fallstatus=beendet", "beendet_am=2025-08-19", "beendigungsgrund=kein_bedarf", "kontaktart=buero",
              "vermittlungen[1]/art=info",
            ]
          )
        ])
      + rules(town, "familienberatung", [("W-GN-D04", ["phase="])])
      + rules(
        town, "ankerstandorte-2025",
        [
          ("W-ANK-01", ["datum=2027-01-01"]), ("W-ANK-02", ["standorte[1]/kitas=31"]),
          (
            "E-ANK-04",
            [
              "standorte[2]/standort=hafen", "standorte[2]/fachkraft=Jörg Weißhaupt",
              "standorte[2]/sprechzeit=dienstags 9 bis 12 Uhr",
            ]
          ),
        ])
      + privacy(town, "ankerstandorte-2025", "ANK", "standorte[1]/sprechzeit")
      + rules(
        town, "statistik-beratungsart-quartal",
        [
          ("E-SBA-01", ["o_lotsendienst=30"]), ("E-SBA-02", ["b_summe=1"]), ("E-SBA-05", ["ausgabe=veroeffentlichung"]),
          ("E-SBA-10", ["jahr=2026"]), ("E-SBA-11", ["erstellt_am=2025-12-01"]), ("W-SBA-12", ["quartal=IV"]),
          ("E-SBA-13", ["ausgabe=veroeffentlichung", "ebene=fachkraft"]),
        ])
      + privacy(town, "statistik-beratungsart-quartal", "SBA", "bemerkung")
      + [
        doubled(town, "ankerstandorte-2025", "W-ANK-05", "ersteller/name=Jemand anderes"),
        doubled(town, "statistik-beratungsart-quartal", "W-SBA-08", "b_kurzberatung=1"),
        Self(town: town, example: "ankerstandorte-2025", id: "W-ANK-03", kept: ["standorte[3]/vertraulich=ja"]),
        Self(
          town: town, example: "lotsendienst", id: "W-GN-D05", broken: ["datum=2025-11-04", "notiz_nr=3"],
          beside: [("familienberatung", [])], besideKept: [("familienberatung", [])]),
      ]
  }("dortmund")

  private static let gelsenkirchen = { (town: String) -> [Self] in
    rules(town, "gespraechsnotiz-eigene-kita", [("W-GN-G01", ["kita=Kita Ruhrwiese"])])
      + rules(
        town, "weiterleitung",
        [
          ("E-WL-01", ["datum=2025-12-01"]), ("E-WL-02", ["weg=genannt"]), ("W-WL-03", ["kita=Kita Sonnenhügel"]),
          ("E-WL-04", ["gesagt_am=2025-10-30"]), ("E-WL-05", ["zustimmung_am="]),
          ("E-WL-06", ["zustimmung_am=2025-10-30"]),
          ("W-WL-08", ["anhaltspunkte=ja"]),
        ])
      + privacy(town, "weiterleitung", "WL", "anliegen")
      + rules(
        town, "kinderschutz-team",
        [
          ("E-KST-01", ["datum=2025-12-01"]), ("W-KST-02", ["insofa=nein"]), ("W-KST-03", ["leitung_informiert=nein"]),
          ("E-KST-04", ["verabredungen[1]/bis=2025-01-01"]),
        ])
      + privacy(town, "kinderschutz-team", "KST", "inhalt")
      + rules(
        town, "pluskita-nachweis-2024",
        [
          ("W-PKN-02", ["personalkosten=40000"]), ("W-PKN-03", ["gruppendienst=12"]), ("E-PKN-04", ["eigene=200"]),
          ("E-PKN-10", ["jahr=2026"]), ("E-PKN-11", ["erstellt_am=2025-12-01"]),
        ])
      + privacy(town, "pluskita-nachweis-2024", "PKN", "bericht")
      + [doubled(town, "pluskita-nachweis-2024", "W-PKN-05", "bericht=Etwas anderes")]
  }("gelsenkirchen")

  private static let kekiz = [
    Self(
      town: "kekiz", example: "gespraechsnotiz-begruessungsteam", id: "W-GN-K01",
      broken: ["bereits_beteiligt[1]/stelle="]),
    Self(
      town: "kekiz", example: "gespraechsnotiz-begruessungsteam", id: "E-GN-09",
      broken: ["zustimmung_kontaktweitergabe="]),
    Self(town: "kekiz", example: "gespraechsnotiz-begruessungsteam", id: "W-GN-73", broken: ["keine_hilfen=ja"]),
  ]
}
