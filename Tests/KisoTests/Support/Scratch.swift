import Files
import Glibc

/// A private folder for one test, gone with the value.
struct Scratch: ~Copyable {
  private let folder: PrivateDirectory

  init() throws { folder = try PrivateDirectory() }

  /// Its path.
  var path: String { folder.path }

  /// The path of something inside.
  func path(_ name: String) -> String { folder.path(of: name) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ bytes: [UInt8], _ name: String) throws -> String { try folder.write(bytes, as: name) }

  /// Writes a text and gives its path.
  @discardableResult
  func write(_ text: String, _ name: String) throws -> String { try write(Array(text.utf8), name) }

  /// The bytes of a file inside.
  func bytes(_ name: String) throws -> [UInt8] { try FileReader.bytes(at: path(name), limit: 256 << 20) }

  /// A file inside as text.
  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Whether there is such a file.
  func has(_ name: String) -> Bool { access(path(name), F_OK) == 0 }

  /// The names of everything inside, hidden files too, sorted.
  var names: [String] { Self.names(in: path) }

  /// The names of everything in a folder, hidden files too, sorted.
  static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

/// The mode bits of a file.
func mode(of path: String) -> UInt32 {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
}

extension [UInt8] {
  /// Whether a text occurs in the bytes, byte by byte.
  func contains(_ text: String) -> Bool {
    let needle = [UInt8](text.utf8)
    return withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let first = needle.first else { return false }
      var offset = 0
      while offset + needle.count <= bytes.count {
        let rest = bytes.count - needle.count + 1 - offset
        guard let hit = memchr(start + offset, Int32(first), rest) else { return false }
        if memcmp(hit, needle, needle.count) == 0 { return true }
        offset = UnsafeRawPointer(hit) - start + 1
      }
      return false
    }
  }
}
