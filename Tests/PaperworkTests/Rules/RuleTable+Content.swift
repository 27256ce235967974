/// Rules about topics, text, agreements and referrals.
let contentRules: [RuleCase] = [
  RuleCase(
    "E-GN-37", "a main topic that is not ticked", wrong: ["hauptthema=wohnen"], right: ["hauptthema=but"]),
  RuleCase(
    "H-GN-38", "worry about a child's welfare", wrong: ["themen[3]=kindeswohl"], right: ["themen[3]=wohnen"]),
  RuleCase(
    "H-GN-39", "worry about a child's welfare in anonymous advice", base: .anonymous,
    wrong: ["themen[2]=kindeswohl"], right: ["themen[2]=alltag"]),
  RuleCase(
    "H-GN-39", "weighty indications in anonymous advice", base: .anonymous, wrong: ["kwg_anhaltspunkte=ja"],
    right: ["kwg_anhaltspunkte=nein"]),
  RuleCase(
    "W-GN-40", "more than 1,500 characters", wrong: ["inhalt=" + String(repeating: "ä", count: 1501)],
    right: ["inhalt=" + String(repeating: "ä", count: 1500)]),
  RuleCase(
    "E-GN-41", "a phone number in anonymous text", base: .anonymous, wrong: ["inhalt=Tel. 0171 3920012"],
    right: ["inhalt=Tel. bekannt"]),
  RuleCase(
    "E-GN-42", "an e-mail address in anonymous text", base: .anonymous,
    wrong: ["vereinbarungen[1]/was=Mail an a@example.org"], right: ["vereinbarungen[1]/was=Mail an a@"]),
  RuleCase(
    "E-GN-43", "a date of birth in anonymous text", base: .anonymous, wrong: ["anlass=Kind, geb. 03.05.2021"],
    right: ["anlass=Kind, geboren im Mai"]),
  RuleCase(
    "W-GN-44", "a full date in anonymous text", base: .anonymous, wrong: ["inhalt=Termin am 03.05.2025"],
    right: ["inhalt=Termin im Mai 2025"]),
  RuleCase(
    "W-GN-45", "a street in anonymous text", base: .anonymous, wrong: ["inhalt=wohnt Hauptstr. 12"],
    right: ["inhalt=wohnt in der Hauptstr."]),
  RuleCase(
    "W-GN-46", "a name in anonymous text", base: .anonymous, wrong: ["vereinbarungen[1]/wer=Frau Kowalski"],
    right: ["vereinbarungen[1]/wer=Frau K."]),
  RuleCase(
    "W-GN-47", "the name of a person of the case", base: .anonymous,
    wrong: ["vorgangsnummer=KSA-2-2025-0147", "inhalt=Ayşegül war da"],
    right: ["vorgangsnummer=KSA-2-2025-0147", "inhalt=Ayşe war da"],
    other: [
      "beratungsform=namentlich", "vorgangsnummer=KSA-2-2025-0147", "ratsuchende[1]/vorname=Ayşegül",
    ]),
  RuleCase(
    "W-GN-48", "the street of a protected address in the text",
    wrong: [
      "inhalt=Treffen im Musterweg", "ratsuchende[1]/anschrift/strasse=Musterweg",
      "ratsuchende[1]/anschrift/schutzadresse=ja",
    ],
    right: [
      "inhalt=Treffen im Musterweg", "ratsuchende[1]/anschrift/strasse=Musterweg",
      "ratsuchende[1]/anschrift/schutzadresse=nein",
    ]),
  RuleCase(
    "W-GN-48", "the same street shortened, protected by a word alone",
    wrong: [
      "anlass=wohnt Kemnader Str. 5", "ratsuchende[1]/anschrift/strasse=Kemnader Straße",
      "ratsuchende[1]/anschrift/zusatz=Übermittlungssperre",
    ],
    right: [
      "anlass=wohnt Kemnader Str. 5", "ratsuchende[1]/anschrift/strasse=Kemnader Straße",
      "ratsuchende[1]/anschrift/zusatz=2. Etage",
    ]),
  RuleCase(
    "W-GN-48", "the Kita by its short name",
    wrong: ["inhalt=im Mondsch. fehlt es", "kita=Kita Mondschein, Träger AWO", "kinder[1]/anschrift/schutzadresse=ja"],
    right: ["inhalt=in der Kita fehlt es", "kita=Kita Mondschein, Träger AWO", "kinder[1]/anschrift/schutzadresse=ja"]),
  RuleCase(
    "E-GN-41", "a telephone number with the Kita", base: .anonymous, wrong: ["kita=Kita X, 0171 3920012"],
    right: ["kita=Kita X"]),
  RuleCase(
    "W-GN-48", "the Kita of a child with a protected address in the text",
    wrong: [
      "vereinbarungen[1]/wer=Kita Mondschein", "kita=Kita Mondschein",
      "kinder[1]/anschrift/auskunftssperre=ja",
    ],
    right: [
      "vereinbarungen[1]/wer=Kita", "kita=Kita Mondschein", "kinder[1]/anschrift/auskunftssperre=ja",
    ]),
  RuleCase(
    "E-GN-49", "an agreement until the day before", wrong: ["vereinbarungen[1]/bis=2025-10-07"],
    right: ["vereinbarungen[1]/bis=2025-10-08"]),
  RuleCase(
    "W-GN-13", "a service that is reached through the social service only",
    wrong: ["vermittlungen[1]/ziel=kjpd"],
    right: ["vermittlungen[1]/ziel=kjpd", "vermittlungen[1]/weg=sd"]),
  RuleCase(
    "W-GN-50", "help with upbringing past the board", wrong: ["vermittlungen[1]/ziel=sd_hze"],
    right: ["vermittlungen[1]/ziel=sd_hze", "vermittlungen[1]/weg=fachgremium"]),
  RuleCase(
    "W-GN-51", "exchange with a doctor without a release", wrong: ["vermittlungen[1]/ziel=kinderarzt"],
    right: ["vermittlungen[1]/ziel=kinderarzt", "vermittlungen[1]/art=info"]),
  RuleCase(
    "W-GN-51", "exchange with a therapist", wrong: ["vermittlungen[1]/ziel=therapie"],
    right: ["vermittlungen[1]/ziel=therapie", "vermittlungen[1]/spe_id=KSA-2-2025-0147-SPE-01"]),
  RuleCase(
    "H-GN-52", "counselling is to report back", wrong: ["vermittlungen[1]/ziel=eb"],
    right: ["vermittlungen[1]/ziel=eb", "vermittlungen[1]/ergebnis=angekommen"]),
  RuleCase(
    "H-GN-53", "nobody was asked who already helps", wrong: ["phase=2", "vermittlungen=", "keine_hilfen="],
    right: ["phase=2", "vermittlungen=", "keine_hilfen=", "bereits_beteiligt[1]/stelle=familienhebamme"]),
  RuleCase(
    "H-GN-53", "a new help outside the phase in which it is asked",
    wrong: ["keine_hilfen=", "vermittlungen[1]/ziel=familienbildung"],
    right: ["keine_hilfen=", "vermittlungen[1]/ziel=familienbildung", "vermittlungen[1]/art=info"]),
  RuleCase(
    "H-GN-53", "an office that pays is no help that could run twice",
    wrong: ["keine_hilfen=", "vermittlungen[1]/ziel=schuldnerberatung"],
    right: ["keine_hilfen=", "vermittlungen[1]/ziel=jobcenter"]),
  RuleCase(
    "H-GN-53", "there is none, and that was asked", wrong: ["phase=3", "vermittlungen=", "keine_hilfen=nein"],
    right: ["phase=3", "vermittlungen=", "keine_hilfen=ja"]),
  RuleCase(
    "H-GN-53", "an earlier note knows it", wrong: ["phase=2", "keine_hilfen="], right: ["phase=2", "keine_hilfen="],
    rightBeside: [["form=gespraechsnotiz", "vorgangsnummer=KSA-2-2025-0147", "notiz_nr=1", "keine_hilfen=ja"]]),
  RuleCase(
    "W-GN-73", "none, and yet one", wrong: ["keine_hilfen=ja", "bereits_beteiligt[1]/stelle=eb"],
    right: ["keine_hilfen=nein", "bereits_beteiligt[1]/stelle=eb"]),
]
