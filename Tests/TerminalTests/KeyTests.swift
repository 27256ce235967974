import Testing

@testable import Terminal

/// Bytes of a terminal as keys.
struct KeyTests {
  @Test(
    arguments: [
      ([0x61], [.text("a")]), ([0x0D], [.enter]), ([0x0A], [.enter]), ([0x7F], [.backspace]), ([0x08], [.backspace]),
      ([0x03], [.control("c")]), ([0x1B, 0x5B, 0x41], [.up]), ([0x1B, 0x4F, 0x44], [.left]),
      ([0x1B, 0x5B, 0x33, 0x7E], [.delete]),
      ([0x1B, 0x5B, 0x31, 0x3B, 0x35, 0x43], [.wordRight]), ([0x1B, 0x62], [.wordLeft]), ([0x1B, 0x0D], [.newline]),
      ([0x1B, 0x5B, 0x5A], [.backTab]), ([0x1B, 0x5B, 0x48], [.home]), ([0x1B, 0x5B, 0x34, 0x7E], [.end]),
      ([0xC3, 0xBC], [.text("ü")]), ([0xF0, 0x9F, 0xA6, 0x8A], [.text("🦊")]), ([0xFF], [.malformed]),
      ([0xC3, 0x61], [.malformed, .text("a")]),
      ([0xED, 0xA0, 0x80], [.malformed]), ([0xE0, 0x80, 0x80], [.malformed]),
      ([0x1B, 0x5B, 0x39, 0x39, 0x7E], [.other]),
      ([0x65, 0xCC, 0x81], [.text("e\u{301}")]),
    ] as [([UInt8], [Key])])
  func aSequenceIsItsKey(_ bytes: [UInt8], _ keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(bytes) == keys)
    #expect(!decoder.isWaiting)
  }

  @Test func piecesOfAnySizeGiveTheSame() {
    let bytes = Array("aü🦊\u{1B}[A\u{1B}[200~x\r\ny\u{1B}[201~\r".utf8)
    var whole = KeyDecoder()
    let expected: [Key] = [.text("aü🦊"), .up, .paste("x\ny"), .enter]
    #expect(whole.feed(bytes) == expected)
    var single = KeyDecoder()
    #expect(bytes.flatMap { single.feed([$0]) } == [.text("a"), .text("ü"), .text("🦊"), .up, .paste("x\ny"), .enter])
  }

  @Test func anEscapeAloneIsAKeyAfterAPause() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [] && decoder.isWaiting)
    #expect(decoder.pause() == [.escape] && !decoder.isWaiting)
    #expect(decoder.feed([0x61]) == [.text("a")])
  }

  @Test func aPasteBeyondTheLimitIsNotKept() {
    var decoder = KeyDecoder()
    _ = decoder.feed("\u{1B}[200~".utf8)
    for _ in 0..<40 { #expect(decoder.feed(repeatElement(0x78, count: 1 << 16)) == []) }
    #expect(decoder.feed("\u{1B}[201~a".utf8) == [.oversizedPaste, .text("a")])
  }

  @Test func noBytesAreTooStrange() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var decoder = KeyDecoder()
      _ = decoder.feed((0..<500).map { _ in UInt8.random(in: 0...255, using: &random) })
      _ = decoder.pause()
      // Whatever came before, a paste's end and an escape bring it back.
      _ = decoder.feed("\u{1B}[201~".utf8)
      _ = decoder.pause()
      _ = decoder.feed([0x61, 0x61, 0x61, 0x61])
      #expect(decoder.feed([0x62]).last == .text("b"))
    }
  }
}
