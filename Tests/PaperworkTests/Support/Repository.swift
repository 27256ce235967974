import Files
import FormModel
import Paperwork

/// The files of this repository, found from the place of this file.
enum Repository {
  /// The folder with `Forms`, `Templates` and `Examples`.
  static let root = (1...4).reduce(#filePath) { path, _ in FilePath.parent(of: path) }

  /// The day that the examples and every test without its own day refer to.
  static let day = Day(iso: "2025-11-20") ?? .first

  /// The bytes of a file below the root.
  static func bytes(_ path: String) throws -> [UInt8] {
    try FileReader.bytes(at: FilePath.joining(root, path), limit: 16 << 20)
  }

  /// The declarations as they are shipped.
  static func library() throws -> FormLibrary {
    try shipped.get()
  }

  /// The declarations of a town whose profile switches on what Bochum leaves out.
  static func fullLibrary() throws -> FormLibrary {
    try full.get()
  }

  /// The note.
  static func note(in library: FormLibrary) throws -> FormDefinition {
    try form("gespraechsnotiz", in: library)
  }

  /// A form by its id.
  static func form(_ id: String, in library: FormLibrary) throws -> FormDefinition {
    guard let form = library.forms[id] else { throw Missing(what: id) }
    return form
  }

  /// The shipped declarations as files, so that tests can break one of them.
  static func declarations() throws -> [SourceFile] {
    let folder = FilePath.joining(root, "Forms")
    let paths =
      try DirectoryListing.files(in: folder, withExtension: "xml")
      + (try DirectoryListing.files(in: FilePath.joining(folder, "bochum/lists"), withExtension: "xml"))
      + (try DirectoryListing.files(in: FilePath.joining(folder, "bochum"), withExtension: "xml"))
    return try paths.map { path in
      SourceFile(
        name: String(path.dropFirst(folder.count + 1)), bytes: try FileReader.bytes(at: path, limit: 1 << 20))
    }
  }

  /// Copies the declarations to another place, where a test can change them.
  static func copyDeclarations(to home: String) throws {
    for folder in ["Forms", "Forms/bochum", "Forms/bochum/lists"] {
      try FolderMaking.make(FilePath.joining(home, folder))
      for path in try DirectoryListing.files(in: FilePath.joining(root, folder)) {
        let name = FilePath.joining(folder, FilePath.lastComponent(of: path))
        try AtomicFile.write(try bytes(name), to: FilePath.joining(home, name))
      }
    }
  }

  /// The schema of declarations.
  static func schema() throws -> SourceFile {
    SourceFile(name: "form.rng", bytes: try bytes("Forms/form.rng"))
  }

  /// Something that the repository should have.
  struct Missing: Error {
    let what: String
  }

  private static let shipped = Result { try Catalogue(home: root).library() }

  private static let full = Result {
    let entries = ["beratungsart", "arbeitsdimension"].map { "<entry id=\"\($0)\">ja</entry>" }.joined()
    let files = try declarations().map { file in
      guard file.name == "bochum/profile.xml" else { return file }
      return file.replacing("</profile>", with: entries + "</profile>")
    }
    return try FormLibrary(files: files, schema: try schema())
  }
}

extension SourceFile {
  /// The content as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The file with the first occurrence of a text replaced; unchanged when there is none.
  func replacing(_ old: String, with new: String) -> SourceFile {
    guard let range = text.firstRange(of: old) else { return self }
    return SourceFile(name: name, bytes: Array(text.replacingCharacters(in: range, with: new).utf8))
  }

  /// The same with every place replaced.
  func replacingAll(_ old: String, with new: String) -> SourceFile {
    SourceFile(name: name, bytes: Array(text.replacing(old, with: new).utf8))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
