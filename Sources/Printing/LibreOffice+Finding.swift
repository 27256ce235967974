import Files
import Glibc

extension LibreOffice {
  /// Finds the program `soffice`.
  ///
  /// In this order: the given path, the environment's value, each folder of the search path, and the
  /// two places where Debian puts it. A path that was named and is not there is a failure, not a
  /// reason to take another program.
  ///
  /// - Parameters:
  ///   - given: what the user named on the command line.
  ///   - environmentValue: the value of the program's own environment variable for it.
  ///   - searchPath: the value of `PATH`; relative parts are left out.
  public static func find(
    given: String? = nil, environmentValue: String? = nil, searchPath: String? = nil
  ) throws(PrintingFailure) -> LibreOffice {
    for named in [given, environmentValue] {
      guard let named, !named.isEmpty else { continue }
      guard SystemProgram.isExecutable(named) else { throw PrintingFailure(.noLibreOffice, source: named) }
      return LibreOffice(executable: SystemProgram.absolute(named))
    }
    let fixed = ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"]
    guard let found = SystemProgram.find("soffice", searchPath: searchPath, otherwise: fixed) else {
      throw PrintingFailure(.noLibreOffice)
    }
    return LibreOffice(executable: found)
  }
}

/// Finding programs by path and name.
enum SystemProgram {
  static func find(_ name: String, searchPath: String?, otherwise fixed: [String]) -> String? {
    let folders = (searchPath ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    return (folders.map { FilePath.joining(String($0), name) } + fixed).first(where: isExecutable)
  }

  /// Whether a path is a file, not a folder, that this user may run.
  static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }

  /// The path from the root, since the program is started in another folder; links are left as they are.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return FilePath.joining(String(cString: here), path)
  }
}
