/// A file that travels inside a package, such as a record for machines.
///
/// LibreOffice keeps it, byte for byte, because its directory is listed with a media type of its own.
public struct Attachment: Hashable, Sendable {
  /// Where it lies, in a directory of its own: `Record/record.xml`.
  public var path: String
  /// What it is, as in `application/xml`.
  public var mediaType: String
  /// What its directory is, as in `application/vnd.kiso.record`; must not be empty.
  public var directoryMediaType: String
  /// The content.
  public var bytes: [UInt8]

  /// Makes an attachment.
  public init(path: String, mediaType: String, directoryMediaType: String, bytes: [UInt8]) {
    self.path = path
    self.mediaType = mediaType
    self.directoryMediaType = directoryMediaType
    self.bytes = bytes
  }

  /// The directory with a slash at its end; nil at the root and in places that belong to the document itself.
  var directory: String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let taken: Set<Substring> = ["META-INF", "Pictures", "Thumbnails", "Configurations2", "Basic", "Scripts"]
    guard parts.count > 1, !taken.contains(parts[0]), !mediaType.isEmpty, !directoryMediaType.isEmpty
    else { return nil }
    return parts.dropLast().joined(separator: "/") + "/"
  }
}
