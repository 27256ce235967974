import Files
import Paperwork

@testable import FormModel

/// The towns that are shipped beside the one that they extend.
enum Towns {
  /// Their folders.
  static let names = ["dortmund", "gelsenkirchen", "kekiz", "mayen-koblenz"]

  /// The declarations of a town, read once.
  static func library(_ town: String) throws -> FormLibrary {
    guard let library = libraries[town] else { throw Repository.Missing(what: town) }
    return try library.get()
  }

  private static let libraries = Dictionary(
    uniqueKeysWithValues: names.map { town in
      (town, Result { try Catalogue(home: Repository.root, municipality: town).library() })
    })

  /// An example of a town, with edits.
  static func example(_ town: String, _ name: String, _ edits: [String] = []) throws -> RawValue {
    try RecordReader.raw(try Repository.bytes("Examples/\(town)/\(name).json")).edited(edits)
  }

  /// The texts of a town's own declarations.
  static func declarations(_ town: String) throws -> [String] {
    let folder = FilePath.joining(Repository.root, "Forms/\(town)")
    return try DirectoryListing.files(in: folder, withExtension: "xml").map { path in
      String(decoding: try FileReader.bytes(at: path, limit: 1 << 20), as: UTF8.self)
    }
  }
}
