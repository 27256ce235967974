import Terminal
import Testing

struct HelpTests {
  private let render = CommandLineSyntax(
    name: "kiso render", summary: "aus einem Datensatz ein Dokument machen",
    usage: ["SATZ [-o DATEI] [--final|--fillable|--blank]", "--blank FORM [-o DATEI]"],
    positionals: [.init("SATZ", help: "Datensatz (.xml, .json), ‚-‘ für die Standardeingabe")],
    options: [
      .init(
        "output", short: "o", value: "DATEI", help: "Ziel; die Endung .odt, .fodt oder .pdf bestimmt die Art"),
      .init("final", help: "fertiges Papier: Werte als Text, nichts mehr auszufüllen"),
      .init("fillable", help: "am Bildschirm auszufüllen und wieder einzulesen"),
      .init("blank", help: "leer, mit Linien und Kästchen für den Stift"),
      .init("as-of", value: "JJJJ-MM-TT", help: "Bezugstag; ohne diese Angabe gilt der heutige Tag"),
      .init("set", value: "PFAD=WERT", isRepeatable: true, help: "ein Feld setzen"),
      .help,
    ],
    examples: ["kiso render Examples/gespraechsnotiz.json -o notiz.pdf"])

  @Test func helpFitsOneScreenAndLooksLikeThis() {
    #expect(
      render.help == """
        kiso render – aus einem Datensatz ein Dokument machen

        Aufruf: kiso render SATZ [-o DATEI] [--final|--fillable|--blank]
                kiso render --blank FORM [-o DATEI]

          SATZ                     Datensatz (.xml, .json), ‚-‘ für die Standardeingabe
          -o, --output DATEI       Ziel; die Endung .odt, .fodt oder .pdf bestimmt die
                                   Art
              --final              fertiges Papier: Werte als Text, nichts mehr
                                   auszufüllen
              --fillable           am Bildschirm auszufüllen und wieder einzulesen
              --blank              leer, mit Linien und Kästchen für den Stift
              --as-of JJJJ-MM-TT   Bezugstag; ohne diese Angabe gilt der heutige Tag
              --set PFAD=WERT ...  ein Feld setzen
          -h, --help               diese Hilfe zeigen

        Beispiel:
          kiso render Examples/gespraechsnotiz.json -o notiz.pdf

        """)
    let lines = render.help.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func theShortHelpLeavesOutWhatIsRareAndSaysWhereItStands() {
    let syntax = CommandLineSyntax(
      name: "x", summary: "y", usage: [""],
      options: [.init("often", help: "oft"), CommandLineSyntax.Option("seldom", help: "selten").rare, .help])
    #expect(syntax.help.contains("--seldom  selten\n") && !syntax.help.contains("Alle Angaben"))
    #expect(!syntax.shortHelp.contains("seldom") && syntax.shortHelp.contains("--often"))
    #expect(syntax.shortHelp.hasSuffix("\nAlle Angaben: x --help\n"))
  }

  @Test func withoutUsageLinesTheyFollowFromTheDeclarations() {
    let syntax = CommandLineSyntax(
      name: "x", summary: "y",
      positionals: [
        .init("A", help: ""), .init("B", help: "", count: .optional), .init("C", help: "", count: .oneOrMore),
      ], options: [.help])
    #expect(syntax.help.contains("Aufruf: x A [B] C... [Optionen]\n"))
    #expect(CommandLineSyntax(name: "x", summary: "y").help == "x – y\n\nAufruf: x\n")
  }

  @Test func aVeryLongOptionHasItsHelpBelow() {
    let long = CommandLineSyntax.Option("a-very-long-option-name", value: "A-VERY-LONG-VALUE", help: "Hilfe")
    #expect(
      CommandLineSyntax(name: "x", summary: "y", options: [long]).help.hasSuffix(
        "      --a-very-long-option-name A-VERY-LONG-VALUE\n\(String(repeating: " ", count: 32))Hilfe\n"))
  }

  @Test func textIsBrokenBetweenWords() {
    #expect(TextWrap.lines(of: "eins zwei  drei\nvier", width: 9) == ["eins zwei", "drei vier"])
    #expect(TextWrap.lines(of: "unteilbareslangeswort a", width: 5) == ["unteilbareslangeswort", "a"])
    #expect(TextWrap.lines(of: " ", width: 5) == [])
  }
}

struct ProgressTests {
  @Test func aPersonSeesOneLineThatVanishes() {
    let screen = Screen()
    var progress = Progress("Dokumente", total: 2, isInteractive: true) { screen.text += $0 }
    progress.report(1)
    progress.report(1)
    progress.report(2)
    progress.finish()
    progress.finish()
    let wipe = "\r\u{1B}[K"
    #expect(screen.text == "\(wipe)Dokumente: 1 von 2\(wipe)Dokumente: 2 von 2\(wipe)")
  }

  @Test func aLogSeesNothing() {
    let screen = Screen()
    var progress = Progress("Dokumente", total: 2, isInteractive: false) { screen.text += $0 }
    progress.report(1)
    progress.finish()
    #expect(screen.text.isEmpty)
  }

  @Test func anUnfinishedLineIsWipedWithTheValue() {
    let screen = Screen()
    do {
      var progress = Progress("Dateien", total: 0, isInteractive: true) { screen.text += $0 }
      progress.report(3)
    }
    #expect(screen.text == "\r\u{1B}[KDateien: 3\r\u{1B}[K")
  }

  @Test func aPipeIsNoTerminal() {
    #expect(!TerminalInfo.isTerminal(-1))
    #expect(TerminalInfo.columns(of: -1) == nil)
  }

  private final class Screen {
    var text = ""
  }
}
