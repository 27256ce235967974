/// Rules of the report of danger to a child: nothing but an empty paper and impossible days is an error.
let reportRules: [RuleCase] = reportOwnRules + reportHints + reportSharedRules + reportMissing

private let everything = [
  "meldedatum", "uhrzeit", "meldeweg", "telefonisch_vorab", "empfaenger", "gefahr_im_verzug",
  "meldende_stelle",
  "meldende_person", "kenntnis_durch", "kinder", "aufenthalt_jetzt", "besonderheiten", "eltern", "sorgerecht",
  "sprache_dolmetscher", "haushalt", "wohnsituation", "familiensituation", "eigenschutz", "beobachtungen",
  "kategorien", "einschaetzung", "gefaehrdende_person", "frueher_gemeldet", "schutzfaktoren",
  "problemakzeptanz",
  "hilfeakzeptanz", "schritte", "bekannte_hilfen", "gespraech_eltern", "gespraech_eltern_am",
  "eltern_informiert",
  "eltern_informiert_am", "kind_beteiligt", "leitung_informiert", "leitung_informiert_am",
  "insofa_hinzugezogen",
  "insofa", "insofa_pseudonym", "gesamteinschaetzung", "mit_eigenen_mitteln", "mit_eigenen_mitteln_grund",
  "sofortmassnahmen", "erwartung", "einwilligung", "begruendung_weitergabe", "verteiler", "unterschrift",
].map { $0 + "=" }

private func report(_ id: String, _ sentence: String, wrong: [String], right: [String] = []) -> RuleCase {
  RuleCase(id, sentence, base: .report, wrong: wrong, right: right)
}

private let kiso = "meldende_stelle=kita_sozialarbeit"

private let reportOwnRules: [RuleCase] = [
  report(
    "E-KWG-01", "a paper without any content", wrong: everything + ["dringlichkeit="], right: everything),
  report(
    "W-KWG-02", "at once, and nobody was called", wrong: ["dringlichkeit=sofort", "telefonisch_vorab="],
    right: ["dringlichkeit=sofort"]),
  report(
    "W-KWG-02", "at once, said in person", wrong: ["dringlichkeit=sofort", "telefonisch_vorab/am="],
    right: ["dringlichkeit=sofort", "telefonisch_vorab=", "meldeweg=persoenlich"]),
  report(
    "W-KWG-03", "called a minute after the report", wrong: ["telefonisch_vorab/am=2025-11-20T09:16"],
    right: ["telefonisch_vorab/am=2025-11-20T09:15"]),
  report(
    "W-KWG-04", "the reporting social worker as expert", wrong: [kiso, "insofa/name=Frau Großjohann"],
    right: ["insofa/name=Frau Großjohann"]),
  report(
    "W-KWG-04", "an expert of the same service", wrong: ["insofa/stelle=Kita-Sozialarbeit Bochum"],
    right: ["insofa/stelle=Träger"]),
  report(
    "W-KWG-05", "a Kita without an expert and without a reason",
    wrong: ["insofa_hinzugezogen=nein", "insofa="],
    right: ["insofa_hinzugezogen=nein", "insofa=", "insofa_grund=akute Gefahr"]),
  report(
    "W-KWG-05", "social workers need no expert",
    wrong: ["insofa_hinzugezogen=nein", "meldende_stelle=ktp_fb"],
    right: ["insofa_hinzugezogen=nein", kiso]),
  report(
    "W-KWG-06", "eight days after the first observation", wrong: ["beobachtungen[1]/datum=2025-11-12"],
    right: ["beobachtungen[1]/datum=2025-11-13"]),
  report(
    "W-KWG-06", "late, with a reason", wrong: ["kinder[2]/beobachtungen[1]/datum=2025-11-12"],
    right: ["kinder[2]/beobachtungen[1]/datum=2025-11-12", "grund_verzug=Klinikaufenthalt"]),
  report(
    "W-KWG-07", "seen the day after the report", wrong: ["kinder[2]/beobachtungen[1]/datum=2025-11-21"],
    right: ["kinder[2]/beobachtungen[1]/datum=2025-11-20"]),
  report(
    "W-KWG-08", "nobody knows who has custody",
    wrong: ["sorgerecht=", "eltern[1]/sorgeberechtigt=unbekannt"],
    right: ["sorgerecht="]),
  report(
    "W-KWG-08", "custody is unclear", wrong: ["sorgerecht=ungeklaert", "eltern[1]/sorgeberechtigt="],
    right: ["sorgerecht=allein_mutter", "eltern="]),
  report("W-KWG-09", "nothing that protects", wrong: ["schutzfaktoren="]),
  report("W-KWG-10", "reported tomorrow", wrong: ["meldedatum=2025-11-21"]),
  report(
    "W-KWG-11", "eight years old", wrong: [kiso, "kinder[1]/geburtsdatum=2017-11-20"],
    right: [kiso, "kinder[1]/geburtsdatum=2017-11-21"]),
  report(
    "W-KWG-12", "acute danger, and nothing was done", wrong: ["gefahr_im_verzug=ja", "sofortmassnahmen="],
    right: ["gefahr_im_verzug=ja"]),
  report(
    "W-KWG-13", "an informant who wants no name",
    wrong: ["hinweisgeber=Nachbarin", "hinweisgeber_anonym=ja"],
    right: ["hinweisgeber=Nachbarin", "hinweisgeber_anonym=nein"]),
  report(
    "W-KWG-14", "a postcode outside Bochum", wrong: ["eltern[1]/anschrift/plz=45127"],
    right: ["eltern[1]/anschrift/plz=44801"]),
  report(
    "W-KWG-15", "received a minute before the report", wrong: ["empfang/am=2025-11-20", "empfang/um=09:14"],
    right: ["empfang/am=2025-11-20", "empfang/um=09:15"]),
  report("W-KWG-16", "to a district where no custodian lives", wrong: ["empfaenger/stadtbezirk=4"]),
  report(
    "W-KWG-17", "a child that nobody can find",
    wrong: ["kinder[2]/vorname=", "kinder[2]/nachname=", "kinder[2]/anschrift="],
    right: [
      "kinder[2]/vorname=", "kinder[2]/nachname=", "kinder[2]/anschrift=", "kinder[2]/beschreibung=Zopf",
    ]),
  report(
    "W-KWG-18", "more than four pages",
    wrong: [letters(1, 3990), letters(2, 3990)], right: [letters(1, 3990), letters(2, 1500)]),
  report(
    "W-KWG-19", "nothing, and something", wrong: ["sofortmassnahmen[2]=keine"],
    right: ["sofortmassnahmen[1]=keine"]),
]

