/// The rules for the name of an entry, the same for reading and writing.
enum EntryName {
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
  static func check(_ name: String, limit: Int) throws(ZipFailure) {
    let utf8 = name.utf8
    guard !utf8.isEmpty, utf8.count <= limit, !name.unicodeScalars.contains(where: isControl) else {
      throw ZipFailure(.name, entry: name)
    }
    guard !utf8.contains(UInt8(ascii: "\\")), !beginsWithDrive(name) else {
      throw ZipFailure(.path, entry: name)
    }
    var segments = utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
    if segments.count > 1, segments.last?.isEmpty == true { segments.removeLast() }
    for segment in segments {
      // An empty first segment is an absolute path, any other an alias of the same path without it.
      guard !segment.isEmpty, !segment.elementsEqual(".".utf8), !segment.elementsEqual("..".utf8) else {
        throw ZipFailure(.path, entry: name)
      }
    }
  }

  /// What two names have in common if one could stand for the other on some file system.
  ///
  /// `String` compares by canonical equivalence, so composed and decomposed accents already agree.
  static func key(_ name: String) -> String {
    let lowercased = name.lowercased()
    return lowercased.utf8.last == UInt8(ascii: "/") ? String(lowercased.dropLast()) : lowercased
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func beginsWithDrive(_ name: String) -> Bool {
    let start = Array(name.utf8.prefix(2))
    guard start.count == 2, start[1] == UInt8(ascii: ":") else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(start[0] | 0x20)
  }
}
