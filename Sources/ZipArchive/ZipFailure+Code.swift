extension ZipFailure {
  /// The kinds of refusal; the raw value is stable and may be shown, searched for and documented.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The file has no bytes at all.
    case empty = "ZIP-LEER"

    /// There is no end record, and the file does not begin like a ZIP archive either.
    case notZip = "ZIP-KEIN-ZIP"

    /// The file begins like a ZIP archive, but its end is missing.
    ///
    /// Either no end record is found in the last 64 KiB, or its comment is longer than the file.
    case truncated = "ZIP-ABGESCHNITTEN"

    /// Bytes follow the end record and its comment.
    case trailingBytes = "ZIP-ANHANG"

    /// More than one end record could be meant, or the library that unpacks saw other entries than the scan.
    ///
    /// Two archives in one file, or one hidden in the other's comment: two programs would show two
    /// different documents.
    case ambiguous = "ZIP-ZWEIDEUTIG"

    /// The archive claims to be one volume of several.
    case split = "ZIP-GETEILT"

    /// The archive uses the ZIP64 extension.
    ///
    /// A ZIP64 locator or extra field, or a field set to its ZIP64 marker (all bits one). Nothing that
    /// fits into the limits needs it.
    case zip64 = "ZIP-ZIP64"

    /// The central directory does not fit the file.
    ///
    /// Its place, its size or its count is wrong, one of its records or extra fields is broken, or an entry points
    /// to something that is not a local header or lies outside the bytes before the directory.
    case directory = "ZIP-VERZEICHNIS"

    /// Bytes belong to no entry: before the first, between two, or around the directory.
    ///
    /// A reader that walks through the file from its beginning could find another document there.
    case gap = "ZIP-LUECKE"

    /// Two entries share bytes.
    case overlap = "ZIP-UEBERLAPPT"

    /// The local header or data descriptor of an entry disagrees with the central directory.
    ///
    /// In the name, the method, the sizes or the checksum; also a Unicode-path extra field with another name.
    case disagreement = "ZIP-WIDERSPRUCH"

    /// An entry is encrypted by means of the ZIP format.
    ///
    /// A password-protected ODF document is not: its entries are ordinary ones whose contents are encrypted.
    case encrypted = "ZIP-VERSCHLUESSELT"

    /// An entry is neither stored nor deflated.
    case method = "ZIP-METHODE"

    /// A name leads elsewhere.
    ///
    /// It is absolute, begins with a drive letter, contains a backslash, or has an empty, `.` or `..`
    /// segment. When writing, also a name that ends in a slash.
    case path = "ZIP-PFAD"

    /// A name is empty, too long, not UTF-8, or contains control characters.
    case name = "ZIP-NAME"

    /// Two entries have the same name, where case and the way an accent is encoded do not count.
    case duplicate = "ZIP-DOPPELT"

    /// An entry is a symbolic link, a device or another special file.
    case link = "ZIP-VERKNUEPFUNG"

    /// There are more entries than the limit allows, or than an archive without ZIP64 can hold.
    case tooMany = "ZIP-ZU-VIELE"

    /// Something is larger than its limit.
    ///
    /// The file itself, an extra field or comment, an entry beyond what the caller wants to read,
    /// or, when writing, anything that needs ZIP64.
    case tooLarge = "ZIP-ZU-GROSS"

    /// The declared sizes make the archive a decompression bomb.
    ///
    /// All entries together exceed the limit, or one large entry exceeds the ratio.
    case bomb = "ZIP-BOMBE"

    /// An entry's real size is not the declared one.
    ///
    /// Also a deflate stream that ends too early, a stored entry with two different sizes, and a
    /// directory with contents.
    case size = "ZIP-GROESSE"

    /// An entry's contents do not have the declared checksum.
    case checksum = "ZIP-PRUEFSUMME"

    /// An entry's deflate stream is broken.
    case damaged = "ZIP-BESCHAEDIGT"

    /// There is no entry of the name that was asked for.
    case missing = "ZIP-FEHLT"

    /// The library that unpacks failed for a reason of its own, such as a lack of memory.
    case library = "ZIP-BIBLIOTHEK"
  }
}
