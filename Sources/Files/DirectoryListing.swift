import Glibc

/// The files of a folder, always in the same order.
public enum DirectoryListing {
  /// The paths of the regular files in a folder whose extension is the given one.
  ///
  /// Sorted by their bytes, so the order is the same on every machine and in every language. Hidden
  /// files are left out, subfolders are not entered, links to files count as files. A name that is
  /// not UTF-8 is left out too: no path in Swift could name it.
  ///
  /// - Parameters:
  ///   - folder: the folder; each result is this path with the name joined.
  ///   - fileExtension: in lower case without the dot, compared without regard to case; `nil` for all.
  public static func files(
    in folder: String, withExtension fileExtension: String? = nil
  ) throws(FileFailure) -> [String] {
    try names(in: folder)
      .filter { !$0.hasPrefix(".") }
      .filter { fileExtension == nil || FilePath.pathExtension(of: $0) == fileExtension }
      .map { FilePath.joining(folder, $0) }
      .filter { path in
        guard case .success(let status) = status(of: path) else { return false }
        return status.isRegularFile
      }
  }

  /// The paths of the folders in a folder, hidden ones left out, in the same order as its files.
  public static func folders(in folder: String) throws(FileFailure) -> [String] {
    try names(in: folder).filter { !$0.hasPrefix(".") }.map { FilePath.joining(folder, $0) }.filter(isFolder)
  }

  /// Whether a folder stands at a path, also by a link.
  public static func isFolder(_ path: String) -> Bool {
    guard case .success(let status) = status(of: path) else { return false }
    return status.isDirectory
  }

  /// The names of everything in it but `.` and `..`, sorted by their bytes.
  static func names(in folder: String) throws(FileFailure) -> [String] {
    try checkPath(folder)
    guard let stream = opendir(folder) else {
      let reason = Glibc.errno
      if reason == ENOTDIR, case .success = status(of: folder) {
        throw FileFailure(code: .notDirectory, path: folder, errno: reason)
      }
      throw .reading(folder, reason)
    }
    defer { closedir(stream) }
    return names(of: stream).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names an open folder still gives, unsorted; only those with a prefix, if it is not empty.
  static func names(of stream: OpaquePointer, withPrefix prefix: String = "") -> [String] {
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { field in
          // Compared first: making a text of every name in a full /tmp took longer than the whole paper.
          prefix.withCString { strncmp(field, $0, prefix.utf8.count) } == 0 ? String(validatingCString: field) : nil
        }
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
