/// How the page of a document is kept inside it, so that a reader can tell later what was changed.
public struct PageKeeping: Hashable, Sendable {
  /// Where the page lies in a package, as ``PageText/xml()`` writes it.
  ///
  /// A flat file cannot keep it.
  public var attachment: Attachment
  /// The user-defined field of the metadata that lists the carriers, which survives DOCX; nil for none.
  public var indexField: String?

  /// Says where the page is kept; the bytes of the attachment do not matter.
  public init(attachment: Attachment, indexField: String? = nil) {
    (self.attachment, self.indexField) = (attachment, indexField)
  }
}
