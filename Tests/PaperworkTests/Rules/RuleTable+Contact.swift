/// Rules about the contact itself: number, day, times, place.
let contactRules: [RuleCase] = [
  RuleCase(
    "E-GN-15", "a case number in anonymous advice points to a family", base: .anonymous,
    wrong: ["vorgangsnummer=KSA-2-2025-0147"]),
  RuleCase(
    "W-GN-19", "a note of an earlier year than the case", wrong: ["vorgangsnummer=KSA-2-2026-0147"],
    right: ["vorgangsnummer=KSA-2-2025-0147"]),
  RuleCase(
    "W-GN-19", "a day that cannot be read is not before anything",
    wrong: ["vorgangsnummer=KSA-2-2026-0147"],
    right: ["vorgangsnummer=KSA-2-2026-0147", "datum=31.02.2025"]),
  RuleCase(
    "E-GN-20", "the number of another note of the case", wrong: ["notiz_nr=1"], right: ["notiz_nr=3"],
    other: ["notiz_nr=1", "datum=2025-09-09"]),
  RuleCase(
    "E-GN-01", "a contact tomorrow", wrong: ["datum=2025-11-21"],
    right: ["datum=2025-11-20", "naechster_termin="]),
  RuleCase("E-GN-02", "the end a minute before the beginning", wrong: ["uhrzeit_bis=08:59"]),
  RuleCase(
    "E-GN-02", "an end that cannot be compared", wrong: ["uhrzeit_bis=08:59"],
    right: ["uhrzeit_von=25:00", "uhrzeit_bis=08:59"]),
  RuleCase(
    "E-GN-21", "beginning and end are equal", wrong: ["uhrzeit_bis=09:00"], right: ["uhrzeit_bis=09:01"]),
  RuleCase(
    "W-GN-03", "more than four hours", wrong: ["uhrzeit_bis=13:01"], right: ["uhrzeit_bis=13:00"]),
  RuleCase(
    "E-GN-08", "a duration other than that of the times", wrong: ["dauer_min=61"], right: ["dauer_min=60"]),
  RuleCase(
    "E-GN-08", "a duration without times stands for itself", wrong: ["dauer_min=61"],
    right: ["dauer_min=61", "uhrzeit_von="]),
  RuleCase(
    "W-GN-22", "a second first contact", wrong: ["erstkontakt=ja"], right: ["erstkontakt=nein"],
    other: ["erstkontakt=ja", "notiz_nr=1"]),
  RuleCase(
    "W-GN-23", "another district than the address", wrong: ["ratsuchende[1]/anschrift/stadtbezirk=3"],
    right: ["ratsuchende[1]/anschrift/stadtbezirk=2"]),
  RuleCase("E-GN-12", "a quarter of another district", wrong: ["ortsteil=36"], right: ["ortsteil=29"]),
  RuleCase(
    "W-GN-24", "a quarter in anonymous advice", base: .anonymous, wrong: ["ortsteil=63"],
    right: ["ortsteil="]),
  RuleCase(
    "W-GN-31", "another way of access than in an earlier note",
    wrong: ["zugangsweg=kita", "kita=Kita Purzelbaum"],
    right: ["zugangsweg=selbst"], other: ["notiz_nr=1"]),
  RuleCase(
    "W-GN-32", "a childminder without the advisory office", wrong: ["zugangsweg=ktp"],
    right: ["zugangsweg=ktp", "beteiligte[1]/rolle=ktp_fb"]),
  RuleCase(
    "E-GN-09", "access through the social service without consent", wrong: ["zugangsweg=sd"],
    right: ["zugangsweg=sd", "zustimmung_kontaktweitergabe=2025-10-08"]),
  RuleCase(
    "E-GN-09", "a refused consent is no consent",
    wrong: ["zugangsweg=sonstige", "zustimmung_kontaktweitergabe?=verweigert"],
    right: ["zugangsweg=elternbegleiter"]),
  RuleCase(
    "E-GN-10", "a consent after the contact",
    wrong: ["zugangsweg=sd", "zustimmung_kontaktweitergabe=2025-10-09"],
    right: ["zugangsweg=sd", "zustimmung_kontaktweitergabe=2025-10-08"]),
  RuleCase(
    "W-GN-34", "the family was not told about its data",
    wrong: ["erstkontakt=ja", "information_datenschutz_am="],
    right: ["erstkontakt=nein", "information_datenschutz_am="]),
  RuleCase(
    "E-GN-35", "the family was told after the contact", wrong: ["information_datenschutz_am=2025-10-09"],
    right: ["information_datenschutz_am=2025-10-08"]),
  RuleCase(
    "E-GN-35", "a broken day of contact proves nothing", wrong: ["information_datenschutz_am=2025-10-09"],
    right: ["information_datenschutz_am=2025-10-09", "datum=gestern früh"]),
  RuleCase(
    "W-GN-36", "feedback to the social service without a release",
    wrong: ["zugangsweg=sd", "zustimmung_kontaktweitergabe=2025-10-01", "spe_ids="],
    right: ["zugangsweg=sd", "zustimmung_kontaktweitergabe=2025-10-01"]),
  RuleCase(
    "H-GN-70", "nobody knows when the social service referred the family", wrong: referred + ["erstkontakt=ja"],
    right: referred + ["erstkontakt=ja", "vermittelt_am=2025-10-02"]),
  RuleCase(
    "E-GN-71", "referred after the first contact", wrong: referred + ["vermittelt_am=2025-10-09"],
    right: referred + ["vermittelt_am=2025-10-08"]),
  RuleCase(
    "W-GN-72", "referred before the family agreed", wrong: referred + ["vermittelt_am=2025-09-30"],
    right: referred + ["vermittelt_am=2025-10-01"]),
]

private let referred = ["zugangsweg=sd", "zustimmung_kontaktweitergabe=2025-10-01"]
