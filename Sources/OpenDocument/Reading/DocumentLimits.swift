public import XMLTree
public import ZipArchive

/// How much a document may demand before it is refused.
///
/// The sizes of parts are unpacked bytes and inclusive; they are compared with what the archive declares before
/// anything is unpacked. The largest of 982 real documents unpacked to 28 MB in all; a text of a thousand pages is
/// 5.4 MB of XML, and what is broken at the end of 10 MiB takes about 100 ms to refuse.
public struct DocumentLimits: Hashable, Sendable {
  /// What the archive may demand.
  public var archive: ZipLimits
  /// What each part may demand as XML.
  public var xml: XMLLimits
  /// Bytes of `content.xml`, or of a whole flat file.
  public var content: Int
  /// Bytes of `styles.xml`.
  public var styles: Int
  /// Bytes of each of `meta.xml`, `settings.xml` and the manifest.
  public var small: Int
  /// What the manifest may demand to make the key of a protected document.
  public var protection: ProtectionLimits

  /// Sets every limit; what is left out is that of ``document``.
  public init(
    archive: ZipLimits = .document, xml: XMLLimits = .document, content: Int = 10 << 20,
    styles: Int = 8 << 20, small: Int = 2 << 20, protection: ProtectionLimits = ProtectionLimits()
  ) {
    self.archive = archive
    self.xml = xml
    self.content = content
    self.styles = styles
    self.small = small
    self.protection = protection
  }

  /// For documents that come from outside.
  public static let document = DocumentLimits()
}
