import ZipArchive

extension HostileInput {
  /// Packages whose directory or entries are not what they say.
  static let archives: [HostileInput] = [
    .init("truncated document", "ZIP") { try document().bytes().dropLast(500) },
    .init("half a document", "ZIP") { Array(try document().bytes().prefix(6_000)) },
    .init("trailing bytes", "ZIP") { try document().bytes() + Array(secret.utf8) },
    .init("bytes in front", "ODF") { try Array(secret.utf8) + document().bytes() },
    .init("zip bomb", "ZIP") {
      var package = try document()
      package["content.xml"] = [UInt8](repeating: 0x20, count: 40 << 20)
      return try package.bytes()
    },
    .init("bomb of many", "ZIP") {
      var package = try document()
      for number in 0..<2_100 { package.members.append(("Pictures/\(number)", [])) }
      return try package.bytes()
    },
    .init("lying size", "ZIP") { try patchingSizes(of: "content.xml") { $0 - 1_000 } },
    .init("huge declared size", "ZIP") { try patchingSizes(of: "content.xml") { _ in 0x7FFF_FFFF } },
    .init("wrong checksum", "ZIP") {
      var bytes = try document().bytes()
      let directory = try position(of: "Record/record.xml", in: bytes, last: true) - 46
      let local = try position(of: "Record/record.xml", in: bytes, last: false) - 30
      bytes[directory + 16] ^= 0xFF
      bytes[local + 14] ^= 0xFF
      return bytes
    },
    .init("damaged data", "ZIP") {
      var bytes = try document().bytes()
      let local = try position(of: "Record/record.xml", in: bytes, last: false)
      for offset in 40..<80 { bytes[local + 17 + offset] ^= 0x5A }
      return bytes
    },
    .init("path traversal", "ZIP") { try renaming("xx/xx/etc/passwd", to: "../../etc/passwd") },
    .init("absolute path", "ZIP") { try renaming("xetc/passwd", to: "/etc/passwd") },
    .init("backslash", "ZIP") { try renaming("a/b", to: "a\\b") },
    .init("steering the terminal", "ZIP-NAME") {
      try renaming("x]0;\(secret)x", to: "\u{1B}]0;\(secret)\u{7}")
    },
    .init("duplicate member", "ZIP") { try renaming("contend.xml", to: "content.xml") },
    .init("symbolic link", "ZIP") {
      var bytes = try document().bytes()
      let directory = try position(of: "Record/record.xml", in: bytes, last: true) - 46
      (bytes[directory + 5], bytes[directory + 40], bytes[directory + 41]) = (3, 0xFF, 0xA1)
      return bytes
    },
    .init("encrypted archive", "ZIP") {
      var bytes = try document().bytes()
      for last in [true, false] {
        let name = try position(of: "content.xml", in: bytes, last: last)
        bytes[last ? name - 46 + 8 : name - 30 + 6] |= 1
      }
      return bytes
    },
    .init("unknown method", "ZIP") {
      var bytes = try document().bytes()
      for last in [true, false] {
        let name = try position(of: "content.xml", in: bytes, last: last)
        bytes[last ? name - 46 + 10 : name - 30 + 8] = 14
      }
      return bytes
    },
  ]

  /// The document with one more member whose name is changed behind the writer's back.
  private static func renaming(_ name: String, to other: String) throws -> [UInt8] {
    var package = try document()
    package.members.append((name, Array(secret.utf8)))
    var bytes = try package.bytes()
    for last in [true, false] {
      let start = try position(of: name, in: bytes, last: last)
      bytes.replaceSubrange(start..<(start + name.utf8.count), with: Array(other.utf8))
    }
    return bytes
  }

  /// The document whose headers say another size for a member, in both places.
  private static func patchingSizes(of name: String, _ change: (Int) -> Int) throws -> [UInt8] {
    let package = try document()
    let size = change(package[name].count)
    var bytes = try package.bytes()
    let little = (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
    for last in [true, false] {
      let start = try position(of: name, in: bytes, last: last) - (last ? 46 - 24 : 30 - 22)
      bytes.replaceSubrange(start..<(start + 4), with: little)
    }
    return bytes
  }

  /// Where a name stands as the name of a header: in the central directory (`last`) or before the data.
  private static func position(of name: String, in bytes: [UInt8], last: Bool) throws -> Int {
    let needle = Array(name.utf8)
    let places = stride(
      from: last ? bytes.count - needle.count : 0, through: last ? 0 : bytes.count, by: last ? -1 : 1)
    for place in places where bytes[place...].starts(with: needle) { return place }
    throw NotThere(name: name)
  }

  private struct NotThere: Error {
    let name: String
  }
}
