import RawArchives
import Testing
import ZipArchive

@Suite("Broken at random")
struct MutationTests {
  private static let archives = [
    sound,
    RawArchive(
      RawEntry("mimetype"), RawEntry(deflating: noise(300) + noise(300), "Bilder/ä").streamed(),
      RawEntry("Configurations2/", []), RawEntry("c", []).with { $0.extra = extraBlock(0x5455, noise(5)) }),
  ]

  /// Opens and reads everything; what matters is that it ends in contents or in a failure.
  private func exercise(_ bytes: [UInt8]) -> ZipFailure? {
    failure {
      let reader = try ZipReader(bytes)
      for entry in reader.entries {
        #expect(try reader.contents(of: entry.name, atMost: 1 << 20).count == entry.size)
      }
    }
  }

  @Test("Every beginning of an archive is refused", arguments: archives.indices)
  func beginnings(index: Int) {
    let bytes = Self.archives[index].bytes
    for count in 0..<bytes.count {
      #expect(exercise(Array(bytes[..<count])) != nil, "the first \(count) bytes")
    }
  }

  @Test(
    "Whatever one byte is changed to, reading ends in contents or in a failure", arguments: archives.indices)
  func oneByte(index: Int) {
    let bytes = Self.archives[index].bytes
    for position in bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF, bytes[position] ^ 1, bytes[position] &+ 1] {
        var copy = bytes
        copy[position] = value
        let problem = exercise(copy)
        #expect(problem?.code != .library, "byte \(position) set to \(value)")
      }
    }
  }

  @Test("Whatever several bytes are changed to, reading ends in contents or in a failure")
  func severalBytes() {
    let bytes = Self.archives[1].bytes
    let random = noise(6 * 5_000)
    for start in stride(from: 0, to: random.count, by: 6) {
      var copy = bytes
      for offset in stride(from: start, to: start + 6, by: 3) {
        let position = (Int(random[offset]) << 8 | Int(random[offset + 1])) % copy.count
        copy[position] = random[offset + 2]
      }
      #expect(exercise(copy)?.code != .library)
    }
  }
}
