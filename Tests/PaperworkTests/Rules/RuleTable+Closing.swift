/// Rules about copies, releases and the end of the support.
let closingRules: [RuleCase] = [
  RuleCase(
    "E-GN-54", "copies in anonymous advice", base: .anonymous, wrong: ["unterlagen_kopiert=ja"],
    right: ["unterlagen_kopiert=nein"]),
  RuleCase(
    "E-GN-17", "copies, but none were made", wrong: ["unterlagen_kopiert=nein"],
    right: ["unterlagen_kopiert=nein", "unterlagen="]),
  RuleCase(
    "E-GN-55", "copied after the contact",
    wrong: ["unterlagen[1]/kopiert_am=2025-10-09"], right: ["unterlagen[1]/kopiert_am=2025-10-08"]),
  RuleCase(
    "E-GN-56", "destroyed before it was copied", wrong: ["unterlagen[1]/vernichtet_am=2025-10-07"],
    right: ["unterlagen[1]/vernichtet_am=2025-10-08"]),
  RuleCase(
    "E-GN-57", "destroyed tomorrow", wrong: ["unterlagen[1]/vernichtet_am=2025-11-21"],
    right: ["unterlagen[1]/vernichtet_am=2025-11-20"]),
  RuleCase(
    "W-GN-58", "copies kept one day too long", base: .ended,
    wrong: ["datum=2025-08-01", "beendet_am=2025-08-19", "unterlagen[1]/vernichtet_am="],
    right: ["datum=2025-08-01", "beendet_am=2025-08-20", "unterlagen[1]/vernichtet_am="]),
  RuleCase(
    "H-GN-59", "two weeks until copies are destroyed", base: .ended,
    wrong: ["datum=2025-08-01", "beendet_am=2025-09-04", "unterlagen[1]/vernichtet_am="],
    right: ["datum=2025-08-01", "beendet_am=2025-09-05", "unterlagen[1]/vernichtet_am="]),
  RuleCase(
    "E-GN-16", "a release in anonymous advice", base: .anonymous,
    wrong: ["spe_ids[1]=KSA-2-2025-0147-SPE-01"],
    right: ["spe_ids="]),
  RuleCase(
    "W-GN-60", "the release of another case", wrong: ["spe_ids[1]=KSA-2-2025-0148-SPE-01"],
    right: ["spe_ids[1]=KSA-2-2025-0147-SPE-09"]),
  RuleCase(
    "H-GN-61", "weighty indications", wrong: ["kwg_anhaltspunkte=ja"], right: ["kwg_anhaltspunkte=nein"]),
  RuleCase(
    "E-GN-62", "an end although the support goes on", wrong: ["beendet_am=2025-10-08"],
    right: ["fallstatus=beendet", "beendet_am=2025-10-08", "beendigungsgrund=kein_bedarf"]),
  RuleCase(
    "E-GN-63", "an end tomorrow", base: .ended, wrong: ["beendet_am=2025-11-21"],
    right: ["beendet_am=2025-11-20"]),
  RuleCase(
    "E-GN-64", "an end before the first note", base: .ended, wrong: ["beendet_am=2025-10-07"],
    right: ["beendet_am=2025-10-08"]),
  RuleCase(
    "E-GN-64", "an end before the first of two notes", base: .ended, wrong: ["beendet_am=2025-08-31"],
    right: ["beendet_am=2025-09-01"], other: ["datum=2025-09-01", "notiz_nr=1"]),
  RuleCase(
    "W-GN-65", "an end before the last of two notes", base: .ended, wrong: ["beendet_am=2025-10-07"],
    right: ["beendet_am=2025-10-08"], other: ["datum=2025-09-01", "notiz_nr=1"]),
  RuleCase(
    "E-GN-66", "a reason for an end that is not there", wrong: ["beendigungsgrund=kein_bedarf"],
    right: ["fallstatus=beendet", "beendet_am=2025-10-08", "beendigungsgrund=kein_bedarf"]),
  RuleCase(
    "H-GN-67", "the social service waits for feedback", base: .ended,
    wrong: ["zugangsweg=sd", "zustimmung_kontaktweitergabe=2025-10-01"], right: ["zugangsweg=schule"]),
  RuleCase(
    "E-GN-68", "the last contact after the end", base: .ended,
    wrong: ["beendigungsgrund=kontaktabbruch", "letzter_kontakt_am=2025-10-11"],
    right: ["beendigungsgrund=kontaktabbruch", "letzter_kontakt_am=2025-10-10"]),
  RuleCase(
    "E-GN-69", "the next appointment on the same day", wrong: ["naechster_termin=2025-10-08T16:00"],
    right: ["naechster_termin=2025-10-09"]),
]
