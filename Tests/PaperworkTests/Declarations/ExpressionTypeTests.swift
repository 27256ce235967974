import FormModel
import Testing

/// An expression that says something else than its author thinks, and what was meant.
struct MistypedExpression: Sendable, CustomTestStringConvertible {
  let expression: String
  var use = ExpressionUse.condition
  let kind: ExpressionProblem.Kind
  let meant: String
  var testDescription: String { expression }

  init(_ expression: String, as use: ExpressionUse = .condition, _ kind: ExpressionProblem.Kind, _ meant: String) {
    (self.expression, self.use, self.kind, self.meant) = (expression, use, kind, meant)
  }
}

/// Expressions have types: what can only come out one way, or not as it reads, is refused with what was meant.
@Suite struct ExpressionTypeTests {
  static let conditions: [MistypedExpression] = [
    .init("draussen", .condition, "›draussen = 'ja'‹"), .init("not(draussen)", .condition, "›draussen = 'ja'‹"),
    .init("boolean(regen)", .condition, "›regen = 'ja'‹"),
    .init("farbe = 'rot' or 'blau'", .condition, "›farbe = 'blau'‹"),
    .init("'blau' or farbe = 'rot'", .condition, "›farbe = 'blau'‹"),
    .init("filled(ort) and draussen", .condition, "›draussen = 'ja'‹"),
    .init("ort", .condition, "›filled(ort)‹"), .init("gaeste", .condition, "›gaeste > 0‹"),
    .init("farben", .condition, "›farben = 'rot'‹"), .init("leitung", .condition, "›filled(leitung)‹"),
    .init("leitung/name", .condition, "›filled(leitung/name)‹"),
    .init("posten", .condition, "›count(posten) > 0‹"),
    .init("posten[bezahlt]", .condition, "›bezahlt = 'ja'‹"),
    .init("posten[bezahlt = 'ja']/was", .condition, "›filled("), .init("not(not(draussen))", .condition, "draussen"),
    .init("if(draussen, true(), false())", .condition, "›draussen = 'ja'‹"),
    .init("if(filled(ort), draussen, true())", .condition, "›draussen = 'ja'‹"),
    .init("string(draussen)", .condition, "›filled(string(draussen))‹"),
    .init("concat(ort, plz)", .condition, "ein Text"),
    .init("count(posten)", .condition, "›count(posten) > 0‹"), .init("1", .condition, "Zahl"),
    .init("draussen = true()", .condition, "›draussen = 'ja'‹"),
    .init("ort | posten[bezahlt = 'ja']", .condition, "›filled(ort)‹"),
    .init("options('farbe')[@selected]", .condition, "@selected = 'ja'"),
  ]

  static let comparisons: [MistypedExpression] = [
    .init("tag < bis", .comparison, "›days-from-date(tag) < days-from-date(bis)‹"),
    .init("bis >= today()", .comparison, "›days-from-date(bis) >= days-from-date(today())‹"),
    .init("tag > '01.09.2025'", .comparison, "›days-from-date(tag) > days-from-date('2025-09-01')‹"),
    .init("tag > '2025-09-01'", .comparison, "days-from-date('2025-09-01')"),
    .init("tag = '1.9.2025'", .comparison, "›tag = '2025-09-01'‹"),
    .init("tag = 2025", .comparison, "›year(tag) = 2025‹"),
    .init("tag < 5", .comparison, "days-from-date(tag) < 5"),
    .init("termin = tag", .comparison, "days-from-date(termin)"),
    .init("geboren < tag", .comparison, "days-from-date"), .init("geboren > 2020", .comparison, "age(geboren"),
    .init("beginn < '10:00'", .comparison, "›minutes(beginn) < minutes('10:00')‹"),
    .init("beginn = '10 Uhr'", .comparison, "'09:15'"), .init("gaeste = '3'", .comparison, "›gaeste = 3‹"),
    .init("kosten > '1.234,50'", .comparison, "›1234.5‹"), .init("kosten = 'viel'", .comparison, "nie der Text"),
    .init("ort > 3", .comparison, "vergleicht nur Zahlen"), .init("ort = 3", .comparison, "›ort = '3'‹"),
    .init("plz = 44777", .comparison, "›plz = '44777'‹"), .init("gaeste = ort", .comparison, "nicht vergleichen"),
    .init("leitung = 'Anna'", .comparison, "›leitung/name‹"), .init("farbe < 'rot'", .comparison, "Auswahl"),
    .init("farben != 'rot'", .comparison, "›not(farben = 'rot')‹"),
    .init("posten/was != 'Brot'", .comparison, "›not(posten/was = 'Brot')‹"),
    .init("farbe = stufe", .comparison, "verschiedene Listen"), .init("farbe = 'rott'", .name, "Meinten Sie ›rot‹?"),
    .init("farbe = 'Blau'", .name, "Meinten Sie ›blau‹?"), .init("draussen = 'Ja'", .name, "Meinten Sie ›ja‹?"),
    .init("stufe = 3", .name, "›3‹ gibt es"), .init("starts-with(farbe, 'gelb')", .name, "beginnt mit ›gelb‹"),
    .init("partial-kind(geboren) = 'ungenau'", .name, "›genau‹"), .init("filled(ort) = 'ja'", .comparison, "Bedingung"),
    .init("posten[am > ../tag]", .comparison, "›days-from-date(am) > days-from-date(../tag)‹"),
  ]

