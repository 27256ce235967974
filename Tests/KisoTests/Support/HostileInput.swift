import Files
import Glibc
import RawArchives
import ZipArchive

/// An input that must be refused, or read with a warning: how it is made, and with what code.
struct HostileInput: Sendable, CustomStringConvertible {
  /// What it is, in words; also the name of its file.
  let name: String
  /// The code the message must carry.
  let code: String
  /// Whether it is read all the same, with the code among what is said.
  let isFlagged: Bool
  /// The bytes.
  let make: @Sendable () throws -> [UInt8]

  init(
    _ name: String, _ code: String, isFlagged: Bool = false, _ make: @escaping @Sendable () throws -> [UInt8]
  ) {
    (self.name, self.code, self.isFlagged, self.make) = (name, code, isFlagged, make)
  }

  var description: String { name }

  /// A name that stands in every input in which something can stand, and must not come out anywhere.
  static let secret = "Quintilla Vogelsang"

  /// All of them.
  static let all = refused + flagged

  /// Those that no command reads.
  static let refused = files + archives + headers + names + documents + packages + contents + costs + records

  /// A document of ours with the secret in it.
  static func document() throws -> Package { Package(members: try template.get()) }

  private static let template = Result {
    let record = try Repository.text("Examples/gespraechsnotiz-minimal.json").replacing("Björn", with: secret)
    return try Package(Kiso.runOnDay(["render", "-"], input: Array(record.utf8)).bytes).members
  }

  /// The document byte by byte, so that every field can lie.
  static func raw(_ change: (inout RawArchive) -> Void) throws -> [UInt8] {
    let entries = try document().members.map { name, bytes in
      name == "mimetype" ? RawEntry(name, bytes) : RawEntry(deflating: bytes, name)
    }
    return RawArchive(entries).with(change).bytes
  }

  /// The document with something wrong about the entry of its content.
  static func content(_ change: (inout RawEntry) -> Void) throws -> [UInt8] {
    try raw { archive in
      if let place = archive.entries.firstIndex(where: { $0.name == Array("content.xml".utf8) }) {
        change(&archive.entries[place])
      }
    }
  }

  /// The document with one entry more.
  static func adding(_ entry: RawEntry) throws -> [UInt8] { try raw { $0.entries.append(entry) } }

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Files of other kinds.
  private static let files: [HostileInput] = [
    .init("empty", "DATEN-LEER") { [] },
    .init("white space", "DATEN-LEER") { text(" \n\t\n") },
    .init("random bytes", "ODF") { noise(40_000) },
    .init("zero bytes", "ODF") { [UInt8](repeating: 0, count: 5_000) },
    .init("pdf", "ODF-PDF") { text("%PDF-1.7\n%\u{E4}\n1 0 obj<</Title(\(secret))>>endobj\n%%EOF\n") },
    .init("png", "ODF-BILD") { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + noise(500) },
    .init("jpeg", "ODF-BILD") { [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10] + text("JFIF") + noise(500) },
    .init("rtf", "ODF-RTF") { text("{\\rtf1\\ansi \(secret)}") },
    .init("html", "ODF-HTML") { text("<!DOCTYPE html><html><body>\(secret)</body></html>") },
    .init("plain text", "ODF") { text("Liebe Frau \(secret), anbei die Notiz.\n") },
    .init("old word", "ODF") { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + noise(2_000) },
    .init("docx", "ODF") {
      try zip([("[Content_Types].xml", text("<Types/>")), ("word/document.xml", text("<w>\(secret)</w>"))])
    },
    .init("other archive", "ODF") { try zip([("brief.txt", text(secret))]) },
    .init("docm with a person's name", "ODF-MS-OFFICE") {
      try zip([("[Content_Types].xml", text("<Types/>")), ("word/\(secret).xml", text(secret))])
    },
    .init("spreadsheet", "ODF") {
      try document().changing("mimetype") { $0.replacing(".text", with: ".spreadsheet") }
        .changing("META-INF/manifest.xml") {
          $0.replacing("opendocument.text", with: "opendocument.spreadsheet")
        }.bytes()
    },
  ]

  static func zip(_ members: [(String, [UInt8])]) throws -> [UInt8] {
    var writer = ZipWriter()
    let deflater = Deflater()
    for (name, bytes) in members { try writer.add(deflater.pack(name, bytes)) }
    return writer.finish()
  }
}
