import Glibc
import Testing

@testable import Secrets

struct SecretTests {
  @Test func keepsTheBytesThatWereFilledIn() {
    let secret = Secret(capacity: 10) { room in
      room.copyBytes(from: [1, 2, 3])
      return 3
    }
    #expect(secret.count == 3)
    #expect(secret.withBytes { Array($0) } == [1, 2, 3])
  }

  @Test(arguments: [(-1, 0), (0, 0), (10, 10), (11, 10)])
  func anImpossibleCountIsTakenAsTheNearest(_ given: Int, _ count: Int) {
    #expect(Secret(capacity: 10) { _ in given }.count == count)
  }

  @Test func roomIsGivenExactlyAsAskedForAndIsZero() {
    _ = Secret(capacity: 5000) { room in
      #expect(room.count == 5000 && room.allSatisfy { $0 == 0 })
      return 0
    }
    #expect(Secret(capacity: 0) { $0.count }.count == 0)
  }

  @Test func aFailureWhileFillingIsPassedOn() {
    struct Broken: Error {}
    #expect(throws: Broken.self) { try Secret(capacity: 1) { _ throws(Broken) in throw Broken() } }
  }

  @Test func matchesByItsBytes() {
    func secret(_ bytes: [UInt8]) -> Secret {
      Secret(capacity: bytes.count) { room in
        room.copyBytes(from: bytes)
        return bytes.count
      }
    }
    #expect(secret([1, 2]).matches(secret([1, 2])))
    #expect(secret([]).matches(secret([])))
    #expect(!secret([1, 2]).matches(secret([1, 3])))
    #expect(!secret([1, 2]).matches(secret([1, 2, 0])))
  }

  /// proc(5): `dd` in the flags of a mapping is "do not include area into core dump".
  @Test func itsPagesAreLeftOutOfCoreDumps() throws {
    let secret = Secret(capacity: 8) { _ in 8 }
    let address = try #require(secret.withBytes { $0.baseAddress.map { UInt(bitPattern: $0) } })
    let flags = try #require(mappingFlags(at: address))
    #expect(flags.contains("dd"), "\(flags)")
  }

  @Test func itsPagesAreGoneWithIt() throws {
    var secret: Secret? = Secret(capacity: 100_000) { _ in 8 }
    let address = try #require(secret?.withBytes { $0.baseAddress.map { UInt(bitPattern: $0) } })
    #expect(mappingFlags(at: address) != nil)
    secret = nil
    // Another test may have mapped something there since, but not with the same flag.
    #expect(mappingFlags(at: address)?.contains("dd") != true)
  }

  @Test func itsPagesAreZeroWhenTheyAreGivenBack() {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 10_000, alignment: 16)
    defer { memory.deallocate() }
    memory.initializeMemory(as: UInt8.self, repeating: 0x41)
    var seen = 0
    Secret.release(memory) { start, count in
      seen = count
      #expect(UnsafeRawBufferPointer(start: start, count: count).allSatisfy { $0 == 0 })
    }
    #expect(seen == 10_000)
  }

  private func mappingFlags(at address: UInt) -> [Substring]? {
    guard let file = fopen("/proc/self/smaps", "r") else { return nil }
    defer { fclose(file) }
    var isHere = false
    var line: UnsafeMutablePointer<CChar>?
    var size = 0
    defer { free(line) }
    while getline(&line, &size, file) > 0, let text = line.map({ String(cString: $0) }) {
      let words = text.split { $0 == " " || $0 == "\n" }
      if let ends = words.first?.split(separator: "-"), ends.count == 2, let start = UInt(ends[0], radix: 16),
        let end = UInt(ends[1], radix: 16)
      {
        isHere = start <= address && address < end
      } else if isHere, words.first == "VmFlags:" {
        return Array(words.dropFirst())
      }
    }
    return nil
  }
}
