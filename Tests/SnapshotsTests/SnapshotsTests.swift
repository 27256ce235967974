import Snapshots
import Testing

/// A value with everything that a snapshot can hold.
private struct Sample: Equatable, Snapshotted {
  enum Word: String, CaseIterable, Snapshotted { case yes, no = "nein" }

  indirect enum Node: Equatable, SnapshottedChoice {
    case empty
    case leaf(Int)
    case named(name: String, isLast: Bool)
    case inner([Node], next: Node?)
    case labelled(only: String?)

    static var cases: [String] { ["empty", "leaf", "named", "inner", "labelled"] }

    init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
      switch number {
      case 0: self = .empty
      case 1: self = try .leaf(reader.next())
      case 2: self = try .named(name: reader.next(), isLast: reader.next())
      case 3: self = try .inner(reader.next(), next: reader.next())
      case 4: self = try .labelled(only: reader.next())
      default: throw SnapshotDamage()
      }
    }
  }

  var number: Int
  var ratio: Double
  var checksum: UInt32
  var flag: Bool
  var text: String
  var bytes: [UInt8]
  var lists: [[Int]]
  var maybe: String?
  var never: String?
  var flagOrNot: Bool?
  var word: Word
  var words: Set<String>
  var table: [String: [Word]]
  var nodes: [Node]

  init(
    number: Int, ratio: Double, checksum: UInt32, flag: Bool, text: String, bytes: [UInt8], lists: [[Int]],
    maybe: String?, never: String?, flagOrNot: Bool?, word: Word, words: Set<String>, table: [String: [Word]],
    nodes: [Node]
  ) {
    (self.number, self.ratio, self.checksum, self.flag, self.text) = (number, ratio, checksum, flag, text)
    (self.bytes, self.lists, self.maybe, self.never, self.flagOrNot) = (bytes, lists, maybe, never, flagOrNot)
    (self.word, self.words, self.table, self.nodes) = (word, words, table, nodes)
  }

  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      number: reader.next(), ratio: reader.next(), checksum: reader.next(), flag: reader.next(), text: reader.next(),
      bytes: reader.next(), lists: reader.next(), maybe: reader.next(), never: reader.next(),
      flagOrNot: reader.next(), word: reader.next(), words: reader.next(), table: reader.next(), nodes: reader.next())
  }

  static let full = Sample(
    number: -7, ratio: 8.7, checksum: .max, flag: true, text: "Grün 🐑\0", bytes: [0, 255, 128],
    lists: [[1, 2], [], [300]], maybe: "", never: nil, flagOrNot: false, word: .no, words: ["b", "a", "ä"],
    table: ["zwei": [.yes, .no], "eins": []],
    nodes: [
      .empty, .leaf(-1), .named(name: "Grün 🐑\0", isLast: true), .labelled(only: nil), .labelled(only: "x"),
      .inner([.leaf(2), .inner([], next: nil)], next: .empty),
    ])
}

struct SnapshotsTests {
  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 8191, 8192, 1 << 40, Int.max, Int.min, Int.min + 1])
  func numbersComeBack(_ number: Int) throws {
    let bytes = try #require(number.snapshot(version: "1"))
    #expect(Int(snapshot: bytes, version: "1") == number)
  }

  @Test func everythingComesBackAndGivesTheSameBytes() throws {
    let bytes = try #require(Sample.full.snapshot(version: "1"))
    #expect(Sample(snapshot: bytes, version: "1") == Sample.full)
    for _ in 0..<20 { #expect(Sample(snapshot: bytes, version: "1")?.snapshot(version: "1") == bytes) }
  }

  @Test func aTextStandsInTheBytesOnce() throws {
    let text = "ein Text, der oft vorkommt"
    let once = try #require([text].snapshot(version: "1"))
    let often = try #require([String](repeating: text, count: 50).snapshot(version: "1"))
    #expect(often.count == once.count + 49)
  }

  @Test func theBytesOfAnotherVersionAreRefused() throws {
    let bytes = try #require(Sample.full.snapshot(version: "1"))
    #expect(Sample(snapshot: bytes, version: "2") == nil)
    #expect(Sample(snapshot: [], version: "") == nil)
  }

  @Test func everyPrefixAndEverythingLongerIsRefused() throws {
    let bytes = try #require(Sample.full.snapshot(version: "1"))
    for count in 0..<bytes.count { #expect(Sample(snapshot: Array(bytes.prefix(count)), version: "1") == nil) }
    #expect(Sample(snapshot: bytes + [0], version: "1") == nil)
  }

  @Test func everyFlippedByteGivesAValueOrNone() throws {
    let bytes = try #require(Sample.full.snapshot(version: "1"))
    for offset in bytes.indices {
      for change in 1...UInt8.max {
        var damaged = bytes
        damaged[offset] ^= change
        _ = Sample(snapshot: damaged, version: "1")
      }
    }
  }

  /// Version 1, no texts, then the number given.
  private func announcing(_ count: Int) throws -> [UInt8] {
    let bytes = try #require(count.snapshot(version: "1"))
    return bytes + [0]
  }

  @Test(arguments: [Int.max, -1, 1 << 40])
  func impossibleCountsAreRefusedBeforeAnyMemoryIsTaken(_ count: Int) throws {
    #expect([Int](snapshot: try announcing(count), version: "1") == nil)
    #expect([UInt8](snapshot: try announcing(count), version: "1") == nil)
    #expect([String: Int](snapshot: try announcing(count), version: "1") == nil)
  }

  @Test func anEndlessNumberAndEndlessNestingAreRefused() throws {
    let start = try #require([Int]().snapshot(version: "1")).dropLast()
    #expect(Int(snapshot: start + [UInt8](repeating: 0xFF, count: 20), version: "1") == nil)
    // Case 3 with one element, which is case 3 with one element …
    let nested = (0..<100_000).flatMap { _ -> [UInt8] in [6, 2] }
    #expect(Sample.Node(snapshot: start + nested, version: "1") == nil)
    // … and one in whose place another stands.
    let chain = (0..<100_000).flatMap { _ -> [UInt8] in [6, 0, 1] }
    #expect(Sample.Node(snapshot: start + chain, version: "1") == nil)
  }

  @Test func aPropertyThatIsNotReadMakesTheBytesUnreadable() throws {
    struct Grown: Snapshotted {
      var text = ""
      var added = 0
      init(text: String) { self.text = text }
      init(from reader: inout SnapshotReader) throws(SnapshotDamage) { try self.init(text: reader.next()) }
    }
    #expect(Grown(snapshot: try #require(Grown(text: "a").snapshot(version: "1")), version: "1") == nil)
  }

  @Test func whatIsNotDeclaredToBeKeptIsNotWritten() {
    struct Stranger: Snapshotted {
      var unknown: any Sendable = Float(1)
      init() {}
      init(from reader: inout SnapshotReader) throws(SnapshotDamage) { throw SnapshotDamage() }
    }
    #expect(Stranger().snapshot(version: "1") == nil)
  }
}
