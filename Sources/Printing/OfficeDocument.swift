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
      case "fodt": Self.isMarkup(content)
      default: false
      }
    guard isSuitable else { throw PrintingFailure(.unsuitableSource, source: name) }
    return fileExtension
  }

  private static func isMarkup(_ content: [UInt8]) -> Bool {
    let withoutMark = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content.dropFirst(3) : content[...]
    return withoutMark.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
  }
}
