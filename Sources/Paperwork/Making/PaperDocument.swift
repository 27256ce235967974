internal import Files

/// A document on its way to a file, a printer or the archive.
public struct PaperDocument: Hashable, Sendable {
  /// What it was made of, as it was named: a path, or a form's name.
  public var source: String
  /// The number of its sheet, from 1; nil if it is the only one.
  public var sheet: Int?
  /// The bytes of the file as they are written.
  public var bytes: [UInt8]
  /// The kind of file that the bytes are.
  public var kind: SourceKind
  /// Whether the page is made of one of our templates, whose measures must be kept on paper.
  public var isOurs: Bool

  /// Describes a document.
  public init(source: String, sheet: Int? = nil, bytes: [UInt8], kind: SourceKind, isOurs: Bool) {
    (self.source, self.sheet, self.bytes, self.kind, self.isOurs) = (source, sheet, bytes, kind, isOurs)
  }

  /// The name of its file in a folder of many.
  public var fileName: String {
    let stem = source == "-" ? "eingabe" : FilePath.stem(of: source)
    return stem + (sheet.map { "-\($0)" } ?? "") + "." + kind.fileExtension
  }

  /// The path or name as given, with the sheet where there are several.
  public var label: String { source + (sheet.map { " (Blatt \($0))" } ?? "") }

  /// The same document, readable with the password alone; unchanged without one.
  public func protected(
    with password: PaperPassword?, random: inout any RandomNumberGenerator
  ) throws(PaperworkFailure) -> PaperDocument {
    guard let password else { return self }
    var result = self
    result.bytes = try password.protect(bytes, random: &random)
    return result
  }
}
