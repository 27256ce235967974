import Paperwork

/// What kind of file something is, by its first bytes, as far as the archive must know.
enum FileType: String {
  case record = "application/xml"
  case document = "application/vnd.oasis.opendocument.text"
  case pdf = "application/pdf"
  case png = "image/png"
  case jpeg = "image/jpeg"
  case tiff = "image/tiff"
  case other = "application/octet-stream"

  init(_ bytes: [UInt8]) {
    switch InputKind(of: bytes) {
    case .record: self = .record
    case .pdf: self = .pdf
    case .document: self = Self.marks.first { bytes.starts(with: $0.mark) }?.type ?? .other
    }
  }

  /// The type as it is stored.
  var mediaType: String { rawValue }

  /// The ending of a file of this type.
  static func fileExtension(of mediaType: String) -> String {
    switch FileType(rawValue: mediaType) {
    case .record: "xml"
    case .document: "odt"
    case .pdf: "pdf"
    case .png: "png"
    case .jpeg: "jpg"
    case .tiff: "tif"
    case .other, nil: "bin"
    }
  }

  private static let marks: [(mark: [UInt8], type: FileType)] = [
    ([0x50, 0x4B, 3, 4], .document), ([0x89, 0x50, 0x4E, 0x47], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x49, 0x49, 0x2A, 0], .tiff), ([0x4D, 0x4D, 0, 0x2A], .tiff), (Array("<".utf8), .document),
  ]
}
