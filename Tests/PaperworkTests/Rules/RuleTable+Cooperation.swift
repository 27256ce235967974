/// Rules of what is agreed with another office about one family, and of its hand-over to the social service.
let cooperationRules: [PaperCase] =
  refusals("ABS", .together, day: "2025-10-22", before: ["datum=2025-09-14"], on: ["datum=2025-09-15"])
  + refusals("UEB", .handOver, day: "2025-11-17", before: ["datum=2025-09-14"], on: ["datum=2025-09-15"])
  + togetherRules + handOverRulesOfFamilies

private let togetherRules: [PaperCase] = [
  PaperCase("E-ABS-02", "of tomorrow", .together, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase(
    "E-ABS-03", "looked at again on the day itself", .together, wrong: ["ueberpruefung_am=2025-10-22"],
    right: ["ueberpruefung_am=2025-10-23"]),
  PaperCase("E-ABS-04", "no release", .together, wrong: ["spe_id="]),
  PaperCase(
    "E-ABS-05", "without the family", .together, wrong: ["familie_dabei_am="], right: ["familie_dabei_am=2025-10-23"]),
  PaperCase(
    "E-ABS-06", "with the family tomorrow", .together, wrong: ["familie_dabei_am=2025-11-21"],
    right: ["familie_dabei_am=2025-11-20"]),
  PaperCase(
    "W-ABS-07", "the family excluded something", .together, wrongBeside: [["ausgenommen=Gesundheit der Mutter"]]),
  PaperCase(
    "E-ABS-08", "a protected address", .together, wrong: ["austausch=Treffen im Musterweg 7"],
    right: ["austausch=Treffen im Büro"], wrongBeside: [[]] + protectedNote, rightBeside: [[]] + protectedNote),
  PaperCase(
    "W-ABS-09", "a word that belongs elsewhere", .together, wrong: ["leistungen=Das Kind hatte Verletzungen."],
    right: ["leistungen=Das Kind spricht mehr."]),
  PaperCase(
    "E-ABS-10", "only one side may speak", .together, wrongBeside: [["richtung=einseitig"]],
    rightBeside: [["richtung=wechselseitig"]]),
  PaperCase(
    "W-ABS-11", "once and not again", .together, wrongBeside: [["haeufigkeit=einmalig"]],
    rightBeside: [["haeufigkeit=wiederholt"]]),
  PaperCase(
    "E-ABS-22", "an office that the release does not name", .together,
    wrong: ["partner/name=", "partner/funktion=", "partner/einrichtung=Frühförderstelle Nord"],
    right: ["partner/name=Frau Beispiel", "partner/funktion="]),
  PaperCase("E-ABS-23", "another child", .together, wrong: ["familie[1]/vorname=Lars"]),
  PaperCase(
    "E-ABS-24", "findings that were not released", .together, wrong: ["umfang[4]=befunde"],
    right: ["umfang[4]=befunde"], rightBeside: [["umfang[4]=befunde"]]),
  PaperCase("E-ABS-datum-fehlt", "no day", .together, wrong: ["datum="]),
  PaperCase("E-ABS-fachkraft-fehlt", "nobody", .together, wrong: ["fachkraft="]),
  PaperCase("E-ABS-fachkraft.name-fehlt", "a function without a name", .together, wrong: ["fachkraft/name="]),
  PaperCase("E-ABS-familie-fehlt", "no family", .together, wrong: ["familie="]),
  PaperCase("E-ABS-partner-fehlt", "with nobody", .together, wrong: ["partner="]),
  PaperCase("E-ABS-umfang-fehlt", "about nothing", .together, wrong: ["umfang="]),
  PaperCase("E-ABS-wer_macht_was-fehlt", "first question", .together, wrong: ["wer_macht_was="]),
  PaperCase("E-ABS-zustaendigkeit-fehlt", "second question", .together, wrong: ["zustaendigkeit="]),
  PaperCase("E-ABS-leistungen-fehlt", "third question", .together, wrong: ["leistungen="]),
  PaperCase("E-ABS-austausch-fehlt", "fourth question", .together, wrong: ["austausch="]),
  PaperCase(
    "W-ABS-loeschen_am-berechnet", "follows from the end", .together, wrong: ["loeschen_am=2026-10-11"],
    right: ["beendet_am=2025-10-10", "loeschen_am=2026-10-11"]),
]

private let handOverRulesOfFamilies: [PaperCase] = [
  PaperCase("E-UEB-02", "of tomorrow", .handOver, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase("E-UEB-03", "no release", .handOver, wrong: ["spe_id="]),
  PaperCase(
    "W-UEB-04", "the family excluded something", .handOver, wrongBeside: [["ausgenommen=Gesundheit der Mutter"]]),
  PaperCase("E-UEB-05", "the family does not know", .handOver, wrong: ["familie_informiert_am="]),
  PaperCase(
    "E-UEB-06", "the family learns it later", .handOver, wrong: ["familie_informiert_am=2025-11-18"],
    right: ["familie_informiert_am=2025-11-17"]),
  PaperCase(
    "W-UEB-07", "a word that belongs elsewhere", .handOver, wrong: ["grund=Das Kind hatte Verletzungen."],
    right: ["grund=Das Kind spricht wenig."]),
  PaperCase(
    "E-UEB-08", "a protected address", .handOver, wrong: ["wunsch=Im Musterweg 7 bleiben"],
    right: ["wunsch=In der Wohnung bleiben"], wrongBeside: [[]] + protectedNote, rightBeside: [[]] + protectedNote),
  PaperCase(
    "W-UEB-09", "findings of doctors", .handOver, wrong: ["umfang[4]=befunde"],
    wrongBeside: [["umfang[4]=befunde"]], rightBeside: [["umfang[4]=befunde"]]),
  PaperCase(
    "E-UEB-10", "what the child needs was not released", .handOver, wrong: ["umfang=", "umfang[1]=schritte"],
    right: ["umfang=", "umfang[1]=schritte"], wrongBeside: [["umfang[3]=kontaktstatus"]],
    rightBeside: [["umfang[1]=kontaktstatus"]]),
  PaperCase(
    "E-UEB-11", "steps were not released", .handOver, wrong: ["umfang=", "umfang[1]=entwicklung"],
    right: ["umfang=", "umfang[1]=entwicklung"], wrongBeside: [["umfang[2]=kontaktstatus"]],
    rightBeside: [["umfang[1]=kontaktstatus"]]),
  PaperCase("E-UEB-22", "a colleague nobody named", .handOver, wrong: ["empfaenger/name=Herr Anders"]),
  PaperCase(
    "E-UEB-23", "handed to the counselling centre", .handOver, wrong: ["empfaenger/name=Frau Beispiel"],
    right: ["empfaenger/name=Frau Beispiel"], rightBeside: [["empfaenger[2]/art=sd"]]),
  PaperCase("E-UEB-24", "another child", .handOver, wrong: ["familie[1]/vorname=Lars"]),
  PaperCase(
    "E-UEB-25", "money that was not released", .handOver, wrong: ["umfang[4]=wirtschaft"],
    right: ["umfang[4]=wirtschaft"], rightBeside: [["umfang[4]=wirtschaft"]]),
  PaperCase("E-UEB-datum-fehlt", "no day", .handOver, wrong: ["datum="]),
  PaperCase("E-UEB-absender-fehlt", "from nobody", .handOver, wrong: ["absender="]),
  PaperCase("E-UEB-absender.name-fehlt", "a function without a name", .handOver, wrong: ["absender/name="]),
  PaperCase("E-UEB-empfaenger-fehlt", "to nobody", .handOver, wrong: ["empfaenger="]),
  PaperCase("E-UEB-empfaenger.name-fehlt", "to a district without a name", .handOver, wrong: ["empfaenger/name="]),
  PaperCase("E-UEB-familie-fehlt", "no family", .handOver, wrong: ["familie="]),
  PaperCase("E-UEB-umfang-fehlt", "about nothing", .handOver, wrong: ["umfang="]),
  PaperCase("E-UEB-grund-fehlt", "no reason", .handOver, wrong: ["grund="]),
  PaperCase("E-UEB-versucht-fehlt", "nothing was tried", .handOver, wrong: ["versucht="]),
  PaperCase("E-UEB-wunsch-fehlt", "the family was not asked", .handOver, wrong: ["wunsch="]),
  PaperCase(
    "W-UEB-loeschen_am-berechnet", "follows from the end", .handOver, wrong: ["loeschen_am=2026-10-11"],
    right: ["beendet_am=2025-10-10", "loeschen_am=2026-10-11"]),
]

/// What the release itself refuses, for a paper of a day that rests on it.
private func refusals(
  _ short: String, _ base: PaperSample, day: String, before: [String], on: [String]
) -> [PaperCase] {
  let next = String(day.dropLast(2)) + String(Int(day.suffix(2)).map { $0 + 1 } ?? 0)
  let revoked = [
    "form=widerruf", "spe_id=KSA-5-2025-0088-SPE-01", "person/vorname=Svenja", "person/nachname=Dörrenhaus",
    "kinder[1]/vorname=Finn", "kinder[1]/nachname=Dörrenhaus", "umfang_widerruf=ganz", "datum=2025-10-01",
  ]
  return [
    PaperCase("E-\(short)-12", "another release", base, wrongBeside: [["spe_id=KSA-5-2025-0020-SPE-01"]]),
    PaperCase(
      "E-\(short)-13", "two releases have the number", base,
      wrongBeside: [[], ["form=schweigepflichtentbindung", "spe_id=KSA-5-2025-0088-SPE-01"]]),
    PaperCase(
      "E-\(short)-14", "by word of mouth", base, wrongBeside: [["erklaerungsform=muendlich"]],
      rightBeside: [["erklaerungsform=elektronisch"]]),
    PaperCase("E-\(short)-15", "nobody signed", base, wrongBeside: [["unterschriften="]]),
    PaperCase("E-\(short)-16", "custody is not settled", base, wrongBeside: [["sorgerecht=ungeklaert"]]),
    PaperCase("E-\(short)-17", "before it was signed", base, wrong: before, right: on),
    PaperCase(
      "E-\(short)-18", "after three months from the end", base, wrongBeside: [["beendet_am=2025-06-01"]],
      rightBeside: [["beendet_am=2025-10-01"]]),
    PaperCase(
      "E-\(short)-19", "revoked on the day", base, wrongBeside: [[], revoked + ["eingegangen_am=\(day)"]],
      rightBeside: [[], revoked + ["eingegangen_am=\(next)"]]),
    PaperCase(
      "E-\(short)-20", "a revocation without a number", base,
      wrongBeside: [[], revoked + ["eingegangen_am=\(day)", "spe_id="]],
      rightBeside: [[], revoked + ["eingegangen_am=\(day)"]]),
    PaperCase(
      "W-\(short)-21", "revoked since", base, wrongBeside: [[], revoked + ["eingegangen_am=\(next)"]],
      rightBeside: [[], revoked + ["eingegangen_am=\(day)"]]),
  ]
}
