/// Rules that follow from a field being required, conditional or calculated; their ids name the field.
let generatedRules: [RuleCase] = requiredRules + conditionalRules + calculatedRules + readingRules

private func missing(
  _ field: String, _ sentence: String, base: Sample = .named, wrong: [String], right: [String] = []
) -> RuleCase {
  RuleCase("E-GN-\(field)-fehlt", sentence, base: base, wrong: wrong, right: right)
}

private let requiredRules: [RuleCase] = [
  missing("datum", "no day", wrong: ["datum="]),
  missing("fachkraft", "nobody wrote it", wrong: ["fachkraft="], right: ["fachkraft/funktion="]),
  missing("fachkraft.name", "a function without a name", wrong: ["fachkraft/name="]),
  missing("beratungsform", "no kind of advice", wrong: ["beratungsform="]),
  missing("kontaktart", "no kind of contact", wrong: ["kontaktart="]),
  missing("kontakt_zustande", "whether it came about", wrong: ["kontakt_zustande="]),
  missing(
    "nicht_zustande_grund", "why it did not come about", wrong: ["kontakt_zustande=nein"],
    right: ["kontakt_zustande=nein", "nicht_zustande_grund=abgesagt"]),
  missing("erstkontakt", "whether it was the first", wrong: ["erstkontakt="]),
  missing(
    "stadtbezirk", "no district", wrong: ["stadtbezirk="], right: ["stadtbezirk=unbekannt", "ortsteil="]),
  missing("ratsuchende", "nobody sought advice", wrong: ["ratsuchende="]),
  missing(
    "ratsuchende", "anonymous advice has none", wrong: ["ratsuchende="],
    right: ["beratungsform=anonym_ratsuchend"]),
  missing(
    "ratsuchende.vorname", "an adult without first name", wrong: ["ratsuchende[1]/vorname="],
    right: ["ratsuchende[1]/vorname?=unbekannt"]),
  missing(
    "ratsuchende.nachname", "an adult without family name", wrong: ["ratsuchende[1]/nachname="],
    right: ["ratsuchende[1]/nachname=", "ratsuchende[1]/nur_ein_name=ja"]),
  missing("kinder", "no child", wrong: ["kinder="]),
  missing(
    "kinder.vorname", "a child without first name", wrong: ["kinder[1]/vorname?=verweigert"],
    right: ["kinder[1]/vorname?=unbekannt"]),
  missing(
    "kinder.nachname", "a child without family name", wrong: ["kinder[1]/nachname?=nicht_gefragt"],
    right: ["kinder[1]/nachname?=unbekannt"]),
  missing(
    "zugangsweg", "how a family came for the first time", wrong: ["erstkontakt=ja", "zugangsweg="],
    right: ["zugangsweg="]),
  missing(
    "kita", "which Kita, by contact", wrong: ["kontaktart=kita"], right: ["kontaktart=kita", "kita=K"]),
  missing("kita", "which Kita, by access", wrong: ["zugangsweg=kita"], right: ["zugangsweg=elternbegleiter"]),
  missing(
    "anlass", "no occasion", wrong: ["anlass="], right: ["anlass=", "beratungsform=anonym_ratsuchend"]),
  missing("themen", "no topic", wrong: ["themen="], right: ["themen=", "kontakt_zustande=nein"]),
  missing(
    "hauptthema", "no main topic", wrong: ["hauptthema="], right: ["hauptthema=", "kontakt_zustande=nein"]),
  missing("inhalt", "no text", wrong: ["inhalt= \n "], right: ["inhalt=", "kontakt_zustande=nein"]),
  missing(
    "vereinbarungen.wer", "an agreement of nobody", wrong: ["vereinbarungen[1]/wer="],
    right: ["vereinbarungen="]),
  missing(
    "vereinbarungen.was", "an agreement on nothing", wrong: ["vereinbarungen[1]/was="],
    right: ["vereinbarungen="]),
  missing(
    "vermittlungen.ziel", "a referral nowhere", wrong: ["vermittlungen[1]/ziel="], right: ["vermittlungen="]),
  missing(
    "vermittlungen.art", "a referral of no kind", wrong: ["vermittlungen[1]/art="], right: ["vermittlungen="]),
  missing(
    "vermittlungen.weg", "a referral by no way", wrong: ["vermittlungen[1]/weg="], right: ["vermittlungen="]),
  missing(
    "unterlagen_kopiert", "whether anything was copied", wrong: ["unterlagen_kopiert=", "unterlagen="]),
  missing(
    "unterlagen", "which copies", wrong: ["unterlagen="], right: ["unterlagen=", "unterlagen_kopiert=nein"]),
  missing("unterlagen.bezeichnung", "a copy without name", wrong: ["unterlagen[1]/bezeichnung="]),
  missing("unterlagen.kopiert_am", "a copy without day", wrong: ["unterlagen[1]/kopiert_am="]),
  missing(
    "uebergaben.bezeichnung", "a document without name", wrong: ["uebergaben[1]/an=Frau Dr. Weiß"],
    right: ["uebergaben[1]/bezeichnung=Sprachtest"]),
  missing(
    "uebergaben.an", "a document for nobody", wrong: ["uebergaben[1]/bezeichnung=Sprachtest"],
    right: ["uebergaben[1]/an=Frau Dr. Weiß"]),
  missing(
    "uebergaben.am", "a document on no day", wrong: ["uebergaben[1]/an=Frau Dr. Weiß"],
    right: ["uebergaben[1]/am=2025-10-08"]),
  missing(
    "uebergaben.umfang", "a document about nothing", wrong: ["uebergaben[1]/an=Frau Dr. Weiß"],
    right: ["uebergaben[1]/umfang[1]=entwicklung"]),
  missing("kwg_anhaltspunkte", "whether there are indications", wrong: ["kwg_anhaltspunkte="]),
  missing("fallstatus", "whether it goes on", wrong: ["fallstatus="]),
  missing("beendet_am", "an end without day", base: .ended, wrong: ["beendet_am="]),
  missing("beendigungsgrund", "an end without reason", base: .ended, wrong: ["beendigungsgrund="]),
]