private func letters(_ number: Int, _ count: Int) -> String {
  "beobachtungen[\(number)]/beschreibung=" + String(repeating: "a", count: count)
}

private let reportHints: [RuleCase] = [
  report(
    "H-KWG-20", "an infant, and nobody was called",
    wrong: ["telefonisch_vorab=", "kinder[1]/geburtsdatum=2024-11-21"],
    right: ["telefonisch_vorab=", "kinder[1]/geburtsdatum=2024-11-20"]),
  report(
    "H-KWG-21", "a disability, and nobody was called",
    wrong: ["telefonisch_vorab=", "besonderheiten=Hörminderung"], right: ["besonderheiten=Hörminderung"]),
  report(
    "H-KWG-22", "an injury, and nobody was called",
    wrong: ["telefonisch_vorab=", "kategorien[3]=koerperlich"], right: ["kategorien[3]=koerperlich"]),
  report(
    "H-KWG-23", "nobody to call back",
    wrong: ["meldende_person/telefon=", "meldende_person/erreichbarkeit="],
    right: ["meldende_person/telefon="]),
  report(
    "H-KWG-24", "day care has its own way", wrong: [kiso, "kinder[1]/betreuungsform=ktp"],
    right: ["kinder[1]/betreuungsform=ktp"]),
]

private let reportSharedRules: [RuleCase] = [
  report(
    "W-PERS-01", "one name only, and both are filled", wrong: ["kinder[1]/nur_ein_name=ja"],
    right: ["kinder[1]/nur_ein_name=ja", "kinder[1]/nachname="]),
  report("H-PERS-02", "the first of January", wrong: ["kinder[1]/geburtsdatum=2021-01-01"]),
  report("W-PERS-03", "born tomorrow", wrong: ["kinder[1]/geburtsdatum=2025-11-21"]),
  report("W-PERS-04", "an e-mail address", wrong: ["eltern[1]/email=a@example.org"]),
  report(
    "W-ADR-01", "a word of protection, and yet not protected",
    wrong: ["eltern[1]/anschrift/zusatz=Sperrvermerk", "eltern[1]/anschrift/schutzadresse=nein"]),
  report(
    "W-ADR-03", "an address that sends the reader to another", wrong: ["eltern[1]/anschrift/strasse=wie die Mutter"]),
  report(
    "W-ADR-02", "a word of protection, and nothing said", wrong: ["kinder[1]/anschrift/zusatz=Sperr-Vermerk"],
    right: ["kinder[1]/anschrift/zusatz=Haus 3"]),
  report(
    "W-KWG-eltern.anschrift.geschuetzt-berechnet", "follows from the address",
    wrong: ["eltern[1]/anschrift/geschuetzt=ja"],
    right: ["eltern[1]/anschrift/geschuetzt=ja", "eltern[1]/anschrift/schutzadresse=ja"]),
  report(
    "W-KWG-kinder.anschrift.geschuetzt-berechnet", "follows from the address",
    wrong: ["kinder[1]/anschrift/geschuetzt=ja"],
    right: ["kinder[1]/anschrift/geschuetzt=ja", "kinder[1]/anschrift/auskunftssperre=ja"]),
  report(
    "W-UNT-01", "signed tomorrow", wrong: ["zweite_unterschrift/datum=2025-11-21"],
    right: ["zweite_unterschrift/datum=2025-11-20"]),
]

