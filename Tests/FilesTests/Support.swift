import Files
import Glibc

/// Runs a body with a scratch folder that vanishes afterwards.
func withScratch<Result>(_ body: (String) throws -> Result) throws -> Result {
  let scratch = try PrivateDirectory()
  return try body(scratch.path)
}

/// The failure a body throws, `nil` if it throws none.
func failure(of body: () throws(FileFailure) -> Void) -> FileFailure? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}

func permissions(of path: String) -> UInt32? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
}

func exists(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}

/// All names in a folder, hidden ones too, sorted.
func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

extension String {
  var bytes: [UInt8] { Array(utf8) }
}
