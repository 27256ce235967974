import Terminal
import Testing

private let fill = CommandLineSyntax(
  name: "kiso fill", summary: "ein Papier ausfüllen",
  positionals: [.init("FORM", help: "Name des Formulars")],
  options: [
    .init("output", short: "o", value: "DATEI", help: "Ziel, ‚-‘ für die Standardausgabe"),
    .init("set", value: "PFAD=WERT", isRepeatable: true, help: "ein Feld setzen"),
    .init("from", value: "SATZ", help: "Vorgabe"),
    .init("no-input", help: "nichts fragen"),
    .init("quiet", short: "q", help: "nichts berichten"),
    .init("verbose", short: "v", isRepeatable: true, help: "mehr berichten"),
    .help,
  ])

private let check = CommandLineSyntax(
  name: "kiso check", summary: "prüfen", positionals: [.init("DATEI", help: "Satz", count: .oneOrMore)])

private func parse(_ syntax: CommandLineSyntax, _ words: [String]) -> Result<ParsedArguments, UsageFailure> {
  do throws(UsageFailure) {
    return .success(try syntax.parse(words))
  } catch {
    return .failure(error)
  }
}

struct ParsingTests {
  @Test(arguments: [
    ["gespraechsnotiz", "-o", "a.odt"], ["-o", "a.odt", "gespraechsnotiz"],
    ["--output", "a.odt", "gespraechsnotiz"], ["--output=a.odt", "gespraechsnotiz"],
    ["-oa.odt", "gespraechsnotiz"], ["-o=a.odt", "gespraechsnotiz"],
    ["-o", "a.odt", "--", "gespraechsnotiz"],
  ])
  func allSpellingsMeanTheSame(words: [String]) throws {
    let parsed = try fill.parse(words)
    #expect(parsed.value("output") == "a.odt")
    #expect(parsed.values("FORM") == ["gespraechsnotiz"])
    #expect(!parsed.has("quiet"))
    #expect(parsed.value("from") == nil)
  }

  @Test func aLoneDashIsAValueOrAnArgument() throws {
    let parsed = try fill.parse(["-o", "-", "-"])
    #expect(parsed.value("output") == "-")
    #expect(parsed.value("FORM") == "-")
  }

  @Test func repeatedValuesKeepTheirOrderAndEqualSigns() throws {
    let parsed = try fill.parse(["f", "--set", "a=1", "--set=b=2=3", "--set="])
    #expect(parsed.values("set") == ["a=1", "b=2=3", ""])
    #expect(parsed.value("set") == "")
  }

  @Test func flagsMayBeBundledAndEndWithAValue() throws {
    let parsed = try fill.parse(["-qvvo", "a.odt", "f"])
    #expect(parsed.has("quiet") && parsed.has("verbose"))
    #expect(parsed.value("output") == "a.odt")
    #expect(parsed.values("quiet") == [])
  }

  @Test func afterTwoDashesEverythingIsAnArgument() throws {
    #expect(try check.parse(["--", "--help", "-x", "--"]).values("DATEI") == ["--help", "-x", "--"])
    #expect(try fill.parse(["--output=--", "f"]).value("output") == "--")
  }

  @Test func helpIsGoodOnItsOwn() throws {
    #expect(try fill.parse(["--help"]).has("help"))
    #expect(try fill.parse(["-h", "a", "b", "c"]).has("help"))
  }

  @Test func argumentsAreSharedOutFromBothEnds() throws {
    let syntax = CommandLineSyntax(
      name: "x", summary: "",
      positionals: [
        .init("A", help: ""), .init("B", help: "", count: .optional), .init("C", help: "", count: .any),
        .init("D", help: ""),
      ])
    let shared = try ["1 2", "1 2 3", "1 2 3 4 5"].map { line in
      let parsed = try syntax.parse(line.split(separator: " ").map(String.init))
      return ["A", "B", "C", "D"].map { parsed.values($0).joined() }.joined(separator: "|")
    }
    #expect(shared == ["1|||2", "1|2||3", "1|2|34|5"])
  }

  @Test(arguments: [
    (
      ["f", "--sett", "a=1"], UsageFailure.Code.unknownOption,
      "Die Option ‚--sett‘ gibt es nicht; meinten Sie ‚--set‘?"
    ),
    (["f", "--ouptut=Lena"], .unknownOption, "Die Option ‚--ouptut‘ gibt es nicht; meinten Sie ‚--output‘?"),
    (["f", "--xyz"], .unknownOption, "Die Option ‚--xyz‘ gibt es nicht."),
    (["f", "-x"], .unknownOption, "Die Option ‚-x‘ gibt es nicht."),
    (["f", "-set=a"], .unknownOption, "Die Option ‚-s‘ gibt es nicht; meinten Sie ‚--set‘?"),
    (
      ["f", "--output"], .missingValue,
      "Nach ‚--output‘ fehlt der Wert DATEI: Ziel, ‚-‘ für die Standardausgabe."
    ),
    (
      ["f", "-o", "--quiet"], .missingValue,
      "Nach ‚-o‘ fehlt der Wert DATEI: Ziel, ‚-‘ für die Standardausgabe."
    ),
    (["f", "--quiet=ja"], .unexpectedValue, "Die Option ‚--quiet‘ nimmt keinen Wert."),
    (
      ["f", "-o", "a", "--output=b"], .givenTwice,
      "Die Option ‚--output‘ steht zweimal da; sie gilt nur einmal."
    ),
    (["f", "-qq"], .givenTwice, "Die Option ‚--quiet‘ steht zweimal da; sie gilt nur einmal."),
    ([], .missingArgument, "Es fehlt die Angabe FORM: Name des Formulars."),
    (
      ["f", "Lena", "Muster"], .unexpectedArgument,
      "‚kiso fill‘ nimmt nur eine Angabe ohne Strich, hier stehen 3. "
        + "Angaben mit Leerzeichen gehören in Anführungszeichen."
    ),
    (
      ["", "--", "a"], .unexpectedArgument,
      "‚kiso fill‘ nimmt nur eine Angabe ohne Strich, hier stehen 2. "
        + "Angaben mit Leerzeichen gehören in Anführungszeichen."
    ),
  ])
  func whatDoesNotFitIsSaidInGerman(words: [String], code: UsageFailure.Code, message: String) {
    #expect(parse(fill, words) == .failure(UsageFailure(code, message)))
  }

  @Test func anUnknownCommandGetsASuggestion() {
    let known = ["forms", "fill", "render", "read", "check"]
    let near = UsageFailure.unknownCommand("chekc", known: known)
    #expect(near.description == "Den Befehl ‚chekc‘ gibt es nicht; meinten Sie ‚check‘?")
    #expect(
      UsageFailure.unknownCommand("drucken", known: known).description
        == "Den Befehl ‚drucken‘ gibt es nicht.")
    let value = UsageFailure.badValue(of: "as-of", expected: "ein Tag wie 2025-09-30")
    #expect(value.description == "Der Wert von ‚--as-of‘ passt nicht; erwartet wird ein Tag wie 2025-09-30.")
  }

  @Test func codesAreStable() {
    #expect(
      UsageFailure.Code.allCases.map(\.rawValue) == [
        "AUFRUF-OPTION", "AUFRUF-BEFEHL", "AUFRUF-WERT-FEHLT", "AUFRUF-WERT-ZUVIEL", "AUFRUF-DOPPELT",
        "AUFRUF-ANGABE-ZUVIEL", "AUFRUF-ANGABE-FEHLT", "AUFRUF-WERT",
      ])
  }
}
