/// Rules of the list of visits and meetings, which names no family.
let presenceRules: [PaperCase] = [
  PaperCase("E-BES-01", "kept up to tomorrow", .presence, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase(
    "E-BES-02", "a meeting of tomorrow", .presence, wrong: ["termine[9]/datum=2025-11-21"],
    right: ["termine[9]/datum=2025-11-20"]),
  PaperCase(
    "W-BES-03", "more than a quarter of a year before the list", .presence, wrong: ["termine[1]/datum=2025-07-30"],
    right: ["termine[1]/datum=2025-07-31"]),
  PaperCase(
    "W-BES-04", "the same visit twice", .presence,
    wrong: ["termine[3]/datum=2025-10-01", "termine[3]/ort=Kita Purzelbaum", "termine[3]/thema=Sprechzeit"],
    right: ["termine[3]/datum=2025-10-01", "termine[3]/ort=Kita Purzelbaum", "termine[3]/thema=Vorstellung"]),
  PaperCase(
    "W-BES-05", "the same visit in another list of hers", .presence,
    wrongBeside: [
      [
        "form=besuch", "fachkraft/name=Mareike Töpfer", "termine[1]/datum=2025-10-01", "termine[1]/art=kitabesuch",
        "termine[1]/ort=Kita Purzelbaum", "termine[1]/thema=Sprechzeit",
      ]
    ],
    rightBeside: [
      [
        "form=besuch", "fachkraft/name=Jörg Weißhaupt", "termine[1]/datum=2025-10-01", "termine[1]/art=kitabesuch",
        "termine[1]/ort=Kita Purzelbaum", "termine[1]/thema=Sprechzeit",
      ]
    ]),
  PaperCase(
    "E-BES-06", "a telephone", .presence, wrong: ["termine[1]/thema=Rückruf 0171 3920012"],
    right: ["termine[1]/thema=Rückruf"]),
  PaperCase(
    "E-BES-06", "an e-mail address", .presence, wrong: ["termine[1]/ort=leitung@example.org"],
    right: ["termine[1]/ort=Büro der Leitung"]),
  PaperCase(
    "E-BES-07", "the birth of a child", .presence, wrong: ["termine[1]/thema=Kind geb. 03.05.2021"],
    right: ["termine[1]/thema=Kinder ab drei"]),
  PaperCase(
    "W-BES-08", "a family", .presence, wrong: ["termine[1]/thema=Gespräch über Familie Yıldız"],
    right: ["termine[1]/thema=Gespräch über Familien"]),
  PaperCase(
    "W-BES-09", "where somebody lives", .presence, wrong: ["termine[1]/thema=Wohnung Musterweg 7"],
    right: ["termine[1]/ort=Stadtteiltreff, Musterweg 7"]),
  PaperCase(
    "W-BES-10", "a worker of no district", .presence, wrong: ["fachkraft/stadtbezirk="],
    right: ["fachkraft/stadtbezirk=6"]),
  PaperCase(
    "W-BES-11", "a meeting after the day of the list", .presence, wrong: ["termine[9]/datum=2025-11-01"],
    right: ["termine[9]/datum=2025-10-31"]),
  PaperCase("E-BES-datum-fehlt", "no day", .presence, wrong: ["datum="]),
  PaperCase(
    "E-BES-fachkraft-fehlt", "nobody", .presence,
    wrong: ["fachkraft/name=", "fachkraft/funktion=", "fachkraft/stadtbezirk="]),
  PaperCase("E-BES-fachkraft.name-fehlt", "a function without a name", .presence, wrong: ["fachkraft/name="]),
  PaperCase(
    "E-BES-termine-fehlt", "no meeting", .presence,
    wrong: (1...9).reversed().map { "termine[\($0)]=" }),
  PaperCase("E-BES-termine.datum-fehlt", "without a day", .presence, wrong: ["termine[1]/datum="]),
  PaperCase("E-BES-termine.art-fehlt", "of no kind", .presence, wrong: ["termine[1]/art="]),
  PaperCase(
    "E-BES-termine.ort-fehlt", "a visit nowhere", .presence, wrong: ["termine[1]/ort="],
    right: ["termine[1]/ort=", "termine[1]/art=team"]),
]
