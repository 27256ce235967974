/// Rules of what a counselling centre told.
let partnerRules: [PaperCase] = [
  PaperCase("E-EB-01", "came tomorrow", .answer, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase("H-EB-02", "by e-mail", .answer, wrong: ["weg=email"], right: ["weg=papier"]),
  PaperCase(
    "W-EB-03", "of a referral that no note has", .answer, wrongBeside: [note("ebita")], rightBeside: [note("eb")]),
  PaperCase(
    "W-EB-04", "arrived after the end", .answer, wrongBeside: [answer("2025-10-15")],
    rightBeside: [answer("2025-10-16")]),
  PaperCase(
    "E-EB-05", "arrives the day after it was told", .answer, wrong: ["am=2025-10-21"], right: ["am=2025-10-20"]),
  PaperCase(
    "W-EB-06", "arrived before it was sent", .answer, wrong: ["am=2025-09-30"], right: ["am=2025-10-01"],
    wrongBeside: [note("eb")], rightBeside: [note("eb")]),
  PaperCase("W-EB-07", "not said whether it may be told", .answer, wrong: ["erlaubt="], right: ["erlaubt=ja"]),
  PaperCase(
    "W-EB-08", "told although the family did not allow it", .answer, wrong: ["erlaubt=nein"], right: ["erlaubt=ja"]),
  PaperCase("E-EB-vorgangsnummer-fehlt", "of no case", .answer, wrong: ["vorgangsnummer="]),
  PaperCase("E-EB-datum-fehlt", "no day", .answer, wrong: ["datum="]),
  PaperCase("E-EB-weg-fehlt", "not said how", .answer, wrong: ["weg="]),
  PaperCase(
    "E-EB-fachkraft-fehlt", "taken by nobody", .answer,
    wrong: ["fachkraft/name=", "fachkraft/funktion=", "fachkraft/stadtbezirk="]),
  PaperCase("E-EB-fachkraft.name-fehlt", "a function without a name", .answer, wrong: ["fachkraft/name="]),
  PaperCase("E-EB-ziel-fehlt", "from nowhere", .answer, wrong: ["ziel="]),
  PaperCase("E-EB-familie-fehlt", "about nobody", .answer, wrong: ["familie[1]="]),
  PaperCase("E-EB-meldung-fehlt", "nothing was told", .answer, wrong: ["meldung="]),
  PaperCase("E-EB-am-fehlt", "on no day", .answer, wrong: ["am="]),
  PaperCase(
    "W-EB-loeschen_am-berechnet", "follows from the end", .answer, wrong: ["loeschen_am=2026-10-11"],
    right: ["beendet_am=2025-10-10", "loeschen_am=2026-10-11"]),
]

/// A note of the same case that refers the family.
private func note(_ target: String) -> [String] {
  [
    "form=gespraechsnotiz", "vorgangsnummer=KSA-5-2025-0088", "notiz_nr=2", "datum=2025-10-01", "kontakt_zustande=ja",
    "vermittlungen[1]/ziel=\(target)", "vermittlungen[1]/art=vermittelt",
  ]
}

/// An earlier answer that told of an end.
private func answer(_ day: String) -> [String] {
  [
    "form=eb-rueckmeldung", "vorgangsnummer=KSA-5-2025-0088", "ziel=eb", "meldung=beendet", "datum=\(day)", "am=\(day)",
  ]
}
