import Files

/// A paper made wrong on purpose in each way that must be noticed.
enum MistakenPage {
  /// What is changed in the blank revocation, by the name of the document that comes of it.
  private static let changes: [(name: String, old: String, new: String)] = [
    ("falsch-rand", "fo:line-height=\"9.2pt\"", "fo:line-height=\"9.2pt\" fo:border-top=\"0.9pt solid #000000\""),
    ("falsch-kopf", "table:table-header-rows", "table:table-rows"),
    ("falsch-platz", "style:min-row-height=\"8.7mm\"", "style:min-row-height=\"4mm\""),
    ("falsch-feld", "style:width=\"170.0mm\"", "style:width=\"100.0mm\""),
    ("falsch-klein", "fo:font-size=\"11pt\"", "fo:font-size=\"5pt\""),
  ]

  /// The flat documents by name.
  static func documents() throws -> [(String, [UInt8])] {
    let scratch = try Scratch()
    _ = try Kiso.runOnDay(["render", "--blank", "widerruf", "-o", scratch.path("x.fodt")])
    let right = String(decoding: try scratch.bytes("x.fodt"), as: UTF8.self)
    return changes.map { name, old, new in (name, Array(right.replacing(old, with: new).utf8)) }
  }
}
