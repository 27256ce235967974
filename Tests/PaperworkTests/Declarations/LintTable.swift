private typealias Broken = BrokenDeclaration

/// Mistakes of authors, each with its line and with the name that was probably meant.
let brokenDeclarations: [BrokenDeclaration] =
  structureMistakes + nameMistakes + expressionMistakes + textMistakes

/// What `form.rng` already refuses.
private let structureMistakes = [
  Broken(
    sentence: "not XML", old: "<purpose>Probe</purpose>", new: "<purpose>Probe</purpos>",
    code: "XML-FEHLERHAFT", line: 2, message: "kein lesbares XML"),
  Broken(sentence: "cut off", old: "</form>", new: "", code: "XML-", line: 21, message: "kein lesbares XML"),
  Broken(
    sentence: "an unknown element",
    old: "<field id=\"ende\" type=\"day\" label=\"Ende\" relevant=\"filled(tag)\"/>",
    new: "<feld id=\"ende\" type=\"day\" label=\"Ende\"/>", code: "FORM-SCHEMA", line: 5,
    message: "Meinten Sie ›field‹?", schemaRefuses: true),
  Broken(
    sentence: "an unknown attribute", old: "relevant=\"filled(tag)\"", new: "relevent=\"filled(tag)\"",
    code: "FORM-SCHEMA", line: 5, message: "Meinten Sie ›relevant‹?", schemaRefuses: true),
  Broken(
    sentence: "an attribute of another element", old: "label=\"Zahl\"", new: "label=\"Zahl\" display=\"x\"",
    code: "FORM-SCHEMA", line: 9, message: "›", schemaRefuses: true),
  Broken(
    sentence: "an unknown kind of field", old: "type=\"integer\"", new: "type=\"integr\"", code: "FORM-TYP",
    line: 9, message: "Meinten Sie ›integer‹?", schemaRefuses: true),
  Broken(
    sentence: "no label", old: " label=\"Ende\"", new: "", code: "FORM-ATTRIBUT", line: 5,
    message: "›field‹ braucht das Attribut ›label‹", schemaRefuses: true),
  Broken(
    sentence: "no id", old: "id=\"ende\" ", new: "", code: "FORM-ID", line: 5,
    message: "›field‹ braucht das Attribut ›id‹", schemaRefuses: true),
  Broken(
    sentence: "no test", old: " test=\"/record/farbe = 'rot'\"", new: "", code: "FORM-ATTRIBUT", line: 15,
    message: "›rule‹ braucht das Attribut ›test‹", schemaRefuses: true),
  Broken(
    sentence: "no message", old: "<message>Nicht rot.</message>", new: "", code: "FORM-MELDUNG", line: 15,
    message: "›W-P-02‹ fehlt die Meldung", schemaRefuses: true),
  Broken(
    sentence: "an unknown strength", old: "strength=\"warning\"", new: "strength=\"warn\"",
    code: "FORM-STAERKE", line: 15, message: "error, warning oder hint", schemaRefuses: true),
  Broken(
    sentence: "a length that is no number", old: "maxlength=\"9\"", new: "maxlength=\"neun\"",
    code: "FORM-ZAHL", line: 7, message: "›maxlength‹ ist keine ganze Zahl", schemaRefuses: true),
  Broken(
    sentence: "yes instead of true", old: "repeats=\"true\"", new: "repeats=\"ja\"", code: "FORM-ATTRIBUT",
    line: 8, message: "true oder false, nicht ›ja‹", schemaRefuses: true),
  Broken(
    sentence: "an id with a blank", old: "id=\"nummer\"", new: "id=\"die nummer\"", code: "FORM-ID", line: 7,
    message: "›die nummer‹ ist kein Name", schemaRefuses: true),
  Broken(
    sentence: "no version", old: " version=\"1\"", new: "", code: "FORM-ATTRIBUT", line: 1,
    message: "›form‹ braucht das Attribut ›version‹", schemaRefuses: true),
  Broken(
    sentence: "another kind of file", file: "farbe.xml",
    old:
      "<codelist id=\"farbe\" label=\"Farbe\">\n  <code id=\"rot\" label=\"rot\"><property name=\"warm\">ja</property></code>\n  <code id=\"blau\" label=\"blau\"/>\n</codelist>",
    new: "<list/>", code: "FORM-SCHEMA", line: 1, message: "›list‹", schemaRefuses: true),
  Broken(
    sentence: "a bad period", file: "retention.xml", old: "P1Y", new: "1 Jahr", code: "FORM-FRIST", line: 2,
    message: "P1Y oder P3M"),
  Broken(
    sentence: "an unknown action", file: "retention.xml", old: "action=\"delete\"", new: "action=\"remove\"",
    code: "FORM-FRIST", line: 2, message: "weder delete noch destroy", schemaRefuses: true),
]

