/// Rules of the papers that no family is named in: information, proof of deletion, agreement between offices.
let officeRules: [PaperCase] = [
  PaperCase("E-LSP-01", "handed over tomorrow", .easyRead, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase("E-LSP-fachkraft.name-fehlt", "a telephone without a name", .easyRead, wrong: ["fachkraft/name="]),
  PaperCase("E-DSI-02", "handed over tomorrow", .information, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase("E-LP-01", "of tomorrow", .deletion, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase(
    "E-LP-02", "destroyed the day after the proof", .deletion, wrong: ["eintraege[1]/vernichtet_am=2025-11-19"],
    right: ["eintraege[1]/vernichtet_am=2025-11-18"]),
  PaperCase(
    "W-LP-03", "fifteen days late", .deletion, wrong: ["eintraege[1]/frist_ende=2025-11-02"],
    right: ["eintraege[1]/frist_ende=2025-11-03"]),
  PaperCase(
    "E-LP-04", "deleted on the last day of the period", .deletion, wrong: ["eintraege[1]/frist_ende=2025-11-17"],
    right: ["eintraege[1]/frist_ende=2025-11-16"]),
  PaperCase(
    "E-LP-04", "deleted early at nobody's wish", .deletion, wrong: ["eintraege[3]/vorzeitig=nein"],
    right: ["eintraege[3]/vorzeitig=ja"]),
  PaperCase("E-LP-datum-fehlt", "no day", .deletion, wrong: ["datum="]),
  PaperCase("E-LP-fachkraft-fehlt", "nobody did it", .deletion, wrong: ["fachkraft/name=", "fachkraft/funktion="]),
  PaperCase(
    "E-LP-eintraege-fehlt", "nothing was deleted", .deletion,
    wrong: ["eintraege[3]=", "eintraege[2]=", "eintraege[1]="]),
  PaperCase("E-LP-eintraege.vorgang-fehlt", "no case", .deletion, wrong: ["eintraege[1]/vorgang="]),
  PaperCase("E-LP-eintraege.datenart-fehlt", "no kind of data", .deletion, wrong: ["eintraege[1]/datenart="]),
  PaperCase("E-LP-eintraege.frist_ende-fehlt", "no period", .deletion, wrong: ["eintraege[1]/frist_ende="]),
  PaperCase("E-LP-eintraege.vernichtet_am-fehlt", "no day", .deletion, wrong: ["eintraege[1]/vernichtet_am="]),
  PaperCase("E-LP-eintraege.art-fehlt", "not said how", .deletion, wrong: ["eintraege[1]/art="]),
  PaperCase("E-AUK-01", "of tomorrow", .disclosure, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase(
    "E-AUK-02", "told the day before it was asked", .disclosure, wrong: ["datum=2025-10-29"],
    right: ["datum=2025-10-30"]),
  PaperCase(
    "W-AUK-03", "told a day late", .disclosure, wrong: ["eingegangen_am=2025-10-19"],
    right: ["eingegangen_am=2025-10-20"]),
  PaperCase(
    "W-AUK-loeschen_am-berechnet", "follows from the end", .disclosure,
    wrong: ["beendet_am=2025-10-31", "loeschen_am=2026-11-02"]),
  PaperCase("E-AUK-vorgang-fehlt", "no case", .disclosure, wrong: ["vorgang="]),
  PaperCase("E-AUK-person-fehlt", "told nobody", .disclosure, wrong: ["person="]),
  PaperCase("E-AUK-datum-fehlt", "no day", .disclosure, wrong: ["datum="]),
  PaperCase("E-AUK-papiere.titel-fehlt", "a paper without a name", .disclosure, wrong: ["papiere[1]/titel="]),
  PaperCase(
    "E-AUK-papiere.angaben.feld-fehlt", "a value of nothing", .disclosure, wrong: ["papiere[1]/angaben[1]/feld="]),
  PaperCase(
    "E-AUK-papiere.angaben.inhalt-fehlt", "nothing told", .disclosure, wrong: ["papiere[1]/angaben[1]/inhalt="]),
  PaperCase(
    "E-AUK-schwaerzungen.papier-fehlt", "left out of nothing", .disclosure, wrong: ["schwaerzungen[1]/papier="]),
  PaperCase("E-AUK-schwaerzungen.feld-fehlt", "nothing left out", .disclosure, wrong: ["schwaerzungen[1]/feld="]),
  PaperCase(
    "E-AUK-schwaerzungen.grund-fehlt", "left out for no reason", .disclosure, wrong: ["schwaerzungen[1]/grund="]),
  PaperCase("E-KOOP-01", "of tomorrow", .agreement, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase(
    "E-KOOP-02", "reviewed on the day itself", .agreement, wrong: ["ueberpruefung_am=2025-03-12"],
    right: ["ueberpruefung_am=2025-03-13"]),
  PaperCase(
    "W-KOOP-03", "a street", .agreement, wrong: ["austausch=Treffen in der Musterstraße 7"],
    right: ["austausch=Treffen im Büro"]),
  PaperCase("E-KOOP-datum-fehlt", "no day", .agreement, wrong: ["datum="]),
  PaperCase(
    "E-KOOP-fachkraft-fehlt", "nobody", .agreement,
    wrong: ["fachkraft/name=", "fachkraft/funktion=", "fachkraft/stadtbezirk="]),
  PaperCase("E-KOOP-dienst-fehlt", "with nobody", .agreement, wrong: ["dienst="]),
  PaperCase("E-KOOP-wer_macht_was-fehlt", "first question", .agreement, wrong: ["wer_macht_was="]),
  PaperCase("E-KOOP-zustaendigkeit-fehlt", "second question", .agreement, wrong: ["zustaendigkeit="]),
  PaperCase("E-KOOP-leistungen-fehlt", "third question", .agreement, wrong: ["leistungen="]),
  PaperCase("E-KOOP-austausch-fehlt", "fourth question", .agreement, wrong: ["austausch="]),
  PaperCase("E-DSI-fachkraft.name-fehlt", "a telephone without a name", .information, wrong: ["fachkraft/name="]),
  PaperCase("E-LP-fachkraft.name-fehlt", "a function without a name", .deletion, wrong: ["fachkraft/name="]),
  PaperCase("E-KOOP-fachkraft.name-fehlt", "a function without a name", .agreement, wrong: ["fachkraft/name="]),
]
