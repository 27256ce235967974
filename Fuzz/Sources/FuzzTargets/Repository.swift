import FormModel
import Glibc
import Paperwork

/// Forms, templates and examples, from the folder that `KISO_HOME` names.
public enum Repository {
  /// The folder.
  public static let home = getenv("KISO_HOME").map { String(cString: $0) } ?? "."

  /// The day that everything refers to.
  public static let day = Day(iso: "2025-11-20") ?? .first

  /// The declarations of Bochum.
  public static let catalogue = Catalogue(home: home)

  static let library: FormLibrary = loaded { try catalogue.library() }

  static let note = "gespraechsnotiz"

  static func template(of form: String) -> SourceFile {
    loaded { () throws(PaperworkFailure) in try catalogue.template(for: form) }
  }

  /// A value without which nothing can be done.
  static func loaded<T, E: Error>(_ load: () throws(E) -> T) -> T {
    do {
      return try load()
    } catch {
      fatalError("KISO_HOME must name the repository: \(error)")
    }
  }

  /// The bytes of a file below the home.
  public static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(home + "/" + path, "r") else { fatalError("\(path) is missing") }
    defer { fclose(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }

  /// The names of the files in a folder below the home, sorted.
  public static func files(in folder: String) -> [String] {
    guard let stream = opendir(home + "/" + folder) else { fatalError("\(folder) is missing") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
