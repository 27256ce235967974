internal import Files
internal import FormModel
internal import OpenDocument

/// What was prepared once, kept in a folder between one start of the program and the next: declarations as they were
/// read and found valid, and compiled templates.
///
/// Preparing takes most of the time that one paper costs. What is kept is made of forms and templates alone and
/// holds nothing of a record. Each file is found by the contents of everything it was made of, so what was changed is
/// prepared anew; one that is missing, damaged or of another version as well. A folder that cannot be written to is no
/// failure. What was not used for 30 days goes when something is added, and what was used longest ago beyond 64 MB.
public struct PreparedCache: Hashable, Sendable {
  /// The folder; it is made when the first thing is kept.
  public let folder: String
  /// Changes with the program, so that a new version prepares everything again.
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
    content(.declarations, key).flatMap { FormLibrary(snapshot: $0) }
  }

  func keep(_ library: FormLibrary, for key: UInt64) {
    keep(library.snapshot(), .declarations, key)
  }

  func template(for key: UInt64) -> Template? {
    content(.template, key).flatMap { Template(snapshot: $0) }
  }

  func keep(_ template: Template, for key: UInt64) {
    keep(template.snapshot(), .template, key)
  }

  /// The largest file, in bytes.
  private static let limit = 32 << 20
  /// How long something is kept that nobody uses, and how large everything together may become, in bytes.
  private static let (days, size) = (30, 64 << 20)

  /// What was kept; nil when it is not there, or not as it was.
  private func content(_ kind: Kind, _ key: UInt64) -> [UInt8]? {
    guard var bytes = try? FileReader.bytes(at: path(kind, key), limit: Self.limit), bytes.count > 8 else {
      return nil
    }
    // Its checksum stands at the end, where it can be taken off without moving the rest.
    let checksum = Array(bytes.suffix(8))
    bytes.removeLast(8)
    return checksum == Self.checksum(of: bytes, kind, key) ? bytes : nil
  }

  private func keep(_ content: [UInt8]?, _ kind: Kind, _ key: UInt64) {
    guard let content else { return }
    let path = path(kind, key)
    try? FolderMaking.make(folder)
    try? AtomicFile.write(content + Self.checksum(of: content, kind, key), to: path)
    UnusedFiles.remove(
      in: folder, besides: path, unusedForDays: Self.days, largerThan: Self.size, where: Self.isKept)
  }

  /// Belongs to a file's name as well, so that no file can take the place of another.
  private static func checksum(of content: [UInt8], _ kind: Kind, _ key: UInt64) -> [UInt8] {
    let number = hash([content, Array(kind.rawValue.utf8), bytes(of: key)])
    return bytes(of: number)
  }

  /// What is kept, by the beginning of its file's name.
  private enum Kind: String, CaseIterable {
    case declarations = "formulare"
    case template = "vorlage"
  }

  private func path(_ kind: Kind, _ key: UInt64) -> String {
    FilePath.joining(folder, "\(kind.rawValue)-" + String(key, radix: 16))
  }

  /// Whether a file of this name belongs to the cache; the folder may hold others.
  private static func isKept(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && Kind(rawValue: String(parts[0])) != nil && UInt64(parts[1], radix: 16) != nil
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
