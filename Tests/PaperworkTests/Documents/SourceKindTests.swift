import Files
import Paperwork
import Testing

/// What a file is follows from its content, survives the archive, and decides its extension.
@Suite struct SourceKindTests {
  private static let samples: [(bytes: [UInt8], kind: SourceKind)] = [
    (Array(#"{"form": "x"}"#.utf8), .json), ([0xEF, 0xBB, 0xBF] + Array("\n [1]".utf8), .json),
    (Array("<record form='x'/>".utf8), .xml), (Array("<html><body/></html>".utf8), .other),
    (
      Array("<?xml version='1.0'?><office:document office:mimetype='application/vnd.oasis.opendocument.text'/>".utf8),
      .fodt
    ),
    (
      Array("<office:document office:mimetype='application/vnd.oasis.opendocument.spreadsheet'/>".utf8), .fods
    ), (Array("%PDF-1.7".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47], .png), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
    ([0x49, 0x49, 0x2A, 0], .tiff), ([0x4D, 0x4D, 0, 0x2A], .tiff), (Array("{\\rtf1 x}".utf8), .other),
    (Array("Name: Demirtaş-Voß\n".utf8), .text), ([1, 2, 3], .other), ([], .json),
    (package("application/vnd.oasis.opendocument.text"), .odt),
    (package("application/vnd.oasis.opendocument.text-template"), .ott),
    (package("application/vnd.oasis.opendocument.spreadsheet"), .ods),
    (package("application/vnd.oasis.opendocument.spreadsheet-template"), .ots), (package("application/epub+zip"), .odt),
    ([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 40) + Array("word/document.xml".utf8), .docx),
  ]

  /// The beginning of a package that has its type where it belongs.
  private static func package(_ type: String) -> [UInt8] {
    [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26) + Array(("mimetype" + type + "PK").utf8)
  }

  @Test func `A file is recognised by its first bytes`() {
    for (bytes, kind) in Self.samples { #expect(SourceKind(of: bytes) == kind, "\(kind)") }
  }

  @Test func `What is written is known again`() throws {
    let maker = PaperMaker(catalogue: Catalogue(home: Repository.root), day: Repository.day)
    for format in PaperFormat.documents where !format.isSheet {
      let document = try maker.blank("statistik-teil1", as: format)
      #expect(SourceKind(of: document.bytes) == document.kind && document.kind == format.kind)
    }
  }

  @Test func `Type and ending belong to one kind alone`() {
    #expect(Set(SourceKind.allCases.map(\.mediaType)).count == SourceKind.allCases.count)
    for kind in SourceKind.allCases { #expect(SourceKind(mediaType: kind.mediaType) == kind) }
    #expect(SourceKind(mediaType: "text/x-unknown") == .other)
    for format in PaperFormat.allCases where format != .pdf { #expect(format.kind.fileExtension == format.rawValue) }
  }
}
