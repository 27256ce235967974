internal import Files
internal import FormModel
internal import OpenDocument

/// What was prepared once, kept in a folder between one start of the program and the next: declarations as they were
/// read and found valid, and compiled templates.
///
/// Preparing takes most of the time that one paper costs. What is kept is made of forms and templates alone and
/// holds nothing of a record. Each file is found by the contents of everything it was made of, so what was changed is
/// prepared anew; one that is missing, damaged or of another version as well. A folder that cannot be written to is no
/// failure.
public struct PreparedCache: Hashable, Sendable {
  /// The folder; it is made when the first thing is kept.
  public let folder: String
  /// Changes with the program, so that a new version prepares everything anew.
  public let stamp: String

  /// A cache in a folder, such as `~/.cache/kiso`.
  public init(folder: String, stamp: String) {
    self.folder = folder
    self.stamp = stamp
  }

  /// The key of something that depends on the given contents.
  func key(_ parts: [[UInt8]]) -> UInt64 {
    Self.hash([Array(stamp.utf8)] + parts)
  }

  /// Declarations that were valid when they were kept.
  func library(for key: UInt64) -> FormLibrary? {
    content("formulare", key).flatMap { FormLibrary(stored: $0) }
  }

  func keep(_ library: FormLibrary, for key: UInt64) {
    keep(library.stored(), "formulare", key)
  }

  func template(for key: UInt64) -> Template? {
    content("vorlage", key).flatMap { Template(stored: $0) }
  }

  func keep(_ template: Template, for key: UInt64) {
    keep(template.stored(), "vorlage", key)
  }

  /// The largest file, in bytes.
  private static let limit = 32 << 20

  /// What was kept; nil when it is not there, or not as it was.
  private func content(_ kind: String, _ key: UInt64) -> [UInt8]? {
    guard var bytes = try? FileReader.bytes(at: path(kind, key), limit: Self.limit), bytes.count > 8 else {
      return nil
    }
    // Its checksum stands at the end, where it can be taken off without moving the rest.
    let checksum = Array(bytes.suffix(8))
    bytes.removeLast(8)
    return checksum == Self.bytes(of: Self.hash([bytes])) ? bytes : nil
  }

  private func keep(_ content: [UInt8], _ kind: String, _ key: UInt64) {
    try? FolderMaking.make(folder)
    try? AtomicFile.write(content + Self.bytes(of: Self.hash([content])), to: path(kind, key))
  }

  private func path(_ kind: String, _ key: UInt64) -> String {
    FilePath.joining(folder, "\(kind)-" + String(key, radix: 16))
  }

  private static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (UInt64($0) * 8)) }
  }

  /// A number made of parts with their lengths, eight bytes at a time.
  ///
  /// It tells versions of a file apart, and is no protection against intent. Each step is a bijection of what came
  /// before (an odd factor, a shifted sum), so that two texts that differ in one place never meet again by themselves.
  static func hash(_ parts: [[UInt8]]) -> UInt64 {
    var result: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ word: UInt64) {
      result = (result ^ word) &* 0x9E37_79B9_7F4A_7C15
      result ^= result >> 29
    }
    for part in parts {
      add(UInt64(part.count))
      part.withUnsafeBytes { bytes in
        let whole = bytes.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
          add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        }
        var rest: UInt64 = 0
        for byte in bytes[whole...] { rest = rest << 8 | UInt64(byte) }
        add(rest)
      }
    }
    return result
  }
}
