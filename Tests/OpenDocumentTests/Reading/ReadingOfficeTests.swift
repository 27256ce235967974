import Foundation
import OpenDocument
import Testing

extension Outside {
  /// Files as LibreOffice converts them, all in one call; nil for one that it did not convert.
  static func converted(
    _ files: [(name: String, bytes: [UInt8])], to filter: String, ending: String
  ) throws -> [[UInt8]?] {
    try withFolder { folder in
      var paths: [String] = []
      for (index, file) in files.enumerated() {
        let path = folder.appending(path: "\(index)-\(file.name)")
        try Data(file.bytes).write(to: path)
        paths.append(path.path)
      }
      let output = folder.appending(path: "out")
      let words = [
        "timeout", "-k", "5", "300", try #require(office),
        "-env:UserInstallation=file://\(folder.path)/profile",
        "--headless", "--convert-to", filter, "--outdir", output.path,
      ]
      // The first start with a fresh profile may end at once.
      for _ in 0..<2 where !FileManager.default.fileExists(atPath: output.path) { _ = try run(words + paths) }
      return paths.map { path in
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        return (try? Data(contentsOf: output.appending(path: "\(name).\(ending)"))).map(Array.init)
      }
    }
  }
}

@Suite(
  "What LibreOffice does to a document", .enabled(if: Outside.hasOffice, "without LibreOffice"))
struct ReadingOfficeTests {
  private static let everything =
    "<text:tracked-changes><text:changed-region xml:id=\"ct1\" text:id=\"ct1\"><text:deletion><office:change-info>"
    + "<dc:creator>x</dc:creator><dc:date>2025-01-01T00:00:00</dc:date></office:change-info><text:p>weg</text:p>"
    + "</text:deletion></text:changed-region></text:tracked-changes>"
    + "<text:h text:outline-level=\"1\">Gesprächsnotiz</text:h>"
    + "<text:p>  Frau\n <text:span>Mus</text:span><text:span>ter</text:span><text:change text:change-id=\"ct1\"/> <text:s/>am"
    + "<text:tab/><text:date text:date-value=\"2025-09-09\">9.9.2025</text:date><text:line-break/>um <text:placeholder "
    + "text:placeholder-type=\"text\">&lt;Zeit&gt;</text:placeholder> <text:text-input text:description=\"thema\">eins\n  zwei"
    + "</text:text-input> Seite <text:page-number>9</text:page-number></text:p>"
    + "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list>"
    + "</text:list-item></text:list><text:section text:name=\"S\"><text:p>Abschnitt<text:note text:note-class=\"footnote\">"
    + "<text:note-citation>1</text:note-citation><text:note-body><text:p>Fuß</text:p></text:note-body></text:note></text:p>"
    + "</text:section><text:section text:name=\"H\" text:display=\"none\"><text:p>verborgen</text:p></text:section>"
    + "<table:table table:name=\"T\"><table:table-column table:number-columns-repeated=\"2\"/><table:table-row>"
    + "<table:table-cell table:number-columns-spanned=\"2\"><text:p>breit</text:p><text:p>zwei</text:p></table:table-cell>"
    + "<table:covered-table-cell/></table:table-row><table:table-row><table:table-cell office:value-type=\"float\" "
    + "office:value=\"1.5\"><text:p>1,50</text:p></table:table-cell><table:table-cell><text:section text:name=\"Z\"><text:p>Z"
    + "</text:p></text:section></table:table-cell></table:table-row></table:table>"
    + "<text:p>Rahmen <draw:frame draw:name=\"R1\" text:anchor-type=\"paragraph\" svg:width=\"3cm\"><draw:text-box "
    + "fo:min-height=\"1cm\"><text:p>im Rahmen</text:p></draw:text-box></draw:frame>und <draw:frame draw:name=\"R2\" "
    + "text:anchor-type=\"as-char\" svg:width=\"3cm\"><draw:text-box fo:min-height=\"1cm\"><text:p>noch einer</text:p>"
    + "</draw:text-box></draw:frame> Ende<office:annotation><dc:creator>x</dc:creator><text:p>Notiz</text:p>"
    + "</office:annotation></text:p>"

  @Test(
    "Every construct has the same fingerprint after loading and saving, from a package and from a flat file")
  func everyConstruct() throws {
    let flat = Array(ReadingPackage.flat(Self.everything).utf8)
    let package = try ReadingPackage(body: Self.everything).bytes
    let saved = try Outside.converted([("a.odt", package), ("b.fodt", flat)], to: "odt", ending: "odt")
    let before = try DocumentText(of: OpenDocumentFile(reading: package))
    #expect(try before.fingerprint == DocumentText(of: OpenDocumentFile(reading: flat)).fingerprint)
    for bytes in saved {
      let after = try DocumentText(of: OpenDocumentFile(reading: #require(bytes)))
      #expect(after.fingerprint == before.fingerprint, "\(before.string)\n----\n\(after.string)")
    }
  }

  @Test("LibreOffice refuses and accepts packages as the codes and warnings say")
  func packages() throws {
    let plain = ReadingPackage(content: ReadingPackage.content(), ("a.xml", "<a/>"))
    let old = plain.with {
      $0.files[0].contents = ReadingPackage.content(version: "1.1")
      ($0.manifestVersion, $0.unlisted) = (nil, ["a.xml"])
    }
    let cases: [(ReadingPackage, Bool)] = [
      (plain, true), (plain.with { $0.isMimetypeLate = true }, true),
      (plain.with { $0.listedMissing = ["b.xml"] }, true), (old, true),
      (plain.with { $0.unlisted = ["a.xml"] }, false), (plain.with { $0.unlisted = ["content.xml"] }, false),
      (plain.with { $0.hasManifest = false }, false), (plain.with { $0.rootType = nil }, false),
      (plain.with { $0.mimetype = ReadingPackage.text + "\n" }, false),
      (plain.with { $0.rootType = "application/vnd.oasis.opendocument.spreadsheet" }, false),
    ]
    let files = try cases.map { (name: "a.odt", bytes: try $0.0.bytes) }
    let texts = try Outside.converted(files, to: "txt:Text (encoded):UTF8", ending: "txt")
    #expect(texts.map { $0 != nil } == cases.map(\.1))
  }
}
