import Proofs
import ZipArchive

/// A document made wrong on purpose, and the check that must notice.
struct StructureMistake: CustomStringConvertible, Sendable {
  /// The paper that is spoiled.
  enum Base: Sendable {
    /// A note to be filled in on a screen: boxes, fields, tables, headings.
    case note
    /// A spreadsheet with charts.
    case sheet
  }

  let check: StructureCheck
  let description: String
  let base: Base
  /// Gives the spoiled bytes; a change that finds nothing to change throws.
  let spoil: @Sendable (Package) throws -> [UInt8]

  /// There was nothing to spoil.
  struct NothingThere: Error { let text: String }

  /// A text of a part replaced where it first occurs.
  init(
    _ check: StructureCheck, _ description: String, in part: String = "content.xml", of base: Base = .note,
    _ old: String,
    _ new: String
  ) {
    self.init(check, description, of: base) { package in
      guard let range = package.text(part).firstRange(of: old) else { throw NothingThere(text: old) }
      return try package.changing(part) { text in String(text[..<range.lowerBound]) + new + text[range.upperBound...] }
        .bytes()
    }
  }

  init(
    _ check: StructureCheck, _ description: String, of base: Base = .note,
    spoil: @escaping @Sendable (Package) throws -> [UInt8]
  ) {
    (self.check, self.description, self.base, self.spoil) = (check, description, base, spoil)
  }
}