private func pointless(
  _ field: String, _ sentence: String, base: Sample = .named, wrong: [String], right: [String] = []
) -> RuleCase {
  RuleCase("H-GN-\(field)-entfaellt", sentence, base: base, wrong: wrong, right: right)
}

private let conditionalRules: [RuleCase] = [
  pointless(
    "nicht_zustande_grund", "it came about", wrong: ["nicht_zustande_grund=abgesagt"],
    right: ["kontakt_zustande=nein", "nicht_zustande_grund=abgesagt"]),
  pointless(
    "vermittlungen.ergebnis_am", "there is no result yet", wrong: ["vermittlungen[1]/ergebnis_am=2025-10-09"],
    right: ["vermittlungen[1]/ergebnis_am=2025-10-09", "vermittlungen[1]/ergebnis=angekommen"]),
  pointless("beratungsart", "another town asks for it", wrong: ["beratungsart=kurzberatung"]),
  pointless("arbeitsdimension", "another town asks for it", wrong: ["arbeitsdimension=fallspezifisch"]),
  pointless("einsatz_kita", "another town asks for it", wrong: ["einsatz_kita=Kita Purzelbaum"]),
  pointless(
    "kind_angaben_anonym", "the child has a name", wrong: ["kind_angaben_anonym[1]/alter_jahre=4"],
    right: ["kind_angaben_anonym="]),
  pointless("sorgerecht", "nobody is named", base: .anonymous, wrong: ["sorgerecht=gemeinsam"]),
  pointless(
    "sprachmittlung_volljaehrig", "no relative interpreted", wrong: ["sprachmittlung_volljaehrig=ja"],
    right: ["sprachmittlung_volljaehrig=ja", "sprachmittlung=angehoerige"]),
  pointless(
    "zustimmung_kontaktweitergabe", "the family came by itself",
    wrong: ["zustimmung_kontaktweitergabe=2025-10-01"],
    right: ["zustimmung_kontaktweitergabe=2025-10-01", "zugangsweg=gesundheit"]),
  pointless(
    "vermittelt_am", "the family came by itself", wrong: ["vermittelt_am=2025-10-01"],
    right: ["vermittelt_am=2025-10-01", "zugangsweg=sd"]),
  pointless("keine_hilfen", "nobody is named", base: .anonymous, wrong: ["keine_hilfen=ja"]),
  pointless(
    "information_datenschutz_am", "no data of a family", base: .anonymous,
    wrong: ["information_datenschutz_am=2025-10-07"]),
  pointless("rueckmeldung_sd", "nobody is named", base: .anonymous, wrong: ["rueckmeldung_sd=nein"]),
  pointless(
    "letzter_kontakt_am", "contact was not lost", base: .ended, wrong: ["letzter_kontakt_am=2025-10-08"],
    right: ["letzter_kontakt_am=2025-10-08", "beendigungsgrund=kontaktabbruch"]),
]

