/// Rules of the release.
let releaseRules: [PaperCase] = [
  PaperCase(
    "E-SPE-01", "nobody in particular", .twoSheets,
    wrong: [
      "empfaenger[1]/name=alle beteiligten Stellen", "empfaenger[1]/funktion=", "empfaenger[1]/einrichtung=",
    ],
    right: [
      "empfaenger[1]/name=", "empfaenger[1]/funktion=Leitung", "empfaenger[1]/einrichtung=Kita Ruhrkiesel",
    ]),
  PaperCase(
    "E-SPE-01", "a Kita without name", .twoSheets,
    wrong: ["empfaenger[1]/name=", "empfaenger[1]/funktion=Leitung", "empfaenger[1]/einrichtung=Kita"],
    right: ["empfaenger[1]/name=Frau Groß", "empfaenger[1]/einrichtung=Kita"]),
  PaperCase(
    "E-SPE-02", "doctors and so on", .twoSheets,
    wrong: ["entbundene[1]/name=alle Ärzte u. a.", "entbundene[1]/funktion=", "entbundene[1]/einrichtung="],
    right: ["entbundene[1]/name=Dr. Ingo Arzt"]),
  PaperCase("E-SPE-03", "one of two parents signed", .twoSheets, wrong: ["unterschriften[2]="]),
  PaperCase(
    "E-SPE-03", "the other parent is not named at all", .contactOnly, wrong: ["sorgerecht=gemeinsam"],
    right: ["sorgerecht=allein_mutter"]),
  PaperCase(
    "E-SPE-05", "signed tomorrow", .twoSheets, wrong: ["unterschriften[2]/datum=2025-11-21"],
    right: ["unterschriften[2]/datum=2025-11-20"]),
  PaperCase(
    "E-SPE-14", "filled in tomorrow", .twoSheets, wrong: ["erstellt_am=2025-11-21"],
    right: ["erstellt_am=2025-11-20"]),
  PaperCase(
    "W-SPE-15", "a stepfather beside the mother", .twoSheets,
    wrong: ["erklaerende[2]/beziehung=stiefelternteil"], right: ["erklaerende[2]/beziehung=vormund"]),
  PaperCase(
    "E-SPE-16", "a grandmother alone", .contactOnly, wrong: ["erklaerende[1]/beziehung=grosseltern"],
    right: ["erklaerende[1]/beziehung=ergaenzungspfleger"]),
  PaperCase("E-SPE-17", "what the person is to the child", .twoSheets, wrong: ["erklaerende[1]/beziehung="]),
  PaperCase(
    "W-SPE-18", "one day before the eighteenth birthday", .twoSheets,
    wrong: ["erklaerende[1]/geburtsdatum=2007-10-03"], right: ["erklaerende[1]/geburtsdatum=2007-10-02"]),
  PaperCase(
    "E-SPE-19", "the only signer is seventeen", .contactOnly,
    wrong: ["erklaerende[1]/geburtsdatum=2007-06-12"], right: ["erklaerende[1]/geburtsdatum=2007-06-11"]),
  PaperCase(
    "W-SPE-20", "custody is not clear", .twoSheets, wrong: ["sorgerecht=ungeklaert"],
    right: ["sorgerecht=gemeinsam"]),
  PaperCase(
    "W-SPE-21", "custody by word alone", .contactOnly,
    wrong: ["sorge_nachweis=eigene_angabe", "sorge_nachweis_am="], right: ["sorge_nachweis=beschluss"]),
  PaperCase(
    "E-SPE-22", "a guardian by word alone", .contactOnly,
    wrong: ["sorgerecht=vormundschaft", "sorge_nachweis=eigene_angabe", "sorge_nachweis_am="],
    right: ["sorgerecht=vormundschaft", "sorge_nachweis=beschluss"]),
  PaperCase(
    "E-SPE-23", "proof seen tomorrow", .contactOnly, wrong: ["sorge_nachweis_am=2025-11-21"],
    right: ["sorge_nachweis_am=2025-11-20"]),
  PaperCase(
    "W-SPE-24", "the other parent cannot be reached", .twoSheets,
    wrong: ["grund_einzelunterschrift=nicht_erreichbar"], right: ["grund_einzelunterschrift=alltag"]),
  PaperCase(
    "W-SPE-25", "a matter of daily life", .twoSheets, wrong: ["grund_einzelunterschrift=alltag"],
    right: ["grund_einzelunterschrift=nicht_erreichbar"]),
  PaperCase(
    "E-SPE-26", "own data that are also the child’s", .twoSheets, wrong: ["nur_eigene_daten=ja"],
    right: ["nur_eigene_daten=ja", "umfang[1]=wirtschaft", "umfang[2]=gesundheit_eltern"]),
  PaperCase(
    "W-SPE-27", "a whole office may speak", .twoSheets,
    wrong: ["entbundene[1]/name=", "entbundene[1]/funktion=", "entbundene[1]/einrichtung=Jugendamt Bochum"],
    right: [
      "entbundene[1]/name=", "entbundene[1]/funktion=",
      "entbundene[1]/einrichtung=Jugendamt Bochum, Kita-Sozialarbeit",
    ]),
  PaperCase(
    "W-SPE-28", "a whole office listens", .twoSheets,
    wrong: ["empfaenger[1]/name=", "empfaenger[1]/funktion=", "empfaenger[1]/einrichtung=das Jugendamt"],
    right: [
      "empfaenger[1]/name=", "empfaenger[1]/funktion=", "empfaenger[1]/einrichtung=Jugendamt, Wohngeld",
    ]),
  PaperCase(
    "E-SPE-29", "somebody speaks with herself", .twoSheets, wrong: ["empfaenger[1]/name=Mareike Töpfer"],
    right: ["empfaenger[1]/name=Mareike Tüpfer"]),
  PaperCase(
    "E-SPE-29", "a function speaks with itself", .twoSheets,
    wrong: [
      "entbundene[1]/name=", "entbundene[1]/funktion=Leitung", "entbundene[1]/einrichtung=Kita Ruhrkiesel",
      "empfaenger[1]/name=", "empfaenger[1]/funktion=Leitung", "empfaenger[1]/einrichtung=Kita Ruhrkiesel",
    ],
    right: [
      "entbundene[1]/name=", "entbundene[1]/funktion=Leitung", "entbundene[1]/einrichtung=Kita Ruhrkiesel",
      "empfaenger[1]/name=", "empfaenger[1]/funktion=Leitung", "empfaenger[1]/einrichtung=Kita Ruhrwiesel",
    ]),
  PaperCase(
    "E-SPE-30", "a purpose of empty words", .twoSheets, wrong: ["zweck=zur Hilfe, allgemein"],
    right: ["zweck=Hilfe beim Wohngeld"]),
  PaperCase(
    "E-SPE-30", "nine characters", .twoSheets, wrong: ["zweck=Wohnungen"], right: ["zweck=Wohnungen."]),
  PaperCase(
    "W-SPE-31", "findings of doctors", .twoSheets, wrong: ["umfang[3]=befunde"],
    right: ["umfang[3]=entwicklung"]),
  PaperCase(
    "E-SPE-32", "health by word of mouth", .twoSheets,
    wrong: ["erklaerungsform=muendlich", "umfang[3]=gesundheit_kind"],
    right: ["erklaerungsform=muendlich", "umfang[3]=gesundheit_kind", "grund_form=Klinik"]),
  PaperCase(
    "W-SPE-33", "by word of mouth", .twoSheets, wrong: ["erklaerungsform=muendlich"],
    right: ["erklaerungsform=elektronisch"]),
  PaperCase(
    "E-SPE-34", "an end on the first day", .long, wrong: ["gueltig_bis=2025-09-15"],
    right: ["gueltig_bis=2025-09-16"]),
  PaperCase(
    "W-SPE-35", "a day more than a year", .long, wrong: ["gueltig_bis=2026-09-16"],
    right: ["gueltig_bis=2026-09-15"]),
  PaperCase(
    "W-SPE-36", "nobody interpreted, the sheet speaks another language", .long,
    wrong: ["sprachmittler=", "fassung=de_en_1"], right: ["sprachmittler=", "fassung=de_uk_1"]),
  PaperCase(
    "W-SPE-36", "nobody interpreted", .long, wrong: ["sprachmittler="],
    right: ["sprache=de", "sprachmittler="]),
  PaperCase(
    "W-SPE-50", "a Turkish sheet, explained in Ukrainian", .long, wrong: ["fassung=de_tr_1"],
    right: ["fassung=de_uk_1"]),
  PaperCase(
    "E-SPE-60", "the purpose is German alone, and nobody interprets", .twoSheets, wrong: ["fassung=de_en_1"],
    right: ["fassung=de_en_1", "zweck_uebersetzt=why", "ausgenommen_uebersetzt=what not"]),
  PaperCase(
    "E-SPE-60", "what is left out is German alone", .twoSheets,
    wrong: ["fassung=de_en_1", "zweck_uebersetzt=why"],
    right: ["fassung=de_en_1", "sprachmittler/nachname=Melnyk"]),
  PaperCase("H-SPE-51", "nobody has checked the translation", .long, wrong: ["fassung=de_uk_1"]),
  PaperCase(
    "W-SPE-37", "a child interpreted", .long, wrong: ["sprachmittler/volljaehrig=nein"],
    right: ["sprachmittler/volljaehrig=unbekannt"]),
  PaperCase(
    "E-SPE-38", "signed without a day", .twoSheets, wrong: ["unterschriften[2]/datum="],
    right: ["unterschriften[2]/datum=", "unterschriften[2]/geleistet=nein"]),
  PaperCase(
    "E-SPE-39", "signed before it was filled in", .twoSheets, wrong: ["erstellt_am=2025-10-03"],
    right: ["erstellt_am=2025-10-02"]),
  PaperCase(
    "W-SPE-40", "the signature of somebody else", .twoSheets, wrong: ["unterschriften[1]/name=Annika Heydt"],
    right: ["unterschriften[1]/name=Annika von der Heydt"]),
  PaperCase(
    "E-SPE-41", "the mother signed, the father has custody", .contactOnly, wrong: ["sorgerecht=allein_vater"],
    right: ["sorgerecht=allein_mutter"]),
  PaperCase(
    "E-SPE-41", "a mother where a guardian must sign", .contactOnly, wrong: ["sorgerecht=vormundschaft"],
    right: ["sorgerecht=vormundschaft", "erklaerende[1]/beziehung=vormund"]),
  PaperCase(
    "E-SPE-42", "received tomorrow", .twoSheets, wrong: ["entgegengenommen_am=2025-11-21"],
    right: ["entgegengenommen_am=2025-11-20"]),
  PaperCase(
    "W-SPE-43", "no copy", .twoSheets, wrong: ["kopie_ausgehaendigt=nein"],
    right: ["kopie_ausgehaendigt=nein", "unterschriften="]),
  PaperCase(
    "E-SPE-44", "revoked before it was given", .twoSheets,
    wrong: ["widerruf_am=2025-10-01", "widerruf_durch=Thành Nguyễn"],
    right: ["widerruf_am=2025-10-02", "widerruf_durch=Thành Nguyễn"]),
  PaperCase(
    "E-SPE-45", "revoked tomorrow", .twoSheets,
    wrong: ["widerruf_am=2025-11-21", "widerruf_durch=Thành Nguyễn"],
    right: ["widerruf_am=2025-11-20", "widerruf_durch=Thành Nguyễn"]),
  PaperCase(
    "E-SPE-46", "ended tomorrow", .twoSheets, wrong: ["beendet_am=2025-11-21"],
    right: ["beendet_am=2025-11-20"]),
  PaperCase(
    "E-SPE-47", "born tomorrow", .twoSheets, wrong: ["kinder[1]/geburtsdatum=2025-11-21"],
    right: ["kinder[1]/geburtsdatum=2025-11-20"]),
  PaperCase(
    "E-SPE-48", "a child without name", .twoSheets, wrong: ["kinder[1]/vorname=", "kinder[1]/nachname="],
    right: ["kinder[1]/vorname="]),
  PaperCase(
    "E-SPE-49", "a street in the text", .twoSheets, wrong: ["zweck=Rückmeldung zur Wohnung am Musterweg"],
    right: ["zweck=Rückmeldung zur Wohnung"]),
  PaperCase(
    "E-SPE-49", "a street in another spelling, in another text", .twoSheets,
    wrong: [
      "empfaenger[1]/funktion=Fachkraft für Musterw.7 und Kemnader Str.",
      "erklaerende[1]/anschrift/strasse=Kemnader Straße",
    ],
    right: ["empfaenger[1]/funktion=Fachkraft", "erklaerende[1]/anschrift/strasse=Kemnader Straße"]),
  PaperCase(
    "E-SPE-49", "a telephone number in other groups", .twoSheets,
    wrong: ["zweck=Rückruf unter 0171/39 200 77", "erklaerende[1]/telefon=0171 3920077"],
    right: ["zweck=Rückruf", "erklaerende[1]/telefon=0171 3920077"]),
  PaperCase(
    "W-SPE-52", "one parent is prevented", .twoSheets, wrong: ["grund_einzelunterschrift=verhindert"],
    right: ["grund_einzelunterschrift=alltag"]),
  PaperCase(
    "E-SPE-53", "prevented only after the signature", .twoSheets,
    wrong: ["grund_einzelunterschrift=verhindert", "verhindert_seit=2025-10-03"],
    right: ["grund_einzelunterschrift=verhindert", "verhindert_seit=2025-10-02"]),
]