  static let arguments: [MistypedExpression] = [
    .init("sum(posten/was) > 3", .argument, "ein Text"), .init("sum(farben) > 1", .argument, "›count(farben)‹"),
    .init("sum(3) > 1", .argument, "keines"), .init("sum(posten/am) > 1", .argument, "ein Tag"),
    .init("bis - tag > 3", .argument, "›days-from-date(bis) - days-from-date(tag)‹"),
    .init("filled(ort) and tag + 7 > 3", .argument, "›day-plus(tag, 'P7D')‹"),
    .init("ort * 2 > 3", .argument, "ein Text"), .init("posten/preis * 2 > 3", .several, "›sum(posten/preis)‹"),
    .init("-draussen > 3", .argument, "Auswahl"), .init("contains(tag, '2025')", .argument, "›year(tag)‹"),
    .init("substring(geboren, 1, 4) = '2020'", .argument, "›year(geboren)‹"),
    .init("starts-with(gaeste, '1')", .argument, "›gaeste > 0‹"),
    .init("string-length(beginn) = 5", .argument, "minutes"),
    .init("contains(worte, 'x')", .several, "›worte[1]‹"),
    .init("days-from-date(geboren) > 1", .argument, "›age(geboren, …)‹"),
    .init("days-from-date(ort) > 1", .argument, "vollständigen Tag"),
    .init("days-from-date(posten/am) > 1", .several, "›(posten/am)[1]‹"),
    .init("days-from-date('1.9.2025') > 1", .argument, "›'2025-09-01'‹"),
    .init("minutes(tag) > 1", .argument, "Uhrzeit"),
    .init("age(ort, tag) > 3", .argument, "ein Text"), .init("count(ort) > 1", .argument, "›filled(ort)‹"),
    .init("count('rot') > 1", .argument, "Felder oder Gruppen"), .init("round(ort) > 1", .argument, "ein Text"),
    .init("number(tag) > 1", .argument, "›days-from-date(tag)‹"),
    .init("code-property(ort, 'warm') = 'ja'", .argument, "Auswahl"),
    .init("position() = 1", .argument, "eckigen Klammern"),
  ]

  static let printed: [MistypedExpression] = [
    .init("worte", as: .printed, .several, "›list(worte)‹"), .init("farben", as: .printed, .several, "›list(farben)‹"),
    .init("posten/was", as: .printed, .several, "›für …‹"), .init("essen", as: .printed, .display, "›essen/art‹"),
    .init("join(', ', essen, ort)", as: .printed, .display, "›essen/art‹"),
    .init("list(posten)", as: .printed, .display, "›posten/was‹"),
    .init("filled(ort)", as: .printed, .result, "'ja', 'nein'"),
    .init("concat('am ', tag)", as: .printed, .display, "›join('', …)‹"),
    .init("concat(stufe, '!')", as: .printed, .display, "(1)"),
    .init("concat(kosten, ' €')", as: .printed, .display, "1.5"),
    .init("if(filled(ort), string(tag), '')", as: .printed, .display, "2025-09-09"),
    .init("day-plus(tag, 'P7D')", as: .printed, .display, "›german-day(day-plus(tag, 'P7D'))‹"),
    .init("'Hof'", as: .nodes, .result, "Felder oder Gruppen"),
    .init("count(posten)", as: .nodes, .result, "eine Zahl"),
    .init("filled(posten)", as: .nodes, .result, "eine Bedingung"),
    .init("ort = 'x'", as: .day, .result, "ein Tag gebraucht"),
    .init("gaeste", as: .day, .result, "ein Tag gebraucht"),
    .init("'1.9.2025'", as: .day, .result, "ein Tag gebraucht"),
  ]

