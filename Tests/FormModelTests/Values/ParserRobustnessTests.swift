import Testing

@testable import FormModel

/// Random numbers that are the same in every run (xorshift).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

@Suite struct ParserRobustnessTests {
  private func texts(_ count: Int, of pieces: [String], seed: UInt64) -> [String] {
    var random = Seeded(state: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
    }
  }

  @Test func `a telephone number read again is the same`() {
    let pieces = "0 1 2 3 4 5 9 49 00 0234 910 0171 02327 0180 116 / - ( ) + .".split(separator: " ").map(
      String.init)
    var read = 0
    for text in texts(20_000, of: pieces + [" ", "\u{A0}"], seed: 42) {
      for (area, houses) in [("0234", ["910"]), (nil, [])] as [(String?, [String])] {
        guard let number = PhoneNumber(typed: text, areaCode: area, houseExchanges: houses) else { continue }
        read += 1
        let again = PhoneNumber(typed: number.canonical, areaCode: area, houseExchanges: houses)
        #expect(again == number, "\(text) → \(number.canonical) → \(again?.canonical ?? "nil")")
        guard again == number else { return }
      }
    }
    #expect(read > 2_000)
  }

  @Test func `printed days and moments read back`() throws {
    let reference = try day("2025-11-20")
    let pieces =
      "1 2 3 12 20 25 29 30 31 2020 2025 00 0000 . . . - / : , ~ ? ET ca. um Uhr Mai März heute unbekannt"
      .split(separator: " ")
      .map(String.init)
    for text in texts(20_000, of: pieces + [" ", "\u{A0}", "e\u{301}", "🙂"], seed: 7) {
      if let read = DayInput.parse(text, reference: reference) {
        #expect(DayInput.parse(read.german, reference: reference) == read && Day(iso: read.iso) == read)
      }
      if let read = PartialDayInput.parse(text, reference: reference) {
        #expect(PartialDayInput.parse(read.german, reference: reference) == read, "\(text)")
        #expect(PartialDay(canonical: read.canonical) == read, "\(text)")
        _ = read.age(on: reference)
      }
      if let read = MomentInput.parse(text, reference: reference) {
        #expect(
          MomentInput.parse(read.german, reference: reference) == read
            && Moment(canonical: read.canonical) == read)
      }
      _ = TimeOfDay(typed: text)
    }
  }

  @Test func `passages are exact, in order and apart`() {
    let pieces =
      "Frau Herr Fam. Dr. von Müller M. Noah geb. * 03.05.2021 2021-05-03 3. Mai 2021 0171 3920012 +49 ( ) a@b.de @ Hauptstr. 12 a Platz § - / , : Uhr"
      .split(separator: " ").map(String.init)
    for text in texts(6_000, of: pieces + [" ", " ", "\n", "\r\n", "\u{A0}", "\u{301}", "🙂"], seed: 99) {
      let bytes = Array(text.utf8)
      var end = 0
      for passage in PersonalDataScan.passages(in: text, words: ScanSample.words) {
        let range = passage.offset..<passage.offset + passage.text.utf8.count
        #expect(passage.offset >= end && Array(bytes[range]) == Array(passage.text.utf8))
        end = range.upperBound
      }
      for passage in PersonalDataScan.mentions(of: ["Noah", "Müller"], in: text) {
        #expect(
          Array(bytes[passage.offset..<passage.offset + passage.text.utf8.count]) == Array(passage.text.utf8))
      }
    }
  }

  @Test func `a canonical number stays what it is`() {
    for text in texts(10_000, of: "0 1 12 345 , . -".split(separator: " ").map(String.init), seed: 5) {
      guard let canonical = GermanNumber.parse(text), let printed = GermanNumber.format(decimal: canonical)
      else { continue }
      #expect(GermanNumber.parse(printed) == canonical, "\(text) → \(canonical) → \(printed)")
    }
  }
}
