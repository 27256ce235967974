/// Rules of the list that says which worker is there for which Kita.
let kitaRules: [PaperCase] = [
  PaperCase("W-ZUO-01", "more than a year ahead", .kitas, wrong: ["datum=2026-11-22"], right: ["datum=2026-11-21"]),
  PaperCase(
    "E-ZUO-02", "she stands in for herself", .kitas, wrong: ["zuordnungen[1]/vertretung=Mareike Töpfer"],
    right: ["zuordnungen[1]/vertretung=Anna Großkreutz"]),
  PaperCase("H-ZUO-03", "nobody stands in", .kitas, wrong: ["zuordnungen[1]/vertretung="]),
  PaperCase(
    "E-ZUO-04", "a Kita with two workers", .kitas, wrong: ["zuordnungen[2]/kita=Kita Purzelbaum"],
    right: ["zuordnungen[2]/kita=Kita Purzelbaum", "zuordnungen[2]/stadtbezirk=6"]),
  PaperCase("H-ZUO-05", "thirty-one Kitas for one worker", .kitas, wrong: kitas(29), right: kitas(28)),
  PaperCase(
    "E-ZUO-06", "a telephone", .kitas, wrong: ["zuordnungen[1]/kita=Kita Purzelbaum, 0234 910-5463"],
    right: ["zuordnungen[1]/kita=Kita Purzelbaum, Haus 2"]),
  PaperCase(
    "W-ZUO-07", "another list of the day", .kitas,
    wrongBeside: [["form=kita-zuordnung", "datum=2025-08-01", "zuordnungen[1]/kita=Kita Mondschein"]],
    rightBeside: [["form=kita-zuordnung", "datum=2025-08-02", "zuordnungen[1]/kita=Kita Mondschein"]]),
  PaperCase("E-ZUO-datum-fehlt", "no day", .kitas, wrong: ["datum="]),
  PaperCase("E-ZUO-ersteller-fehlt", "by nobody", .kitas, wrong: ["ersteller="]),
  PaperCase("E-ZUO-ersteller.name-fehlt", "a function without a name", .kitas, wrong: ["ersteller/name="]),
  PaperCase("E-ZUO-zuordnungen-fehlt", "no Kita", .kitas, wrong: ["zuordnungen="]),
  PaperCase("E-ZUO-zuordnungen.kita-fehlt", "a worker for nothing", .kitas, wrong: ["zuordnungen[1]/kita="]),
  PaperCase("E-ZUO-zuordnungen.stadtbezirk-fehlt", "nowhere", .kitas, wrong: ["zuordnungen[1]/stadtbezirk="]),
  PaperCase("E-ZUO-zuordnungen.fachkraft-fehlt", "nobody is there", .kitas, wrong: ["zuordnungen[1]/fachkraft="]),
]

/// So many further Kitas for the worker who has two.
private func kitas(_ count: Int) -> [String] {
  (6..<6 + count).flatMap {
    [
      "zuordnungen[\($0)]/kita=Kita \($0)", "zuordnungen[\($0)]/stadtbezirk=5",
      "zuordnungen[\($0)]/fachkraft=Mareike Töpfer", "zuordnungen[\($0)]/vertretung=Jörg Weißhaupt",
    ]
  }
}
