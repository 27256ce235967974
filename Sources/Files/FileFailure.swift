import Glibc

/// What the file system refused, as a stable code with the path and the system's reason.
///
/// The text for people is written elsewhere; a failure never holds a byte of a file's content. The
/// path is what the caller passed in, so a program that logs must leave it out.
public struct FileFailure: Error, Hashable, Sendable {
  /// The kinds of failure; a raw value never changes once published.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is no file or folder of this name (ENOENT, ENOTDIR).
    case noSuchFile = "DATEI-FEHLT"
    /// The user lacks the right to read it (EACCES, EPERM).
    case noAccess = "DATEI-KEIN-ZUGRIFF"
    /// A file was expected and a folder stands there.
    case isDirectory = "DATEI-ORDNER"
    /// A folder was expected and something else stands there.
    case notDirectory = "DATEI-KEIN-ORDNER"
    /// More bytes than the limit that the caller set.
    case tooLarge = "DATEI-ZU-GROSS"
    /// The path is empty, holds a zero byte, is too long, or is a circle of links.
    case badPath = "DATEI-NAME"
    /// The file or folder cannot be made or replaced: folder missing, no right, read-only disk.
    case cannotCreate = "DATEI-NICHT-ANLEGBAR"
    /// The disk, the quota or the file size limit is used up.
    case storageFull = "DATEI-SPEICHER-VOLL"
    /// Reading or writing failed for any other reason: a broken disk, a closed pipe.
    case inputOutput = "DATEI-EA"
  }

  /// The kind of failure, stable across versions.
  public var code: Code
  /// The path as the caller gave it, or `-` for a descriptor.
  public var path: String
  /// The number the system gave as its reason, 0 if the refusal is our own.
  public var errno: Int32

  /// Makes a failure from its parts.
  public init(code: Code, path: String, errno: Int32 = 0) {
    self.code = code
    self.path = path
    self.errno = errno
  }
}

extension FileFailure {
  /// A failure while opening or reading, from the system's number.
  static func reading(_ path: String, _ number: Int32) -> FileFailure {
    FileFailure(code: Code(reading: number), path: path, errno: number)
  }

  /// A failure while creating, writing or replacing, from the system's number.
  static func writing(_ path: String, _ number: Int32) -> FileFailure {
    FileFailure(code: Code(writing: number), path: path, errno: number)
  }
}

extension FileFailure.Code {
  fileprivate init(reading number: Int32) {
    switch number {
    case ENOENT, ENOTDIR: self = .noSuchFile
    case EACCES, EPERM: self = .noAccess
    case EISDIR: self = .isDirectory
    case ENAMETOOLONG, ELOOP, EINVAL: self = .badPath
    default: self = .inputOutput
    }
  }

  fileprivate init(writing number: Int32) {
    switch number {
    case ENOSPC, EDQUOT, EFBIG: self = .storageFull
    case EISDIR: self = .isDirectory
    case ENAMETOOLONG, ELOOP: self = .badPath
    case ENOENT, ENOTDIR, EACCES, EPERM, EROFS, EEXIST, ETXTBSY: self = .cannotCreate
    default: self = .inputOutput
    }
  }
}