  @Test(arguments: conditions + comparisons + arguments + printed)
  func `What can only come out one way is refused, with what was meant`(_ wrong: MistypedExpression) throws {
    let problems = try TypedForm.problems(wrong.expression, as: wrong.use)
    #expect(problems.first?.kind == wrong.kind, "\(problems)")
    #expect(problems.first?.message.contains(wrong.meant) == true, "\(problems)")
    #expect(problems.count == 1, "\(problems)")
  }

  @Test(arguments: [
    "draussen = 'ja'", "not(draussen = 'ja')", "filled(ort) and (farbe = 'rot' or farbe = 'blau')", "farben = 'rot'",
    "count(farben) > 1", "count(posten) > 0", "posten[bezahlt = 'ja']", "posten[2]", "filled(posten/was)", "stufe = 2",
    "stufe > 1", "days-from-date(tag) < days-from-date(bis)", "days-from-date(bis) - days-from-date(tag) > 14",
    "days-from-date(termin) = days-from-date(tag)", "minutes(beginn) < minutes('10:00')", "minutes(termin) > 600",
    "year(tag) = 2025", "month-day(geboren) = '01-01'", "kosten > 1234.5", "sum(posten/preis) <= kosten", "tag = bis",
    "tag = '2025-09-09'", "tag != ''", "ort = ''", "earliest-day(posten/am | tag) > 0", "age(geboren, tag) < 6",
    "starts-with(farbe, 'r')", "contains(ort, 'Hof')", "leitung/name = ort", "personal-data(ort, 'phone')",
    "not(listed-word(ort, 'farbe'))", "if(filled(ort), ort = 'x', true())", "posten[position() > 1]", "other-papers()",
    "papers('fest')[ort = current-record()/ort]", "day-plus(tag, 'P7D') = bis", "filled(leitung)",
    "gaeste * 2 > kosten", "code-property(farbe, 'warm') = 'ja'", "farbe = posten/was", "number(ort) > 3",
  ])
  func `What says what it means is left alone`(_ expression: String) throws {
    #expect(try TypedForm.problems(expression, as: .condition) == [])
  }

  @Test(arguments: [
    "ort", "tag", "farbe", "leitung", "list(worte)", "list(farben, 'keine')", "worte[1]", "posten[1]/was",
    "join(' ', ort, tag, farben)", "german-day(day-plus(tag, 'P7D'))", "concat(ort, ' Hof')",
    "concat(gaeste, ' Gäste')",
    "if(filled(tag), join('', tag), '–')", "sum(posten/preis)", "join('', leitung)", "label(ort)",
  ])
  func `What prints as it should is left alone`(_ expression: String) throws {
    #expect(try TypedForm.problems(expression, as: .printed) == [])
  }

  @Test func `Inside a loop a row is one`() throws {
    #expect(try TypedForm.problems("was", as: .printed, inside: ["posten"]) == [])
    #expect(try TypedForm.problems(".", as: .printed, inside: ["worte"]) == [])
    #expect(try TypedForm.problems("bezahlt", as: .condition, inside: ["posten"]).map(\.kind) == [.condition])
    #expect(try TypedForm.problems("../worte", as: .printed, inside: ["posten"]).map(\.kind) == [.several])
    #expect(try TypedForm.problems("am > ../bis", as: .condition, inside: ["posten"]).map(\.kind) == [.comparison])
  }

  @Test func `The functions of templates have types too`() throws {
    func kinds(_ expression: String) throws -> [ExpressionProblem.Kind] {
      try TypedForm.problems(expression, as: .printed, ofTemplate: true).map(\.kind)
    }
    #expect(try kinds("datum(tag)") == [] && kinds("zahl(kosten, 2)") == [] && kinds("zahl(sum(posten/preis))") == [])
    #expect(try kinds("datum(farbe)") == [.argument] && kinds("datum(posten/am)") == [.several])
    #expect(try kinds("zahl(ort)") == [.argument] && kinds("zahl(tag)") == [.argument])
    #expect(try kinds("zahl(posten/preis)") == [.several])
  }
}