private func missing(_ field: String, _ wrong: String..., right: [String] = []) -> RuleCase {
  report("W-KWG-\(field)-fehlt", "\(field) is missing", wrong: wrong, right: right)
}

private let reportMissing: [RuleCase] = [
  missing("meldedatum", "meldedatum="),
  missing("uhrzeit", "uhrzeit="),
  missing("meldeweg", "meldeweg="),
  missing("empfaenger", "empfaenger="),
  missing("empfaenger.name", "empfaenger/name="),
  missing("dringlichkeit", "dringlichkeit="),
  missing("gefahr_im_verzug", "gefahr_im_verzug="),
  missing("meldende_stelle", "meldende_stelle="),
  missing("meldende_person", "meldende_person="),
  missing("meldende_person.name", "meldende_person/name="),
  missing("kenntnis_durch", "kenntnis_durch="),
  missing("kinder", "kinder="),
  missing("kinder.vorname", "kinder[1]/vorname=", right: ["kinder[1]/vorname?=unbekannt"]),
  missing("kinder.nachname", "kinder[1]/nachname=", right: ["kinder[1]/nachname?=unbekannt"]),
  missing(
    "kinder.beobachtungen.datum", "kinder[2]/beobachtungen[1]/datum=",
    right: ["kinder[2]/beobachtungen[1]/datum=", "kinder[2]/beobachtungen[1]/zeitraum=im Oktober"]),
  missing("kinder.beobachtungen.beschreibung", "kinder[2]/beobachtungen[1]/beschreibung="),
  missing("aufenthalt_jetzt", "aufenthalt_jetzt="),
  missing("eltern.vorname", "eltern[1]/vorname="),
  missing("eltern.nachname", "eltern[1]/nachname="),
  missing("beobachtungen", "beobachtungen=", "kinder[2]/beobachtungen=", right: ["beobachtungen="]),
  missing(
    "beobachtungen.datum", "beobachtungen[1]/datum=",
    right: ["beobachtungen[1]/datum=", "beobachtungen[1]/zeitraum=im Oktober"]),
  missing("beobachtungen.beschreibung", "beobachtungen[1]/beschreibung="),
  missing("kategorien", "kategorien="),
  missing("gespraech_eltern", "gespraech_eltern="),
  missing("gespraech_eltern_am", "gespraech_eltern_am="),
  missing(
    "gespraech_eltern_grund", "gespraech_eltern=nein",
    right: ["gespraech_eltern=nein", "gespraech_eltern_grund=Schutz gefährdet"]),
  missing("eltern_informiert", "eltern_informiert="),
  missing("eltern_informiert_am", "eltern_informiert_am="),
  missing(
    "eltern_informiert_grund", "eltern_informiert=nein",
    right: ["eltern_informiert=nein", "eltern_informiert_grund=nicht_erreichbar"]),
  missing(
    "eltern_informiert_grund_text", "eltern_informiert=nein", "eltern_informiert_grund=anderer",
    right: ["eltern_informiert=nein", "eltern_informiert_grund=schutz_gefaehrdet"]),
  missing("insofa_hinzugezogen", "insofa_hinzugezogen=", right: ["insofa_hinzugezogen=", kiso]),
  missing("insofa", "insofa=", right: ["insofa=", "insofa_hinzugezogen=nein"]),
  missing("mit_eigenen_mitteln", "mit_eigenen_mitteln=", right: ["mit_eigenen_mitteln=", kiso]),
  missing(
    "mit_eigenen_mitteln_grund", "mit_eigenen_mitteln_grund=", right: ["mit_eigenen_mitteln_grund=", kiso]),
  missing("anlagen.bezeichnung", "anlagen[1]/seiten=2", right: ["anlagen[1]/bezeichnung=Skizze"]),
  RuleCase(
    "W-KWG-loeschen_am-berechnet", "somebody typed when the copy goes", base: .report,
    wrong: ["loeschen_am=2030-01-01"],
    right: ["beendet_am=2025-10-01", "verfahren_abgeschlossen_am=2025-11-01"]),
]
