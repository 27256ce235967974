internal import Files
internal import OpenDocument

/// What was prepared once, kept in a folder between one start of the program and the next: compiled templates, and
/// which declarations were found valid.
///
/// Preparing takes most of the time that one paper costs. What is kept is made of forms and templates alone and
/// holds nothing of a record. A file that is missing, damaged or of another version is made anew; a folder that
/// cannot be written to is no failure.
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

  /// Whether declarations were found valid before.
  func knowsValid(_ key: UInt64) -> Bool {
    (try? FileReader.bytes(at: path("gueltig", key), limit: 16)) != nil
  }

  /// Notes that declarations are valid.
  func noteValid(_ key: UInt64) {
    keep([], "gueltig", key)
  }

  /// The largest compiled template, in bytes.
  private static let limit = 32 << 20

  func template(for key: UInt64) -> Template? {
    guard let bytes = try? FileReader.bytes(at: path("vorlage", key), limit: Self.limit), bytes.count > 8 else {
      return nil
    }
    let content = Array(bytes.dropFirst(8))
    guard Array(bytes.prefix(8)) == Self.bytes(of: Self.hash([content])) else { return nil }
    return Template(stored: content)
  }

  func keep(_ template: Template, for key: UInt64) {
    let content = template.stored()
    keep(Self.bytes(of: Self.hash([content])) + content, "vorlage", key)
  }

  private func keep(_ bytes: [UInt8], _ kind: String, _ key: UInt64) {
    try? FolderMaking.make(folder)
    try? AtomicFile.write(bytes, to: path(kind, key))
  }

  private func path(_ kind: String, _ key: UInt64) -> String {
    FilePath.joining(folder, "\(kind)-" + String(key, radix: 16))
  }

  private static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (UInt64($0) * 8)) }
  }

  /// FNV-1a over parts with their lengths: it tells versions of a file apart, and is no protection against intent.
  static func hash(_ parts: [[UInt8]]) -> UInt64 {
    var result: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) {
      result = (result ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    for part in parts {
      for byte in bytes(of: UInt64(part.count)) { add(byte) }
      part.withUnsafeBufferPointer { for byte in $0 { add(byte) } }
    }
    return result
  }
}
