/// Rules of documents that were handed over, and of speaking with doctors: both rest on a release.
let handOverRules: [RuleCase] = [
  RuleCase("E-GN-74", "documents of nobody", base: .anonymous, wrong: ["uebergaben[1]/bezeichnung=Sprachtest"]),
  handOver(
    "E-GN-75", "handed over tomorrow", wrong: ["uebergaben[1]/am=2025-11-21"], right: ["uebergaben[1]/am=2025-11-20"],
    wrongBeside: [openRelease], rightBeside: [openRelease]),
  handOver("E-GN-76", "no release", wrong: ["uebergaben[1]/spe_id="], wrongBeside: [], rightBeside: [release]),
  handOver(
    "E-GN-77", "a release of another case", wrong: ["uebergaben[1]/spe_id=KSA-2-2025-0148-SPE-01"],
    wrongBeside: [release + ["spe_id=KSA-2-2025-0148-SPE-01"]], rightBeside: [release]),
  handOver(
    "E-GN-78", "documents must not be handed over", wrongBeside: [release + ["unterlagen=nein"]],
    rightBeside: [release]),
  handOver(
    "W-GN-79", "something is excepted", wrongBeside: [release + ["ausgenommen=die Trennung der Eltern"]],
    rightBeside: [release]),
  handOver(
    "E-GN-80", "a document that the release does not name", wrong: ["uebergaben[1]/bezeichnung=Sprachtests"],
    right: ["uebergaben[1]/bezeichnung=Bericht  der Kita"], wrongBeside: [release], rightBeside: [release]),
  handOver(
    "E-GN-80", "only a part of what it names", wrong: ["uebergaben[1]/bezeichnung=Bericht"],
    right: ["uebergaben[1]/bezeichnung=Sprachtest, Bericht der Kita"], wrongBeside: [release],
    rightBeside: [release]),
  handOver("E-GN-81", "the release is not at hand", wrongBeside: [], rightBeside: [release]),
  handOver(
    "E-GN-82", "two releases have the number", wrongBeside: [release, release + ["zweck=etwas anderes"]],
    rightBeside: [release, release]),
  handOver(
    "E-GN-83", "nobody signed", wrongBeside: [release + ["unterschriften="]], rightBeside: [release]),
  handOver(
    "E-GN-83", "the father's signature is missing", wrongBeside: [release + ["sorgerecht=gemeinsam"]],
    rightBeside: [release]),
  handOver(
    "E-GN-83", "only by word of mouth", wrongBeside: [release + ["erklaerungsform=muendlich"]],
    rightBeside: [release + ["erklaerungsform=elektronisch"]]),
  handOver(
    "E-GN-84", "custody is not settled", wrongBeside: [release + ["sorgerecht=ungeklaert"]], rightBeside: [release]),
  handOver(
    "E-GN-85", "the day before the signature", wrong: ["uebergaben[1]/am=2025-09-30"],
    right: ["uebergaben[1]/am=2025-10-01"], wrongBeside: [release], rightBeside: [release]),
  handOver(
    "E-GN-85", "the day after its last one", wrong: ["uebergaben[1]/am=2025-11-01"],
    right: ["uebergaben[1]/am=2025-10-31"], wrongBeside: [release], rightBeside: [release]),
  handOver(
    "E-GN-86", "taken back on the day", wrongBeside: [release + ["widerruf_am=2025-10-08", "widerruf_durch=Ç"]],
    rightBeside: [release + ["widerruf_am=2025-10-09", "widerruf_durch=Ç"]]),
  handOver(
    "E-GN-86", "a sheet takes back what the document tells",
    wrongBeside: [release, revoked + ["umfang_widerruf=teilweise", "umfang[1]=entwicklung"]],
    rightBeside: [
      release + ["umfang[2]=schritte"], revoked + ["umfang_widerruf=teilweise", "umfang[1]=schritte"],
    ]),
  handOver(
    "E-GN-86", "a sheet takes back the doctor",
    wrongBeside: [release, revoked + ["umfang_widerruf=teilweise", "empfaenger_nr[1]=1"]],
    rightBeside: [
      release + ["empfaenger[2]/name=Herr Alt"], revoked + ["umfang_widerruf=teilweise", "empfaenger_nr[1]=2"],
    ]),
  handOver(
    "E-GN-87", "a sheet whose wording fits no entry",
    wrongBeside: [release, revoked + ["umfang_widerruf=teilweise", "empfaenger=die Ärztin"]],
    rightBeside: [release]),
  handOver(
    "H-GN-88", "taken back after the day", wrongBeside: [release, revoked + ["eingegangen_am=2025-10-09"]],
    rightBeside: [release, revoked + ["eingegangen_am=2025-11-21"]]),
  handOver(
    "E-GN-89", "another doctor", wrong: ["uebergaben[1]/an=Frau Dr. Weiss"],
    right: ["uebergaben[1]/an=Frau Dr. Weiß, Kinderärztin, Praxis am Markt"], wrongBeside: [release],
    rightBeside: [release]),
  handOver(
    "E-GN-90", "more than the release covers", wrong: ["uebergaben[1]/umfang[2]=befunde"],
    right: ["uebergaben[1]/umfang[2]=befunde"], wrongBeside: [release],
    rightBeside: [release + ["umfang[2]=befunde"]]),
  RuleCase(
    "H-GN-91", "the doctor's release is not at hand", wrong: spoken, right: spoken, wrongBeside: [],
    rightBeside: [release]),
  RuleCase(
    "W-GN-92", "the doctor's release is not signed", wrong: spoken, right: spoken,
    wrongBeside: [release + ["unterschriften="]], rightBeside: [release]),
  RuleCase(
    "W-GN-92", "the doctor's release was taken back", wrong: spoken, right: spoken,
    wrongBeside: [release, revoked], rightBeside: [release, revoked + ["eingegangen_am=2025-10-09"]]),
  RuleCase(
    "W-GN-92", "the doctor's release has ended", wrong: spoken, right: spoken,
    wrongBeside: [release + ["gueltig_bis=2025-10-07"]], rightBeside: [release + ["gueltig_bis=2025-10-08"]]),
  RuleCase(
    "H-GN-93", "the doctor's release was taken back since", wrong: spoken, right: spoken,
    wrongBeside: [release, revoked + ["eingegangen_am=2025-10-09"]],
    rightBeside: [release, revoked + ["eingegangen_am=2025-11-21"]]),
]

