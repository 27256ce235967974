import Testing

@testable import Terminal

/// What somebody else wrote does not steer the terminal.
struct HarmlessTextTests {
  @Test(arguments: [
    ("Öztürk – „ja“ 日本\t…\n", "Öztürk – „ja“ 日本\t…\n"), ("a\u{1B}[2Jb", "a\u{FFFD}[2Jb"),
    ("a\r\nb\rc", "a\r\nb\u{FFFD}c"),
    ("\u{9B}31m", "\u{FFFD}31m"), ("x\u{202E}gpj.exe", "x\u{FFFD}gpj.exe"),
    ("\u{2066}\u{2069}\u{200F}\u{61C}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{07}\u{08}\u{7F}\u{0}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
  ])
  func controlAndDirectionBecomeAMark(_ text: String, _ shown: String) {
    #expect(HarmlessText.of(text) == shown)
    #expect(HarmlessText.of(Array(text.utf8)) == Array(shown.utf8))
  }

  @Test func bytesThatAreNoTextBecomeAMark() {
    #expect(HarmlessText.of([0x61, 0xFF, 0x9B, 0x62]) == Array("a\u{FFFD}\u{FFFD}b".utf8))
  }

  @Test func aStyledTextBringsNoSequencesOfItsOwn() {
    #expect(Palette.terminal(coloured: true).shown("a\u{1B}[7mb", .error) == "\u{1B}[31ma\u{FFFD}[7mb\u{1B}[0m")
    #expect(Palette.none.shown("\u{1B}c", .plain) == "\u{FFFD}c")
  }
}
