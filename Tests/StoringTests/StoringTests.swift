import Storing
import Testing

struct StoringTests {
  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 8191, 8192, 1 << 40, Int.max, Int.min, Int.min + 1])
  func numbersComeBack(_ number: Int) {
    var writer = StorageWriter()
    writer.number(number)
    var reader = StorageReader(writer.bytes)
    #expect(reader.number() == number)
    #expect(reader.isComplete)
  }

  @Test func everythingComesBackInItsOrder() {
    var writer = StorageWriter()
    writer.flag(true)
    writer.text("Grün 🐑\0")
    writer.data([0, 255])
    writer.list([[1, 2], [], [3]]) { writer, inner in writer.list(inner) { $0.number($1) } }
    writer.text("")
    writer.flag(false)
    var reader = StorageReader(writer.bytes)
    #expect(reader.flag() && reader.text() == "Grün 🐑\0" && reader.data() == [0, 255])
    #expect(reader.list { $0.list { $0.number() } } == [[1, 2], [], [3]])
    #expect(reader.text() == "" && !reader.flag() && reader.isComplete)
  }

  @Test func whatIsMissingIsNotedAndGivesEmptyValues() {
    var writer = StorageWriter()
    writer.list([1, 2, 3]) { $0.number($1) }
    writer.text("vier")
    for count in 0..<writer.bytes.count {
      var reader = StorageReader(Array(writer.bytes.prefix(count)))
      _ = reader.list { $0.number() }
      _ = reader.text()
      #expect(!reader.isComplete && reader.hasFailed)
      #expect(reader.number() == 0 && reader.text() == "" && reader.data() == [])
    }
  }

  @Test func whatIsLeftOverIsNotComplete() {
    var writer = StorageWriter()
    writer.number(1)
    writer.number(2)
    var reader = StorageReader(writer.bytes)
    #expect(reader.number() == 1 && !reader.isComplete && !reader.hasFailed)
  }

  @Test func impossibleCountsAreRefusedBeforeAnyMemoryIsTaken() {
    for count in [Int.max, -1, 1 << 40] {
      var writer = StorageWriter()
      writer.number(count)
      writer.number(0)
      var reader = StorageReader(writer.bytes)
      #expect(reader.list { $0.number() } == [] && reader.hasFailed)
      reader = StorageReader(writer.bytes)
      #expect(reader.data() == [] && reader.hasFailed)
      reader = StorageReader(writer.bytes)
      #expect(reader.count() == 0 && reader.hasFailed)
    }
  }

  @Test func anEndlessNumberAndEndlessNestingAreRefused() {
    var reader = StorageReader([UInt8](repeating: 0xFF, count: 20))
    #expect(reader.number() == 0 && reader.hasFailed)
    func nested(_ reader: inout StorageReader) -> Int {
      (reader.list { nested(&$0) }.max() ?? 0) + 1
    }
    // Each list holds one list: 0x02 is the number 1.
    reader = StorageReader([UInt8](repeating: 0x02, count: 10_000))
    #expect(nested(&reader) < 500 && reader.hasFailed)
  }
}
