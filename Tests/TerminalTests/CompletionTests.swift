import Testing

@testable import Terminal

/// Scripts for shells, made of declarations.
struct CompletionTests {
  private let script = CompletionScript(
    program: "probe",
    commands: [
      CommandLineSyntax(
        name: "probe tun", summary: "tut's",
        positionals: [.init("WAS", help: "was", completion: .words(["eins", "zwei"]))],
        options: [.init("aus", short: "o", value: "DATEI", help: "Ziel: Datei", completion: .files), .help])
    ])

  @Test(arguments: CompletionScript.Shell.allCases)
  func everyCommandAndOptionStandsInIt(_ shell: CompletionScript.Shell) {
    let text = script.text(for: shell)
    for word in ["tun", "aus", "help", "eins zwei"] { #expect(text.contains(word), "\(word)") }
    // A quote in a summary must not end a string of the shell.
    #expect(!text.contains("tut's") && (shell == .bash || text.contains("tut’s")))
  }
}