private func handOver(
  _ id: String, _ sentence: String, wrong: [String] = [], right: [String] = [], wrongBeside: [[String]],
  rightBeside: [[String]]
) -> RuleCase {
  RuleCase(
    id, sentence, wrong: handedOver + wrong, right: handedOver + right, wrongBeside: wrongBeside,
    rightBeside: rightBeside)
}

/// A document that a doctor was given.
private let handedOver = [
  "uebergaben[1]/bezeichnung=Sprachtest", "uebergaben[1]/an=Frau Dr. Weiß", "uebergaben[1]/am=2025-10-08",
  "uebergaben[1]/umfang[1]=entwicklung", "uebergaben[1]/spe_id=KSA-2-2025-0147-SPE-02",
]

/// A contact with a doctor, under a release.
private let spoken = ["vermittlungen[1]/ziel=kinderarzt", "vermittlungen[1]/spe_id=KSA-2-2025-0147-SPE-02"]

/// The mother's release that allows it.
private let release = [
  "form=schweigepflichtentbindung", "spe_id=KSA-2-2025-0147-SPE-02", "erstellt_am=2025-09-30",
  "sorgerecht=allein_mutter", "sorge_nachweis=beschluss", "erklaerende[1]/vorname=Ayşegül",
  "erklaerende[1]/nachname=Çağlayan", "erklaerende[1]/beziehung=mutter", "kinder[1]/vorname=İlkay",
  "kinder[1]/nachname=Çağlayan", "empfaenger[1]/name=Frau Dr. Weiß", "empfaenger[1]/funktion=Kinderärztin",
  "empfaenger[1]/einrichtung=Praxis am Markt", "umfang[1]=entwicklung", "unterlagen=ja",
  "unterlagen_welche=Sprachtest, Bericht der Kita", "gueltig_bis_art=datum", "gueltig_bis=2025-10-31",
  "unterschriften[1]/name=Ayşegül Çağlayan", "unterschriften[1]/datum=2025-10-01", "unterschriften[1]/geleistet=ja",
]

/// The same without an end that is near.
private let openRelease = release + ["gueltig_bis=2026-08-31"]

/// The mother takes it back on the day before.
private let revoked = [
  "form=widerruf", "spe_id=KSA-2-2025-0147-SPE-02", "person/vorname=Ayşegül", "person/nachname=Çağlayan",
  "umfang_widerruf=ganz", "datum=2025-10-07", "eingegangen_am=2025-10-07",
]
