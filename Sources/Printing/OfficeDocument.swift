import Files

/// A document that LibreOffice is to convert: a file, or bytes that never were one.
public enum OfficeDocument: Hashable, Sendable {
  /// A file at a path.
  case file(String)
  /// Bytes in memory; the name (its extension counts) serves for messages only.
  case bytes([UInt8], name: String)

  /// The path or name, as the caller gave it.
  public var name: String {
    switch self {
    case .file(let path): path
    case .bytes(_, let name): name
    }
  }

  /// The most bytes of one document that are read, 256 MiB.
  static let limit = 256 << 20

  func content() throws(PrintingFailure) -> [UInt8] {
    switch self {
    case .bytes(let bytes, _): return bytes
    case .file(let path):
      return try withFiles(source: path) { () throws(FileFailure) in
        try FileReader.bytes(at: path, limit: Self.limit)
      }
    }
  }

  /// The extension, if it is one we hand to LibreOffice and the content begins as it should.
  ///
  /// LibreOffice takes any bytes for text if it knows nothing better, and prints page after page of
  /// rubbish from a broken file. So what is no document is refused before.
  func checkedExtension(of content: [UInt8]) throws(PrintingFailure) -> String {
    let fileExtension = FilePath.pathExtension(of: name)
    let isSuitable =
      switch fileExtension {
      case "odt", "ott", "docx": content.isZip
      case "fodt": Self.isFlatDocument(content)
      default: false
      }
    guard isSuitable else { throw PrintingFailure(.unsuitableSource, source: name) }
    return fileExtension
  }

  /// Begins with the XML declaration, and soon has the root element of a flat document.
  ///
  /// Without a declaration, or with a blank before it, LibreOffice 7.4 prints the markup as text.
  private static func isFlatDocument(_ content: [UInt8]) -> Bool {
    let withoutMark = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content.dropFirst(3) : content[...]
    return withoutMark.starts(with: "<?xml".utf8)
      && withoutMark.prefix(8192).contains("<office:document".utf8)
  }
}