private let calculatedRules: [RuleCase] = [
  RuleCase(
    "W-GN-ratsuchende.anschrift.geschuetzt-berechnet", "follows from the address",
    wrong: ["ratsuchende[1]/anschrift/geschuetzt=ja", "ratsuchende[1]/anschrift/ort=Bochum"],
    right: ["ratsuchende[1]/anschrift/geschuetzt=ja", "ratsuchende[1]/anschrift/zusatz=geheim"]),
  RuleCase(
    "W-GN-kinder.anschrift.geschuetzt-berechnet", "follows from the address",
    wrong: ["kinder[1]/anschrift/geschuetzt=ja", "kinder[1]/anschrift/ort=Bochum"],
    right: ["kinder[1]/anschrift/geschuetzt=ja", "kinder[1]/anschrift/schutzadresse=ja"]),
  RuleCase(
    "W-GN-rueckmeldung_sd-berechnet", "follows from the access", wrong: ["rueckmeldung_sd=ja"],
    right: ["rueckmeldung_sd=nein"]),
  RuleCase(
    "W-GN-loeschen_am-berechnet", "follows from the end", base: .ended, wrong: ["loeschen_am=2026-10-10"],
    right: ["loeschen_am=2026-10-11"]),
  RuleCase(
    "W-GN-loeschen_am-berechnet", "cannot be told while the case runs", wrong: ["loeschen_am=2026-10-11"]),
  RuleCase(
    "W-GN-unterlagen_vernichten_bis-berechnet", "follows from the end", base: .ended,
    wrong: ["unterlagen_vernichten_bis=2026-01-11"], right: ["unterlagen_vernichten_bis=2026-01-10"]),
]

private let readingRules: [RuleCase] = [
  RuleCase("E-GN-FELD", "a field that is not there", wrong: ["kind=Noah"], right: ["kita=Noah"]),
  RuleCase("E-GN-FELD", "a field that is not there in a group", wrong: ["kinder[1]/name=Noah"]),
  RuleCase(
    "E-GN-MEHRFACH", "two days", wrong: ["datum[1]=2025-10-08", "datum[2]=2025-10-09"],
    right: ["datum[1]=2025-10-08"]),
  RuleCase("E-GN-AUFBAU", "a text where a group belongs", wrong: ["fachkraft=Jörg Weißhaupt"]),
  RuleCase("E-GN-AUFBAU", "a group where a text belongs", wrong: ["datum/tag=8"]),
  RuleCase(
    "E-GN-STATUS", "a word that is no answer", wrong: ["kinder[1]/telefon?=keine Ahnung"],
    right: ["kinder[1]/telefon?=nicht_gefragt"]),
]
