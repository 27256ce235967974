/// Where the code of macros lies in a package.
enum ScriptPath {
  /// The longest list of libraries that is looked through, in bytes.
  static let longestList = 1 << 16

  /// Whether a file holds code, or may; a folder is no file.
  ///
  /// The lists that LibreOffice writes of libraries and of their modules hold none, and stand there without any module,
  /// too.
  static func holdsCode(_ path: String) -> Bool {
    if path.hasSuffix("/") { return false }
    if path.hasPrefix("Scripts/") { return true }
    return path.hasPrefix("Basic/") && !listsLibraries(path)
  }

  /// Whether a file is such a list.
  static func listsLibraries(_ path: String) -> Bool {
    path.hasPrefix("Basic/") && (path.hasSuffix("/script-lc.xml") || path.hasSuffix("/script-lb.xml"))
  }

  /// Whether a list names a library that lies outside of the document.
  static func linksCode(_ list: [UInt8]) -> Bool {
    let text = String(decoding: list, as: UTF8.self)
    return text.contains("link=\"true\"") || text.contains("link='true'")
  }
}
