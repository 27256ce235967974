/// An address of eleven lines in the address field, or of ten without the last letter of the function.
private func longAddress(_ group: String, functionLetters: Int) -> [String] {
  let lines = [
    ("einrichtung", String(repeating: "a", count: 160)), ("name", ""),
    ("funktion", String(repeating: "b", count: functionLetters)),
    ("anschrift/zusatz", String(repeating: "c", count: 80)),
    ("anschrift/strasse", "Musterweg"), ("anschrift/hausnummer", "7"), ("anschrift/plz", "44801"),
    ("anschrift/ort", "Bochum"),
  ]
  return lines.map { "\(group)/\($0.0)=\($0.1)" }
}

/// Rules of what is sent under a release, and of taking it back.
let letterRules: [PaperCase] = [
  PaperCase(
    "E-WID-03", "nobody", .revocation,
    wrong: ["person/vorname=", "person/nachname=", "person/namenszusatz=von"]),
  PaperCase("W-WID-04", "somebody who never signed", .revocation, wrong: ["person/vorname=Tuấn"]),
  PaperCase("E-WID-05", "tomorrow", .revocation, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase(
    "E-WID-06", "before the release", .revocation, wrong: ["datum=2025-10-01"], right: ["datum=2025-10-02"]),
  PaperCase(
    "E-WID-08", "received before it was written", .revocation, wrong: ["eingegangen_am=2025-11-18"],
    right: ["eingegangen_am=2025-11-19"]),
  PaperCase(
    "E-WID-09", "received tomorrow", .revocation, wrong: ["eingegangen_am=2025-11-21"],
    right: ["eingegangen_am=2025-11-20"]),
  PaperCase("E-KITA-01", "more than a sentence", .kitaEnded, wrong: ["freitext=Mutter in Therapie"]),
  PaperCase("E-KITA-02", "no release", .kitaEnded, wrong: ["spe_id="]),
  PaperCase("E-KITA-04", "tomorrow", .kitaEnded, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase(
    "E-KITA-05", "before the last signature", .kitaEnded, wrong: ["datum=2025-06-10"],
    right: ["datum=2025-06-11"]),
  PaperCase(
    "E-KITA-10", "the release is another one", .kitaEnded, wrongBeside: [["spe_id=KSA-5-2025-0020-SPE-01"]]),
  PaperCase("E-KITA-11", "nobody signed", .kitaEnded, wrongBeside: [["unterschriften="]]),
  PaperCase(
    "E-KITA-12", "revoked on the day", .kitaEnded,
    wrongBeside: [["widerruf_am=2025-11-18", "widerruf_durch=S"]],
    rightBeside: [["widerruf_am=2025-11-19", "widerruf_durch=S"]]),
  PaperCase(
    "E-KITA-13", "a revocation was received on the day", .kitaEnded,
    wrongBeside: [[], silkeRevokes + ["datum=2025-11-17", "eingegangen_am=2025-11-18"]],
    rightBeside: [[], silkeRevokes + ["datum=2025-11-17", "eingegangen_am=2025-11-19"]]),
  PaperCase(
    "W-KITA-25", "a revocation was received after the day, and before today", .kitaEnded,
    wrongBeside: [[], silkeRevokes + ["datum=2025-11-17", "eingegangen_am=2025-11-19"]],
    rightBeside: [[], silkeRevokes + ["datum=2025-11-17", "eingegangen_am=2025-11-18"]]),
  PaperCase(
    "E-KITA-14", "one day after three months", .kitaEnded, wrongBeside: [["beendet_am=2025-08-17"]],
    rightBeside: [["beendet_am=2025-08-18"]]),
  PaperCase(
    "E-KITA-14", "the day after the closing feedback", .kitaEnded,
    wrongBeside: [["rueckmeldung_am=2025-11-17"]], rightBeside: [["rueckmeldung_am=2025-11-18"]]),
  PaperCase("E-KITA-15", "any Kita", .kitaEnded, wrong: ["kita/einrichtung=die Kita"]),
  PaperCase("E-KITA-16", "another Kita", .kitaEnded, wrong: ["kita/einrichtung=Kita Mondschein"]),
  PaperCase("E-KITA-17", "another child", .kitaEnded, wrong: ["kind/vorname=Lars"]),
  PaperCase(
    "E-KITA-18", "the contact was not released", .kitaEnded, wrongBeside: [["umfang[1]=ergebnis"]],
    rightBeside: [["umfang[2]=ergebnis"]]),
  PaperCase(
    "E-KITA-19", "more lines than the address field has", .kitaEnded,
    wrong: longAddress("kita", functionLetters: 81), right: longAddress("kita", functionLetters: 80)),
  PaperCase("W-KITA-26", "no street", .kitaEnded, wrong: ["kita/anschrift="]),
  PaperCase("H-RSD-53", "no street", .feedback, wrong: ["empfaenger/anschrift="]),
  PaperCase(
    "E-RSD-31", "more lines than the address field has", .feedback,
    wrong: longAddress("empfaenger", functionLetters: 81), right: longAddress("empfaenger", functionLetters: 80)),
  PaperCase(
    "E-RSD-01", "before the last signature", .feedback, wrong: ["datum=2025-10-08"],
    right: ["datum=2025-10-09"]),
  PaperCase("E-RSD-03", "no release", .feedback, wrong: ["spe_id="]),
  PaperCase("E-RSD-05", "tomorrow", .feedback, wrong: ["datum=2025-11-21"], right: ["datum=2025-11-20"]),
  PaperCase(
    "E-RSD-10", "the release is another one", .feedbackContactOnly,
    wrongBeside: [["spe_id=KSA-5-2025-0020-SPE-01"]]),
  PaperCase("E-RSD-11", "nobody signed", .feedbackContactOnly, wrongBeside: [["unterschriften="]]),
  PaperCase(
    "E-RSD-12", "revoked on the day", .feedbackContactOnly,
    wrongBeside: [["widerruf_am=2025-11-18", "widerruf_durch=S"]],
    rightBeside: [["widerruf_am=2025-11-19", "widerruf_durch=S"]]),
  PaperCase(
    "E-RSD-13", "a revocation was received on the day", .feedbackContactOnly,
    wrongBeside: [[], silkeRevokes + ["datum=2025-11-17", "eingegangen_am=2025-11-18"]],
    rightBeside: [[], silkeRevokes + ["datum=2025-11-17", "eingegangen_am=2025-11-19"]]),
  PaperCase(
    "W-RSD-45", "a revocation was received after the day, and before today", .feedbackContactOnly,
    wrongBeside: [[], silkeRevokes + ["datum=2025-11-17", "eingegangen_am=2025-11-19"]],
    rightBeside: [[], silkeRevokes + ["datum=2025-11-17", "eingegangen_am=2025-11-18"]]),
  PaperCase(
    "E-RSD-14", "one day after three months", .feedbackContactOnly, wrongBeside: [["beendet_am=2025-08-17"]],
    rightBeside: [["beendet_am=2025-08-18"]]),
  PaperCase(
    "E-RSD-14", "the day after the closing feedback", .feedbackContactOnly,
    wrongBeside: [["rueckmeldung_am=2025-11-17"]], rightBeside: [["rueckmeldung_am=2025-11-18"]]),
  PaperCase(
    "E-RSD-15", "a release of something else", .feedbackContactOnly, wrongBeside: [["umfang[1]=entwicklung"]],
    rightBeside: [["umfang[1]=ergebnis"]]),
  PaperCase(
    "E-RSD-16", "a release by word of mouth", .feedbackContactOnly,
    wrongBeside: [["erklaerungsform=muendlich"]], rightBeside: [["erklaerungsform=elektronisch"]]),
  PaperCase(
    "E-RSD-17", "a colleague nobody named", .feedbackContactOnly, wrong: ["empfaenger/name=Herr Anders"],
    right: ["empfaenger/name=Herr Anders"],
    rightBeside: [["empfaenger[1]/name=", "empfaenger[1]/stadtbezirk=5"]]),
  PaperCase(
    "E-RSD-18", "referred after the first contact", .feedbackContactOnly,
    wrong: ["sd_vermittelt_am=2025-06-12"], right: ["sd_vermittelt_am=2025-06-11"]),
  PaperCase(
    "E-RSD-19", "referred after the feedback", .feedbackContactOnly, wrong: ["sd_vermittelt_am=2025-11-19"],
    right: ["sd_vermittelt_am=2025-11-18"]),
  PaperCase(
    "W-RSD-48", "the day of consent as the day of referral", .feedbackWithNote, wrong: ["sd_vermittelt_am=2025-08-27"],
    right: ["sd_vermittelt_am=2025-08-26"]),
  PaperCase(
    "W-RSD-48", "both on one day", .feedbackWithNote, wrong: ["sd_vermittelt_am=2025-08-27"],
    right: ["sd_vermittelt_am=2025-08-27"], rightBeside: [[], [], ["vermittelt_am=2025-08-27"]]),
  PaperCase(
    "W-RSD-49", "another day than the note has", .feedbackWithNote, wrong: ["sd_vermittelt_am=2025-08-28"],
    right: ["sd_vermittelt_am=2025-08-29"], wrongBeside: [[], [], ["vermittelt_am=2025-08-29"]],
    rightBeside: [[], [], ["vermittelt_am=2025-08-29"]]),
  PaperCase(
    "E-RSD-50", "nobody knows whether there is contact", .feedbackContactOnly, wrong: reached,
    right: reached + ["kontakt_besteht=ja"]),
  PaperCase(
    "E-RSD-50", "the last note tells it", .feedbackWithNote, wrong: reached, right: reached,
    rightBeside: [[], [], ["fallstatus=laufend"]]),
  PaperCase(
    "E-RSD-51", "contact in spite of its end", .feedbackContactOnly, wrong: ["kontakt_besteht=ja"],
    right: reached + ["kontakt_besteht=ja"]),
  PaperCase(
    "W-RSD-52", "no contact although the support goes on", .feedbackWithNote, wrong: reached + ["kontakt_besteht=nein"],
    right: reached + ["kontakt_besteht=nein"], wrongBeside: [[], [], ["fallstatus=laufend"]],
    rightBeside: [[], [], ["fallstatus=beendet", "beendet_am=2025-11-01"]]),
  PaperCase(
    "H-RSD-kontakt_besteht-entfaellt", "the letter tells more", .feedback, wrong: ["kontakt_besteht=ja"]),
  PaperCase(
    "E-RSD-20", "another child", .feedbackContactOnly, wrong: ["familie[1]/vorname=Lars"],
    right: ["familie[1]/vorname=Silke"]),
  PaperCase(
    "E-RSD-21", "the last contact before the first", .feedbackContactOnly, wrong: ["kontakt_von=2025-09-02"],
    right: ["kontakt_von=2025-09-01"]),
  PaperCase(
    "E-RSD-22", "contact after the feedback", .feedbackContactOnly, wrong: ["kontakt_bis=2025-11-19"],
    right: ["kontakt_bis=2025-11-18"]),
  PaperCase(
    "E-RSD-23", "the last contact after the feedback", .feedbackContactOnly,
    wrong: ["kontaktabbruch_hinweis/letzter_kontakt=2025-11-19"],
    right: ["kontaktabbruch_hinweis/letzter_kontakt=2025-11-18"]),
  PaperCase(
    "E-RSD-24", "a text, but only the contact was released", .feedbackContactOnly,
    wrong: ["text=Die Familie ist umgezogen."], right: ["text=Die Familie ist umgezogen."],
    rightBeside: [["umfang[2]=ergebnis"]]),
  PaperCase(
    "W-RSD-25", "a word that belongs elsewhere", .feedback, wrong: ["text=Das Kind hatte Verletzungen."],
    right: ["text=Das Kind geht gern in die Kita."]),
  PaperCase(
    "H-RSD-26", "reasons for a break", .feedback,
    wrong: ["ergebnis=kontaktabbruch", "kontaktabbruch_hinweis/letzter_kontakt=2025-11-14"],
    right: ["ergebnis=teilloesung"]),
  PaperCase("W-RSD-27", "the parents excluded something", .feedback, rightBeside: [["ausgenommen="]]),
  PaperCase(
    "E-RSD-28", "steps that were not released", .feedback, wrong: ["offene_punkte=Termin beim Jobcenter"],
    right: ["offene_punkte=Termin beim Jobcenter"], rightBeside: [["umfang[3]=schritte"]]),
  PaperCase("W-RSD-29", "the family does not know", .feedback, wrong: ["familie_informiert_am="]),
  PaperCase(
    "E-RSD-30", "the family learns it later", .feedback, wrong: ["familie_informiert_am=2025-11-18"],
    right: ["familie_informiert_am=2025-11-17"]),
  PaperCase("H-RSD-31", "indications", .feedback, wrong: ["kwg_verweis=ja"], right: ["kwg_verweis=nein"]),
  PaperCase("W-WID-10", "nobody knows the number", .revocation, wrong: ["spe_id="]),
  PaperCase(
    "E-KITA-13", "a partial revocation names the Kita", .kitaEnded,
    wrongBeside: [[], silkeRevokesPart + ["empfaenger=Kita Purzelbaum"]],
    rightBeside: [[], silkeRevokesPart + ["empfaenger=Frau Kowalski-Brandt"]]),
  PaperCase(
    "E-KITA-13", "a partial revocation names the Kita by its number", .kitaEnded,
    wrongBeside: [[], silkeRevokesPart + ["empfaenger_nr[1]=2"]],
    rightBeside: [[], silkeRevokesPart + ["empfaenger_nr[1]=1"]]),
  PaperCase(
    "E-RSD-13", "a partial revocation of the contact", .feedbackContactOnly,
    wrongBeside: [[], silkeRevokesPart + ["umfang[1]=kontaktstatus"]],
    rightBeside: [["umfang[2]=schritte"], silkeRevokesPart + ["umfang[1]=schritte"]]),
  PaperCase(
    "E-KITA-23", "a wording that fits no entry exactly", .kitaEnded,
    wrongBeside: [[], silkeRevokesPart + ["empfaenger=Kowalski-Brandt"]],
    rightBeside: [[], silkeRevokesPart + ["empfaenger=Frau Kowalski-Brandt"]]),
  PaperCase(
    "E-RSD-42", "a sheet without a number", .feedbackContactOnly, wrongBeside: [[], silkeRevokes + ["spe_id="]],
    rightBeside: [[], ["spe_id="]]),
  PaperCase(
    "E-RSD-42", "a kind that was never allowed", .feedbackContactOnly,
    wrongBeside: [[], silkeRevokesPart + ["umfang[1]=befunde"]],
    rightBeside: [["umfang[2]=befunde"], silkeRevokesPart + ["umfang[1]=befunde"]]),
  PaperCase(
    "E-RSD-41", "custody is not settled", .feedbackContactOnly, wrongBeside: [["sorgerecht=ungeklaert"]]),
  PaperCase(
    "E-KITA-22", "it is not told with whom custody is suspended", .kitaEnded,
    wrongBeside: [["sorgerecht=ruht"]], rightBeside: [["sorgerecht=ruht", "sorge_ruht_von=vater"]]),
  PaperCase(
    "E-RSD-43", "the letter goes to the Kita", .feedbackContactOnly, wrong: ["empfaenger/name=Frau Großjohann"],
    right: ["empfaenger/name=Frau Großjohann"], rightBeside: [["empfaenger[2]/art=sd"]]),
  PaperCase(
    "E-KITA-24", "the sentence goes to the social service", .kitaEnded,
    wrong: ["kita/name=Frau Kowalski-Brandt", "kita/einrichtung=Jugendamt Bochum, Bezirk Süd"]),
  PaperCase(
    "E-KITA-21", "a release by word of mouth", .kitaEnded, wrongBeside: [["erklaerungsform=muendlich"]],
    rightBeside: [["erklaerungsform=elektronisch"]]),
  PaperCase(
    "E-RSD-40", "two releases have the number", .feedbackContactOnly,
    wrongBeside: [[], ["form=schweigepflichtentbindung", "spe_id=KSA-5-2025-0019-SPE-01"]]),
  PaperCase(
    "E-KITA-20", "two releases have the number", .kitaEnded,
    wrongBeside: [[], ["form=schweigepflichtentbindung", "spe_id=KSA-5-2025-0019-SPE-01"]]),
  PaperCase(
    "W-RSD-44", "findings of doctors", .feedback, wrongBeside: [["umfang[3]=befunde"]],
    rightBeside: [["umfang[3]=entwicklung"]]),
  PaperCase(
    "W-RSD-46", "the street of a protected address that the note knows", .feedback,
    wrong: ["text=Die Familie wohnt jetzt Kemnader Str. 5."],
    right: ["text=Die Familie wohnt jetzt Kemnader Str. 5."],
    wrongBeside: [[], noteWithAddress + ["ratsuchende[1]/anschrift/schutzadresse=ja"]],
    rightBeside: [[], noteWithAddress + ["ratsuchende[1]/anschrift/schutzadresse=nein"]]),
]

/// What a note of the case says about where the mother lives.
private let noteWithAddress = [
  "form=gespraechsnotiz", "vorgangsnummer=KSA-5-2025-0031", "notiz_nr=1", "beratungsform=namentlich",
  "ratsuchende[1]/nachname=Weiß-Strauß", "ratsuchende[1]/anschrift/strasse=Kemnader Straße",
]

/// The mother takes the whole release back, received before the letter.
private let silkeRevokes = [
  "spe_id=KSA-5-2025-0019-SPE-01", "person/vorname=Silke", "person/nachname=Weiß-Strauß", "datum=2025-11-01",
  "eingegangen_am=2025-11-02",
]

/// The same for a part of it.
private let silkeRevokesPart = silkeRevokes + ["umfang_widerruf=teilweise"]

/// A solution was reached; whether the contact goes on is left open.
private let reached = ["ergebnis=loesung", "kontaktabbruch_hinweis="]