/// Names that are not declared, or twice.
private let nameMistakes = [
  Broken(
    sentence: "an unknown type of group", old: "type=\"ort\"", new: "type=\"orrt\"", code: "FORM-TYP",
    line: 8, message: "Meinten Sie ›ort‹?"),
  Broken(
    sentence: "an unknown list", old: "list=\"farbe\"", new: "list=\"farben\"", code: "FORM-LISTE", line: 6,
    message: "Meinten Sie ›farbe‹?"),
  Broken(
    sentence: "a choice without list", old: " list=\"farbe\"", new: "", code: "FORM-LISTE", line: 6,
    message: "fehlt das Attribut ›list‹"),
  Broken(
    sentence: "a list at a text", old: "pattern=\"[0-9]+\"", new: "list=\"farbe\"", code: "FORM-LISTE",
    line: 7, message: "Nur eine Auswahl hat eine Codeliste"),
  Broken(
    sentence: "an unknown answer", old: "answers=\"unbekannt\"", new: "answers=\"unbekant\"",
    code: "FORM-ANTWORT", line: 7, message: "Meinten Sie ›unbekannt‹?"),
  Broken(
    sentence: "an unknown class", old: "retain class=\"D1\"", new: "retain class=\"D11\"", code: "FORM-FRIST",
    line: 20, message: "Meinten Sie ›D1‹?"),
  Broken(
    sentence: "a field twice", old: "id=\"ende\"", new: "id=\"tag\"", code: "FORM-DOPPELT", line: 5,
    message: "›tag‹ gibt es hier zweimal"),
  Broken(
    sentence: "a code twice", file: "farbe.xml", old: "id=\"blau\"", new: "id=\"rot\"", code: "FORM-DOPPELT",
    line: 3, message: "›rot‹ steht zweimal"),
  Broken(
    sentence: "a number of a rule twice", old: "id=\"W-P-02\" strength=\"warning\"",
    new: "id=\"E-P-01\" strength=\"error\"", code: "FORM-NUMMER", line: 15,
    message: "›E-P-01‹ ist schon vergeben (probe.xml:10)"),
  Broken(
    sentence: "a number that does not fit the strength", old: "id=\"W-P-02\"", new: "id=\"E-P-02\"",
    code: "FORM-STAERKE", line: 15, message: "beginnt nicht mit ›W-‹"),
  Broken(
    sentence: "an unknown mode", old: "strict=\"anonymity\"", new: "strict=\"anonimity\"", code: "FORM-MODUS",
    line: 15, message: "Meinten Sie ›anonymity‹?"),
  Broken(
    sentence: "a pattern that is none", old: "pattern=\"[0-9]+\"", new: "pattern=\"[0-9\"",
    code: "FORM-MUSTER", line: 7, message: "›[0-9‹"),
]

