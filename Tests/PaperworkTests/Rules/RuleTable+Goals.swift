/// Rules of the goals that a family and its worker set down together.
let goalRules: [PaperCase] = [
  PaperCase("E-ZIEL-01", "of tomorrow", .goals, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase(
    "E-ZIEL-02", "a step due the day before the talk", .goals, wrong: ["ziele[1]/schritte[1]/bis=2025-09-14"],
    right: ["ziele[1]/schritte[1]/bis=2025-09-15"]),
  PaperCase(
    "E-ZIEL-03", "a step done tomorrow", .goals, wrong: ["ziele[1]/schritte[1]/erledigt_am=2025-11-21"],
    right: ["ziele[1]/schritte[1]/erledigt_am=2025-11-20"]),
  PaperCase(
    "E-ZIEL-04", "reviewed tomorrow", .goals, wrong: ["ziele[1]/ergebnis_am=2025-11-21"],
    right: ["ziele[1]/ergebnis_am=2025-11-20"]),
  PaperCase(
    "W-ZIEL-05", "reviewed before it was set", .goals, wrong: ["ziele[1]/ergebnis_am=2025-09-14"],
    right: ["ziele[1]/ergebnis_am=2025-09-15"]),
  PaperCase(
    "E-ZIEL-06", "a day of review without its result", .goals, wrong: ["ziele[1]/ergebnis="],
    right: ["ziele[1]/ergebnis=", "ziele[1]/ergebnis_am="]),
  PaperCase(
    "H-ZIEL-07", "a goal without a step", .goals,
    wrong: ["ziele[2]/schritte=", "ziele[2]/ergebnis=", "ziele[2]/ergebnis_am="], right: ["ziele[2]/schritte="]),
  PaperCase(
    "H-ZIEL-08", "six goals", .goals,
    wrong: ["ziele[4]/ziel=a", "ziele[5]/ziel=b", "ziele[6]/ziel=c"], right: ["ziele[4]/ziel=a", "ziele[5]/ziel=b"]),
  PaperCase(
    "W-ZIEL-09", "a protected address", .goals, wrong: ["ziele[1]/vorhanden=Ruhe im Musterweg 7"],
    right: ["ziele[1]/vorhanden=Ruhe zu Hause"],
    wrongBeside: protectedNote, rightBeside: protectedNote),
  PaperCase("E-ZIEL-vorgangsnummer-fehlt", "of no case", .goals, wrong: ["vorgangsnummer="]),
  PaperCase("E-ZIEL-datum-fehlt", "no day", .goals, wrong: ["datum="]),
  PaperCase(
    "E-ZIEL-fachkraft-fehlt", "nobody", .goals,
    wrong: ["fachkraft/name=", "fachkraft/funktion=", "fachkraft/stadtbezirk="]),
  PaperCase("E-ZIEL-fachkraft.name-fehlt", "a function without a name", .goals, wrong: ["fachkraft/name="]),
  PaperCase("E-ZIEL-familie-fehlt", "no family", .goals, wrong: ["familie[2]=", "familie[1]="]),
  PaperCase("E-ZIEL-ziele-fehlt", "no goal", .goals, wrong: ["ziele[3]=", "ziele[2]=", "ziele[1]="]),
  PaperCase("E-ZIEL-ziele.ziel-fehlt", "steps to nothing", .goals, wrong: ["ziele[1]/ziel="]),
  PaperCase("E-ZIEL-ziele.schritte.wer-fehlt", "nobody does it", .goals, wrong: ["ziele[1]/schritte[1]/wer="]),
  PaperCase("E-ZIEL-ziele.schritte.was-fehlt", "nothing is done", .goals, wrong: ["ziele[1]/schritte[1]/was="]),
  PaperCase(
    "E-ZIEL-ziele.ergebnis_am-fehlt", "reviewed on no day", .goals, wrong: ["ziele[1]/ergebnis_am="],
    right: ["ziele[1]/ergebnis_am=", "ziele[1]/ergebnis="]),
  PaperCase(
    "E-ZIEL-ziele.neuer_bedarf-fehlt", "something else, and not what", .goals, wrong: ["ziele[3]/neuer_bedarf="],
    right: ["ziele[3]/neuer_bedarf=", "ziele[3]/ergebnis=nicht"]),
  PaperCase(
    "H-ZIEL-ziele.neuer_bedarf-entfaellt", "something else, though it was reached", .goals,
    wrong: ["ziele[3]/ergebnis=erreicht"], right: ["ziele[3]/ergebnis=erreicht", "ziele[3]/neuer_bedarf="]),
  PaperCase(
    "W-ZIEL-loeschen_am-berechnet", "follows from the end", .goals, wrong: ["loeschen_am=2026-10-11"],
    right: ["beendet_am=2025-10-10", "loeschen_am=2026-10-11"]),
]

/// A note of the same case in which a mother's address is protected.
let protectedNote: [[String]] = [
  [
    "form=gespraechsnotiz", "vorgangsnummer=KSA-5-2025-0088", "notiz_nr=1", "datum=2025-09-01",
    "ratsuchende[1]/vorname=Svenja", "ratsuchende[1]/nachname=Dörrenhaus", "ratsuchende[1]/anschrift/strasse=Musterweg",
    "ratsuchende[1]/anschrift/hausnummer=7", "ratsuchende[1]/anschrift/schutzadresse=ja",
  ]
]
