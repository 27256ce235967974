/// The rules for the name of an entry, the same for reading and writing.
enum ZipEntryName {
  /// Decodes a name from an archive and checks it.
  ///
  /// Names are read as UTF-8 whether or not the flag says so: OpenOffice and older writers leave the
  /// flag out, and no code page of DOS is in use any more.
  static func decode(_ bytes: ArraySlice<UInt8>, limit: Int) throws(ZipFailure) -> String {
    guard let name = String(validating: bytes, as: UTF8.self) else {
      throw ZipFailure(.name, entry: String(decoding: bytes, as: UTF8.self))
    }
    try check(name, limit: limit)
    return name
  }

  /// Checks a name; one slash at the end (a directory) is allowed.
  ///
  /// One pass over the bytes, because every entry of every document comes through here.
  static func check(_ name: String, limit: Int) throws(ZipFailure) {
    let utf8 = name.utf8
    guard !utf8.isEmpty, utf8.count <= limit else { throw ZipFailure(.name, entry: name) }
    var segment = Segment()
    var previous: UInt8 = 0
    for (position, byte) in utf8.enumerated() {
      guard !isControl(byte, after: previous) else { throw ZipFailure(.name, entry: name) }
      let isDrive = position == 1 && byte == UInt8(ascii: ":") && isLetter(previous)
      guard byte != UInt8(ascii: "\\"), !isDrive else { throw ZipFailure(.path, entry: name) }
      if byte == UInt8(ascii: "/") {
        // An empty first segment is an absolute path, any other an alias of the same path without it.
        guard segment.length > 0, !segment.isDots else { throw ZipFailure(.path, entry: name) }
        segment = Segment()
      } else {
        segment.length += 1
        if byte == UInt8(ascii: ".") { segment.dots += 1 }
      }
      previous = byte
    }
    guard !segment.isDots else { throw ZipFailure(.path, entry: name) }
  }

  /// What two names have in common if one could stand for the other on some file system.
  ///
  /// `String` compares by canonical equivalence, so composed and decomposed accents already agree.
  static func key(_ name: String) -> String {
    let lowercased = name.lowercased()
    return lowercased.utf8.last == UInt8(ascii: "/") ? String(lowercased.dropLast()) : lowercased
  }

  /// What is between two slashes, as far as it was read.
  private struct Segment {
    var length = 0
    var dots = 0
    var isDots: Bool { dots == length && (1...2).contains(length) }
  }

  /// The control characters of ASCII, and those of Latin-1, which are two bytes in UTF-8.
  private static func isControl(_ byte: UInt8, after previous: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || previous == 0xC2 && (0x80...0x9F).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