/// Expressions that name what is not there.
private let expressionMistakes = [
  Broken(
    sentence: "an unknown field", old: "relevant=\"filled(tag)\"", new: "relevant=\"filled(tage)\"",
    code: "FORM-AUSDRUCK", line: 5, message: "Meinten Sie ›tag‹?"),
  Broken(
    sentence: "an unknown field in a group", old: "when=\"filled(name)\"", new: "when=\"filled(nahme)\"",
    code: "FORM-AUSDRUCK", line: 10, message: "Meinten Sie ›name‹?"),
  Broken(
    sentence: "an unknown field above", old: "when=\"filled(name)\"", new: "when=\"filled(../farb)\"",
    code: "FORM-AUSDRUCK", line: 10, message: "Meinten Sie ›farbe‹?"),
  Broken(
    sentence: "an unknown field from the root", old: "when=\"filled(name)\"",
    new: "when=\"filled(/record/farbee)\"", code: "FORM-AUSDRUCK", line: 10, message: "Meinten Sie ›farbe‹?"),
  Broken(
    sentence: "an unknown place of a finding", old: "at=\"zahl\"", new: "at=\"zal\"", code: "FORM-AUSDRUCK",
    line: 10, message: "Meinten Sie ›zahl‹?"),
  Broken(
    sentence: "an unknown row", old: "each=\"orte/zahl\"", new: "each=\"orten/zahl\"", code: "FORM-AUSDRUCK",
    line: 15, message: "Meinten Sie ›orte‹?"),
  Broken(
    sentence: "an unknown hidden field", old: "hide path=\"orte\"", new: "hide path=\"ort\"",
    code: "FORM-AUSDRUCK", line: 1, message: "Meinten Sie ›orte‹?"),
  Broken(
    sentence: "an unknown reference day", old: "reference-day=\"tag\"", new: "reference-day=\"tak\"",
    code: "FORM-AUSDRUCK", line: 1, message: "Meinten Sie ›tag‹?"),
  Broken(
    sentence: "an unknown start of a period", file: "retention.xml", old: "start=\"ende\"",
    new: "start=\"endde\"", code: "FORM-AUSDRUCK", line: 2, message: "Meinten Sie ›ende‹?"),
  Broken(
    sentence: "an unknown function", old: "applies=\"filled(ende)\"", new: "applies=\"filed(ende)\"",
    code: "FORM-AUSDRUCK", line: 20, message: "Meinten Sie ›filled‹?"),
  Broken(
    sentence: "too many arguments", old: "applies=\"filled(ende)\"", new: "applies=\"filled(ende, tag)\"",
    code: "FORM-AUSDRUCK", line: 20, message: "braucht 1 Angabe, nicht 2"),
  Broken(
    sentence: "an unknown code", old: "test=\"/record/farbe = 'rot'\"",
    new: "test=\"/record/farbe = 'rott'\"", code: "FORM-AUSDRUCK", line: 15, message: "Meinten Sie ›rot‹?"),
  Broken(
    sentence: "an unknown code to start with", old: "default=\"'rot'\"", new: "default=\"'rto'\"",
    code: "FORM-AUSDRUCK", line: 6, message: "Meinten Sie ›rot‹?"),
  Broken(
    sentence: "an unknown class in a function", old: "applies=\"filled(ende)\"",
    new: "applies=\"retention-due('D2') != ''\"", code: "FORM-AUSDRUCK", line: 20,
    message: "Meinten Sie ›D1‹?"),
  Broken(
    sentence: "an unknown property of a code", old: "applies=\"filled(ende)\"",
    new: "applies=\"code-property(farbe, 'warmm') = 'ja'\"", code: "FORM-AUSDRUCK", line: 20,
    message: "Meinten Sie ›warm‹?"),
  Broken(
    sentence: "an unknown list in a function", old: "applies=\"filled(ende)\"",
    new: "applies=\"in-list(farbe, 'farb')\"", code: "FORM-AUSDRUCK", line: 20,
    message: "Meinten Sie ›farbe‹?"),
  Broken(
    sentence: "a bad period in a function", old: "applies=\"filled(ende)\"",
    new: "applies=\"day-plus(ende, '3 Monate') != ''\"", code: "FORM-AUSDRUCK", line: 20,
    message: "ist keine Frist"),
  Broken(
    sentence: "a bracket too few", old: "applies=\"filled(ende)\"", new: "applies=\"filled(ende\"",
    code: "FORM-AUSDRUCK", line: 20, message: "nicht zu verstehen"),
  Broken(
    sentence: "a variable", old: "applies=\"filled(ende)\"", new: "applies=\"$ende\"", code: "FORM-AUSDRUCK",
    line: 20, message: "›$ende‹"),
  Broken(
    sentence: "an axis that is not used", old: "applies=\"filled(ende)\"", new: "applies=\"following::ende\"",
    code: "FORM-AUSDRUCK", line: 20, message: "›following::‹"),
]

/// Sentences whose braces do not fit, or that name what is not there.
private let textMistakes = [
  Broken(
    sentence: "a brace that is not closed in what is said first", old: "<purpose>Probe</purpose>",
    new: "<purpose>Probe</purpose><opening>Bitte {tag</opening>", code: "FORM-MELDUNG", line: 1,
    message: "schließende Klammer"),
  Broken(
    sentence: "a brace that is not closed", old: "{zahl}.", new: "{zahl.", code: "FORM-MELDUNG", line: 10,
    message: "schließende Klammer"),
  Broken(
    sentence: "a brace that is not opened", old: "{zahl}.", new: "zahl}.", code: "FORM-MELDUNG", line: 10,
    message: "öffnende Klammer"),
  Broken(
    sentence: "an unknown field in a message", old: "{zahl}.", new: "{zahll}.", code: "FORM-AUSDRUCK",
    line: 10, message: "Meinten Sie ›zahl‹?"),
  Broken(
    sentence: "an unknown field in a remedy", old: "Bitte weniger.", new: "Bitte {namee}.",
    code: "FORM-AUSDRUCK", line: 10, message: "Meinten Sie ›name‹?"),
  Broken(
    sentence: "an unknown field in a display", old: "display=\"name\"", new: "display=\"nam\"",
    code: "FORM-AUSDRUCK", line: 8, message: "Meinten Sie ›name‹?"),
]
