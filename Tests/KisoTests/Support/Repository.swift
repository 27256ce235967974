import Files
import Paperwork

/// The files of this repository, found from the place of this file.
enum Repository {
  /// The folder with `Forms`, `Templates` and `Examples`.
  static let root = (1...4).reduce(#filePath) { path, _ in FilePath.parent(of: path) }

  /// A path below the root.
  static func path(_ name: String) -> String { FilePath.joining(root, name) }

  /// The bytes of a file below the root.
  static func bytes(_ name: String) throws -> [UInt8] {
    try FileReader.bytes(at: path(name), limit: 64 << 20)
  }

  /// A file below the root as text.
  static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Copies folders of the repository below another folder.
  static func copy(_ names: [String], to folder: String) throws {
    _ = try Program.run(["cp", "-r"] + names.map { path($0) } + [folder])
  }

  /// The declarations, read once.
  static let library = try? Catalogue(home: root).library()

  /// The names of the files in `Examples`.
  static let examples: [String] = {
    let files = (try? DirectoryListing.files(in: path("Examples"))) ?? []
    return files.map { FilePath.lastComponent(of: $0) }.filter {
      $0.hasSuffix(".json") || $0.hasSuffix(".xml")
    }
  }()

  /// The notes among them, which are looked at most closely.
  static let notes = examples.filter { $0.hasPrefix("gespraechsnotiz") }

  /// The other papers.
  static let papers = examples.filter { !$0.hasPrefix("gespraechsnotiz") }

  /// The papers that an example refers to, by `Examples/zusammen.txt`.
  static func companions(of example: String) throws -> [String] {
    try text("Examples/zusammen.txt").split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      .filter { $0.first == example }.flatMap { $0.dropFirst() }
  }

  /// How many forms are shipped.
  static let forms = ((try? Catalogue(home: root).formIDs()) ?? []).count

  /// The README, if it is there.
  static let readme = try? text("README.md")

  /// The day that the examples refer to.
  static let day = Day(iso: "2025-11-20") ?? .first

  /// The record that bytes hold, be they JSON, XML or a document.
  static func record(_ bytes: [UInt8]) throws -> Record {
    try PaperReader(catalogue: Catalogue(home: root), day: day).read(bytes).paper.record
  }
}
