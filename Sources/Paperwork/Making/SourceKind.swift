/// What a file is, recognised once by its first bytes: for what is read, archived and handed over.
public enum SourceKind: String, CaseIterable, Hashable, Sendable {
  /// Values as JSON.
  case json
  /// Values as XML.
  case xml
  /// A text as an ODF package.
  case odt
  /// A template of a text as an ODF package.
  case ott
  /// A text as one XML file.
  case fodt
  /// A spreadsheet as an ODF package.
  case ods
  /// A template of a spreadsheet as an ODF package.
  case ots
  /// A spreadsheet as one XML file.
  case fods
  /// A text in Office Open XML (ECMA-376).
  case docx
  /// A PDF, read by nobody here and handed on as it is.
  case pdf
  /// A picture, such as a scan.
  case png
  /// A picture, such as a photograph.
  case jpeg = "jpg"
  /// A picture of one or several pages, such as a fax.
  case tiff = "tif"
  /// Text without any form, such as a recognised page.
  case text = "txt"
  /// A page for a browser, written and never read.
  case html
  /// Anything else.
  case other = "bin"

  /// The ending of a file of this kind, without a dot.
  public var fileExtension: String { rawValue }

  /// The type of its content, as it is stored with it (IANA; the flat ones of ODF by freedesktop.org).
  public var mediaType: String {
    switch self {
    case .json: "application/json"
    case .xml: "application/xml"
    case .odt: Self.odf + "text"
    case .ott: Self.odf + "text-template"
    case .fodt: Self.odf + "text-flat-xml"
    case .ods: Self.odf + "spreadsheet"
    case .ots: Self.odf + "spreadsheet-template"
    case .fods: Self.odf + "spreadsheet-flat-xml"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .tiff: "image/tiff"
    case .text: "text/plain"
    case .html: "text/html"
    case .other: "application/octet-stream"
    }
  }

  /// The kind that a stored type stands for; a type that is not known is that of no known kind.
  public init(mediaType: String) {
    self = Self.allCases.first { $0.mediaType == mediaType } ?? .other
  }

  /// Values alone: JSON, or XML that is no document.
  public var isRecord: Bool { self == .json || self == .xml }

  /// Whether it is text that a terminal can show.
  public var isText: Bool { isRecord || self == .fodt || self == .fods || self == .text }

  /// ODF, which the reader of documents looks at.
  public var isDocument: Bool {
    switch self {
    case .odt, .ott, .fodt, .ods, .ots, .fods: true
    case .json, .xml, .docx, .pdf, .png, .jpeg, .tiff, .text, .html, .other: false
    }
  }

  private static let odf = "application/vnd.oasis.opendocument."
}

extension SourceKind {
  /// Looks at a file; a byte order mark and white space at its beginning count for nothing.
  ///
  /// What is empty is taken as a record, whose reader says so.
  public init(of bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let head = content.prefix(1 << 16).drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(1 << 12)
    guard let first = head.first else {
      self = .json
      return
    }
    if let known = Self.marks.first(where: { head.starts(with: $0.mark) })?.kind {
      self = known
      return
    }
    switch first {
    case UInt8(ascii: "P") where head.starts(with: [0x50, 0x4B, 3, 4]): self = Self.package(bytes)
    case UInt8(ascii: "{") where head.starts(with: "{\\rtf".utf8): self = .other
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
    case UInt8(ascii: "<"): self = Self.markup(head)
    default: self = head.contains { $0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1B } ? .other : .text
    }
  }

  private static let marks: [(mark: [UInt8], kind: SourceKind)] = [
    (Array("%PDF-".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x49, 0x49, 0x2A, 0], .tiff), ([0x4D, 0x4D, 0, 0x2A], .tiff),
  ]

  private static func markup(_ head: ArraySlice<UInt8>) -> SourceKind {
    let text = String(decoding: head, as: UTF8.self).lowercased()
    if ["<html", "<!doctype html"].contains(where: { text.contains($0) }) { return .other }
    guard text.contains("<office:document") else { return .xml }
    return text.contains(odf + "spreadsheet") ? .fods : .fodt
  }

  /// A package by its `mimetype`, which stands first and as it is (ODF 1.3 part 2, 3.3); another one by its end.
  ///
  /// One of ODF that has it elsewhere counts as a text, and its reader says more.
  private static func package(_ bytes: [UInt8]) -> SourceKind {
    let start = 30 + "mimetype".utf8.count
    if bytes.count > start, bytes[30..<start].elementsEqual("mimetype".utf8) {
      let type = String(decoding: bytes[start...].prefix(80), as: UTF8.self)
      // The longest that fits: the type of a template begins as that of its documents.
      let kinds = [SourceKind.ott, .ots, .odt, .ods]
      return kinds.first { type.hasPrefix($0.mediaType) } ?? .odt
    }
    return bytes.suffix(1 << 16).contains("word/document.xml".utf8) ? .docx : .odt
  }
}
