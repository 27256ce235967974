import Secrets
import Testing

@testable import Paperwork

/// The forms of a password that are tried.
struct PaperPasswordTests {
  private func candidates(_ text: String) -> [[UInt8]] {
    let secret = Secret(capacity: text.utf8.count) { room in
      room.copyBytes(from: text.utf8)
      return text.utf8.count
    }
    return PaperPassword(secret).candidates.map { $0.withBytes { Array($0) } }
  }

  @Test(arguments: ["geheim", "Grün-Käse 7", "ß€🐑", "한글", " a  b ", "Çağlayan Đặng"])
  func whatIsComposedIsTriedAsItIs(_ text: String) {
    #expect(candidates(text) == [Array(NormalizationFormC.normalize(text).utf8)])
  }

  /// Also letters that compose with what is no mark (Hangul, Bengali), marks in the wrong order, and letters that
  /// Form C takes apart.
  @Test(arguments: [
    "Gru\u{308}n-Ka\u{308}se", "u\u{308}", "\u{308}u", "a\u{323}\u{302}", "a\u{302}\u{323}", "\u{1112}\u{1161}\u{11AB}",
    "\u{9C7}\u{9BE}x", "\u{1D15E}", "\u{FB2C}\u{5BC}", "x" + String(repeating: "\u{308}\u{323}", count: 40) + "y",
    "\u{212B}", "A\u{30A}\u{338}B",
  ])
  func whatIsNotComposedIsTriedComposedAndThenAsTyped(_ text: String) {
    let composed = Array(NormalizationFormC.normalize(text).utf8)
    let typed = Array(text.utf8)
    #expect(candidates(text) == (composed == typed ? [composed] : [composed, typed]))
  }

  @Test func theSameIsProtectedWithEitherForm() throws {
    #expect(candidates("Gru\u{308}n").first == candidates("Grün").first)
    #expect(candidates("").count == 1)
  }
}
