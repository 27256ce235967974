private let district = "teil2-stadtbezirk"
private let published = "teil2-veroeffentlichung"

/// The quarter before the example, with figures changed.
private func before(_ edits: [String]) -> [FigureCase.Beside] {
  [.same(["quartal=II", "erstellt_am=2025-07-10"] + edits)]
}

/// The rules of part 2.
let familyCases: [FigureCase] = [
  FigureCase(
    "E-ST2-01", "41 and 14 without 11", district, wrong: ["a5_bestand_ende=45"], right: ["a5_bestand_ende=44"]),
  FigureCase("E-ST2-02", "the head of department is missing", district, wrong: ["empfaenger[2]="]),
  FigureCase(
    "E-ST2-03", "a family without a way in", district, wrong: ["b_kita=6"], right: ["b_kita=6", "b_unbekannt=1"],
    path: "a2_neu"),
  FigureCase("E-ST2-04", "next year", district, wrong: ["jahr=2026"], right: ["jahr=2025"]),
  FigureCase("W-ST2-05", "before there was Kita social work", district, wrong: ["jahr=2015"], right: ["jahr=2016"]),
  FigureCase(
    "W-ST2-06", "final while the quarter runs", district, wrong: ["quartal=IV"],
    right: ["quartal=IV", "status=vorlaeufig"]),
  FigureCase(
    "W-ST2-07", "made a day before its end", district, wrong: ["erstellt_am=2025-09-29"],
    right: ["erstellt_am=2025-09-30"]),
  FigureCase(
    "E-ST2-08", "made tomorrow", district, wrong: ["erstellt_am=2025-11-21"], right: ["erstellt_am=2025-11-20"]),
  FigureCase(
    "H-ST2-09", "made a day late", district, wrong: ["erstellt_am=2025-10-16"], right: ["erstellt_am=2025-10-15"]),
  FigureCase("E-ST2-10", "more back than new", district, wrong: ["a3_wieder=15"], right: ["a3_wieder=14"]),
  FigureCase("E-ST2-11", "more single talks than new", district, wrong: ["a6_kurz=15"], right: ["a6_kurz=14"]),
  FigureCase(
    "E-ST2-12", "more alone than there are families", district, wrong: ["d_alleinerziehend=39"],
    right: ["d_alleinerziehend=38"], path: "d_alleinerziehend"),
  FigureCase(
    "E-ST2-12", "more interpreted than there are families", district, wrong: ["d_sprachmittlung=39"],
    right: ["d_sprachmittlung=38"], path: "d_sprachmittlung"),
  FigureCase(
    "E-ST2-13", "a main topic that is named less often", district, wrong: ["e_betreuung_genannt=4"],
    right: ["e_betreuung_genannt=5"], path: "e_betreuung_haupt"),
  FigureCase("H-ST2-14", "a figure nobody entered", district, wrong: ["h3_kwg="], right: ["h3_kwg=0"], path: "h3_kwg"),
  FigureCase(
    "W-ST2-16", "fewer children than families with one", district,
    wrong: ["familien_mit_kind=38", "familien=50", "c_summe=37"], right: ["familien_mit_kind=38", "c_summe=46"]),
  FigureCase(
    "W-ST2-17", "not where the quarter before ended", district, right: ["a1_bestand_anfang=40"],
    beside: before(["a5_bestand_ende=40"])),
  FigureCase(
    "E-ST2-21", "not rounded", published, wrong: ["familien=1042"], right: ["familien=1040"], path: "familien"),
  FigureCase("E-ST2-22", "figures of one worker for the public", published, wrong: ["ebene=fachkraft"]),
  FigureCase("E-ST2-23", "the public gets exact figures", district, wrong: ["empfaenger[3]=jha"]),
  FigureCase(
    "E-ST2-24", "more families with a child than families", district, wrong: ["familien_mit_kind=39"],
    right: ["familien_mit_kind=38"]),
  FigureCase(
    "W-ST2-25", "a child whose age is not known", district, beside: [.note(["kinder[1]/geburtsdatum="])],
    besideRight: [.note(["kinder[1]/geburtsdatum=2021"])]),
  FigureCase(
    "H-ST2-26", "more arrived than were sent", district, wrong: ["f_eb_angekommen=5"], right: ["f_eb_angekommen=4"],
    path: "f_eb_angekommen"),
  FigureCase("E-ST2-27", "an end without a reason", district, wrong: ["g_wegzug=1"], right: ["g_wegzug=0"]),
  FigureCase("E-ST2-28", "a family in two districts", district, wrong: ["i_3=1"], right: ["i_3=1", "i_2=35"]),
  FigureCase(
    "E-ST2-43", "a family that comes to the town from nowhere", "teil2-gesamtstadt", wrong: ["a8_uebernommen=1"],
    right: ["a8_uebernommen=0"], path: "a8_uebernommen"),
  FigureCase(
    "E-ST2-43", "a family that leaves for nowhere", "teil2-gesamtstadt", wrong: ["a9_abgegeben=1"],
    right: ["a9_abgegeben=0"], path: "a9_abgegeben"),
  FigureCase(
    "E-ST2-31", "one child more", district, wrong: ["c_summe=47"], right: ["c_summe=47", "c_u6_kita=22"],
    path: "c_summe"),
  FigureCase("E-ST2-33", "a family with two main topics", district, wrong: ["e_but_haupt=1"], right: ["e_but_haupt=0"]),
  FigureCase("E-ST2-34", "sent by the social service", district, wrong: ["h1_vom_sd=3"], right: ["h1_vom_sd=2"]),
  FigureCase("E-ST2-35", "a telephone number", district, wrong: ["j_trends=Rückruf 0171 3920012"]),
  FigureCase("E-ST2-36", "an address of mail", district, wrong: ["j_trends=an a@example.org gemeldet"]),
  FigureCase("E-ST2-37", "a birth date", district, wrong: ["j_trends=Kind geb. 03.05.2021 umgezogen"]),
  FigureCase("W-ST2-38", "a full date", district, wrong: ["j_trends=Am 03.09.2025 geschlossen"]),
  FigureCase("W-ST2-39", "an address", district, wrong: ["j_trends=Familie in der Günnigfelder Straße 88"]),
  FigureCase("W-ST2-40", "a name", district, wrong: ["j_trends=Frau Kowalski kam oft"]),
]
