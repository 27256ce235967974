internal import CSodium
internal import Files
internal import Glibc
internal import Secrets

/// A secret key in a file of its own: a mark and 32 random bytes as text in one line.
enum KeyFile {
  /// Writes a new one, for its owner only; a file that is there is not replaced.
  static func make(at path: String, mark: [UInt8]) throws(ArchiveFailure) -> Secret {
    guard Sodium.isReady else { throw ArchiveFailure(.noRandomness) }
    guard access(path, F_OK) != 0 else { throw ArchiveFailure(.exists, path: path) }
    let key = Sodium.randomSecret()
    var bytes = key.withBytes { key in
      mark + key.flatMap { [digit($0 >> 4), digit($0 & 15)] } + [0x0A]
    }
    defer { bytes.wipe() }
    do throws(FileFailure) {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw ArchiveFailure(error)
    }
    return key
  }

  /// Reads one; nil when the file is something else.
  static func read(_ path: String, mark: [UInt8]) throws(ArchiveFailure) -> Secret? {
    var bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReader.bytes(at: path, limit: 4_096)
    } catch {
      throw ArchiveFailure(error)
    }
    defer { bytes.wipe() }
    let digits = bytes.dropFirst(mark.count).prefix(2 * Sodium.keyLength).compactMap(value)
    let rest = bytes.dropFirst(mark.count + 2 * Sodium.keyLength)
    guard bytes.starts(with: mark), digits.count == 2 * Sodium.keyLength, rest.allSatisfy({ $0 == 0x0A }) else {
      return nil
    }
    return Secret(capacity: Sodium.keyLength) { space in
      for index in 0..<Sodium.keyLength { space[index] = digits[2 * index] << 4 | digits[2 * index + 1] }
      return Sodium.keyLength
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
