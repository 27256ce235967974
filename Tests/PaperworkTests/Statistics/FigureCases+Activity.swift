private let one = "teil1-quartal"
private let town = "teil1-gesamtstadt"
private let published = "teil1-veroeffentlichung"

/// The quarter before the example, with one figure changed.
private func before(_ edits: [String]) -> [FigureCase.Beside] {
  [.same(["quartal=II", "erstellt_am=2025-07-10"] + edits)]
}

/// The rules of part 1, and of the tables of months in it.
let activityCases: [FigureCase] = [
  FigureCase(
    "E-ST1-01", "one more than the rows", one, wrong: ["a_summe/quartal=165"], right: ["a_summe/quartal=164"],
    path: "a_summe/quartal"),
  FigureCase(
    "E-ST1-01", "a month of block B", one, wrong: ["b_summe/monat_2=6"], right: ["b_summe/monat_2=7"],
    path: "b_summe/monat_2"),
  FigureCase(
    "E-ST1-01", "block C, while a row is not known yet", one,
    wrong: ["c9_gruppe/quartal=", "c_summe/quartal=52"], right: ["c9_gruppe/quartal=", "c_summe/quartal=54"],
    path: "c_summe/quartal"),
  FigureCase(
    "E-MON-01", "three months and the quarter", one, wrong: ["a1_telefon/quartal=62"],
    right: ["a1_telefon/quartal=63"], path: "a1_telefon/quartal"),
  FigureCase(
    "E-MON-01", "a month is not known yet", one, wrong: ["a9_ausgefallen/monat_1=3", "a9_ausgefallen/quartal=2"],
    right: ["a9_ausgefallen/monat_1=3", "a9_ausgefallen/quartal=3"], path: "a9_ausgefallen/quartal"),
  FigureCase("E-ST1-03", "the head of department", one, wrong: ["empfaenger[1]=sgl", "empfaenger[2]=al"]),
  FigureCase("E-ST1-03", "the public", one, wrong: ["empfaenger[1]=jha"]),
  FigureCase("E-ST1-04", "next year", one, wrong: ["jahr=2026"], right: ["jahr=2025"]),
  FigureCase(
    "W-ST1-05", "before there was Kita social work", one, wrong: ["jahr=2015"], right: ["jahr=2016"]),
  FigureCase(
    "W-ST1-06", "final while the quarter runs", one, wrong: ["quartal=IV"],
    right: ["quartal=IV", "status=vorlaeufig"]),
  FigureCase(
    "W-ST1-07", "made a day before its end", one, wrong: ["erstellt_am=2025-09-29"],
    right: ["erstellt_am=2025-09-30"]),
  FigureCase("E-ST1-08", "made tomorrow", one, wrong: ["erstellt_am=2025-11-21"], right: ["erstellt_am=2025-11-20"]),
  FigureCase(
    "H-ST1-09", "made a day late", one, wrong: ["erstellt_am=2025-10-16"], right: ["erstellt_am=2025-10-15"]),
  FigureCase(
    "E-ST1-10", "more interpreted than all", town, wrong: ["a10_sprachmittlung/monat_1=2430"],
    right: ["a10_sprachmittlung/monat_1=2429"], path: "a10_sprachmittlung/monat_1"),
  FigureCase(
    "W-ST1-11", "the notes say another number", one,
    right: ["a1_telefon/monat_3=1", "a1_telefon/quartal=1"], beside: [.note([])], path: "a1_telefon/monat_3"),
  FigureCase(
    "W-ST1-12", "without a reason", one, wrong: [], right: ["abweichung_grund=Strichliste der Vertretung"],
    beside: [.note([])]),
  FigureCase(
    "H-ST1-13", "more than half as many again", one, beside: before(["a1_telefon/quartal=41"]),
    besideRight: before(["a1_telefon/quartal=42"]), path: "a1_telefon/quartal"),
  FigureCase(
    "H-ST1-13", "less than half", one, beside: before(["a1_telefon/quartal=127"]),
    besideRight: before(["a1_telefon/quartal=126"]), path: "a1_telefon/quartal"),
  FigureCase(
    "H-ST1-13", "not the quarter before", one, beside: before(["a1_telefon/quartal=41"]),
    besideRight: before(["a1_telefon/quartal=41", "quartal=I"]), path: "a1_telefon/quartal"),
  FigureCase(
    "H-ST1-13", "another worker’s quarter", one, beside: before(["a1_telefon/quartal=41"]),
    besideRight: before(["a1_telefon/quartal=41", "fachkraft/name=Mareike Töpfer"]), path: "a1_telefon/quartal"),
  FigureCase(
    "H-ST1-14", "a figure nobody entered", town, wrong: ["c9_gruppe/monat_1="], right: ["c9_gruppe/monat_1=0"],
    path: "c9_gruppe/monat_1"),
  FigureCase("E-ST1-15", "a telephone number", one, wrong: ["bemerkung=Rückruf 0171 3920012"]),
  FigureCase(
    "E-ST1-16", "an address of mail in the reason", one, wrong: ["abweichung_grund=an a@example.org gemeldet"],
    right: ["abweichung_grund=an die Leitung gemeldet"]),
  FigureCase(
    "E-ST1-17", "a birth date", one, wrong: ["bemerkung=Kind geb. 03.05.2021 umgezogen"],
    right: ["bemerkung=ein Kind umgezogen"]),
  FigureCase(
    "W-ST1-18", "a full date", one, wrong: ["bemerkung=Am 03.09.2025 geschlossen"],
    right: ["bemerkung=Im September geschlossen"]),
  FigureCase(
    "W-ST1-19", "an address", one, wrong: ["bemerkung=Familie in der Günnigfelder Straße 88"],
    right: ["bemerkung=Familien in Günnigfeld"]),
  FigureCase(
    "W-ST1-20", "a name", one, wrong: ["bemerkung=Frau Kowalski kam oft"], right: ["bemerkung=Eine Mutter kam oft"]),
  FigureCase(
    "E-ST1-21", "not rounded", published, wrong: ["a1_telefon/quartal=3722"], right: ["a1_telefon/quartal=3720"],
    path: "a1_telefon/quartal"),
  FigureCase(
    "E-ST1-22", "figures of one worker for the public", published, wrong: ["ebene=fachkraft", "stadtbezirk[1]=2"]),
]
