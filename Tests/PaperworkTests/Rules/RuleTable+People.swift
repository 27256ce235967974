/// Rules about the people: adults, children, those taking part.
let peopleRules: [RuleCase] = [
  RuleCase(
    "E-PERS-01", "one name only, and both fields filled", wrong: ["ratsuchende[1]/nur_ein_name=ja"],
    right: ["ratsuchende[1]/nur_ein_name=ja", "ratsuchende[1]/nachname="]),
  RuleCase(
    "E-PERS-01", "one name only, and none is there",
    wrong: ["ratsuchende[1]/nur_ein_name=ja", "ratsuchende[1]/nachname=", "ratsuchende[1]/vorname="],
    right: ["ratsuchende[1]/nur_ein_name=nein"]),
  RuleCase(
    "H-PERS-02", "the first of January", wrong: ["kinder[1]/geburtsdatum=2021-01-01"],
    right: ["kinder[1]/geburtsdatum=2021-01-02"]),
  RuleCase(
    "H-PERS-02", "a year alone is honest", wrong: ["ratsuchende[1]/geburtsdatum=1.1.1990"],
    right: ["ratsuchende[1]/geburtsdatum=1990"]),
  RuleCase(
    "E-PERS-03", "born tomorrow", wrong: ["kinder[1]/geburtsdatum=2025-11-21"],
    right: ["kinder[1]/geburtsdatum=2025-11-20"]),
  RuleCase(
    "E-PERS-03", "an expected birth may lie ahead", wrong: ["kinder[1]/geburtsdatum=2025-12"],
    right: ["kinder[1]/geburtsdatum=ET 03.02.2026"]),
  RuleCase(
    "W-PERS-04", "an e-mail address", wrong: ["ratsuchende[1]/email=a@example.org"],
    right: ["ratsuchende[1]/email?=verweigert"]),
  RuleCase(
    "E-ADR-01", "a word of protection, and yet not protected",
    wrong: ["ratsuchende[1]/anschrift/zusatz=geschützte Anschrift", "ratsuchende[1]/anschrift/schutzadresse=nein"],
    right: ["ratsuchende[1]/anschrift/zusatz=geschützte Anschrift", "ratsuchende[1]/anschrift/schutzadresse=ja"]),
  RuleCase(
    "W-ADR-03", "an address that sends the reader to another", wrong: ["ratsuchende[1]/anschrift/strasse=wie oben"],
    right: ["ratsuchende[1]/anschrift/strasse=Am Obenbruch"]),
  RuleCase(
    "W-ADR-02", "a word of protection, mistyped, and nothing said",
    wrong: ["ratsuchende[1]/anschrift/zusatz=c/o Fruenhaus"],
    right: ["ratsuchende[1]/anschrift/zusatz=c/o Frauenhausplatz 3"]),
  RuleCase(
    "E-UNT-01", "signed tomorrow", wrong: ["handzeichen/datum=2025-11-21"],
    right: ["handzeichen/datum=2025-11-20"]),
  RuleCase(
    "E-GN-06", "a family in anonymous advice", base: .anonymous, wrong: ["ratsuchende[1]/nachname=Kowalski"],
    right: ["ratsuchende="]),
  RuleCase(
    "E-GN-06", "an answer that is no value does not name anybody", base: .anonymous,
    wrong: ["ratsuchende[1]/telefon=0171 3920012"], right: ["ratsuchende[1]/telefon?=verweigert"]),
  RuleCase(
    "W-GN-25", "neither phone nor address", wrong: ["ratsuchende[1]/telefon="],
    right: ["ratsuchende[1]/telefon=", "ratsuchende[1]/anschrift/plz=44866"]),
  RuleCase(
    "W-GN-25", "a refused phone number is an answer", wrong: ["ratsuchende[1]/telefon="],
    right: ["ratsuchende[1]/telefon?=verweigert"]),
  RuleCase(
    "E-GN-14", "a child in anonymous advice", base: .anonymous, wrong: ["kinder[1]/geburtsdatum=2021-05-03"],
    right: ["kinder="]),
  RuleCase(
    "W-GN-04", "six years old on the day of the contact", wrong: ["kinder[1]/geburtsdatum=2019-10-08"],
    right: ["kinder[1]/geburtsdatum=2019-10-09"]),
  RuleCase(
    "W-GN-04", "six years old and not at school", wrong: ["kinder[1]/geburtsdatum=2018-10-09"],
    right: ["kinder[1]/geburtsdatum=2018-10-09", "kinder[1]/eingeschult=nein"]),
  RuleCase(
    "W-GN-04", "seven years old", wrong: ["kinder[1]/geburtsdatum=2018-10-09"],
    right: ["kinder[1]/geburtsdatum=2018-10-08"]),
  RuleCase(
    "W-GN-04", "possibly six years old, by the year", wrong: ["kinder[1]/geburtsdatum=2019"],
    right: ["kinder[1]/geburtsdatum=2020"]),
  RuleCase(
    "W-GN-04", "possibly six years old, by the month", wrong: ["kinder[1]/geburtsdatum=10.2019"],
    right: ["kinder[1]/geburtsdatum=11.2019"]),
  RuleCase(
    "W-GN-05", "seven years old on the day of the contact", wrong: ["kinder[1]/geburtsdatum=2018-10-08"],
    right: ["kinder[1]/geburtsdatum=2018-10-09"]),
  RuleCase(
    "W-GN-05", "seven years old and put back a year", wrong: ["kinder[1]/geburtsdatum=2017-10-09"],
    right: ["kinder[1]/geburtsdatum=2017-10-09", "kinder[1]/zurueckgestellt=ja"]),
  RuleCase(
    "E-GN-07", "eight years old on the day of the contact", wrong: ["kinder[1]/geburtsdatum=2017-10-08"],
    right: ["kinder[1]/geburtsdatum=2017-10-09"]),
  RuleCase(
    "E-GN-07", "at school, and no other child", wrong: ["kinder[1]/eingeschult=ja"],
    right: [
      "kinder[1]/eingeschult=ja", "kinder[2]/vorname=Efe", "kinder[2]/nachname=Çağlayan",
      "kinder[2]/geburtsdatum=2024-05-03",
    ]),
  RuleCase(
    "W-GN-11", "a postcode outside Bochum", wrong: ["ratsuchende[1]/anschrift/plz=45127"],
    right: ["ratsuchende[1]/anschrift/plz=44801"]),
  RuleCase(
    "W-GN-11", "half a postcode is no other town", wrong: ["kinder[1]/anschrift/plz=44577"],
    right: ["kinder[1]/anschrift/plz=4480"]),
  RuleCase(
    "H-GN-26", "an expected child", wrong: ["kinder[1]/geburtsdatum=ET 03.02.2026"],
    right: ["kinder[1]/geburtsdatum=2025-10-08"]),
  RuleCase(
    "E-GN-27", "born the day after the contact", wrong: ["kinder[1]/geburtsdatum=2025-10-09"],
    right: ["kinder[1]/geburtsdatum=2025-10-08"]),
  RuleCase(
    "W-GN-28", "seven years old without a name", base: .anonymous,
    wrong: ["kind_angaben_anonym[1]/alter_jahre=7"],
    right: ["kind_angaben_anonym[1]/alter_jahre=6"]),
  RuleCase(
    "W-GN-29", "a release although custody is not clear", wrong: ["sorgerecht=ungeklaert"],
    right: ["sorgerecht=ungeklaert", "spe_ids="]),
  RuleCase(
    "W-GN-30", "a child interpreted",
    wrong: ["sprachmittlung=angehoerige", "sprachmittlung_volljaehrig=nein"],
    right: ["sprachmittlung=angehoerige", "sprachmittlung_volljaehrig=unbekannt"]),
  RuleCase(
    "E-GN-33", "the name of a relative in anonymous advice", base: .anonymous,
    wrong: ["beteiligte[1]/rolle=angehoerige"],
    right: ["beteiligte[1]/rolle=angehoerige", "beteiligte[1]/name="]),
]
