/// Taking file paths apart and putting them together, by their text alone.
public enum FilePath {
  /// The folder part of a path: `a/b.odt` gives `a`, `b.odt` gives `.`, `/b` gives `/`.
  ///
  /// Slashes at the end count for nothing: the parent of `a/b/` is `a`.
  public static func parent(of path: String) -> String {
    let trimmed = trimmingSlashes(path)
    guard let slash = trimmed.lastIndex(of: "/") else {
      return trimmed.isEmpty && !path.isEmpty ? "/" : "."
    }
    let folder = trimmingSlashes(trimmed[..<slash])
    return folder.isEmpty ? "/" : String(folder)
  }

  /// The last part of a path: `a/b.odt` gives `b.odt`, `a/b/` gives `b`, `/` gives `/`.
  public static func lastComponent(of path: String) -> String {
    let trimmed = trimmingSlashes(path)
    if trimmed.isEmpty { return path.isEmpty ? "" : "/" }
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return String(trimmed) }
    return String(trimmed[trimmed.utf8.index(after: slash)...])
  }

  /// What stands after the last dot of the last part, in lower case, without the dot.
  ///
  /// A name that only begins with a dot, such as `.profile`, has no extension.
  public static func pathExtension(of path: String) -> String {
    let name = lastComponent(of: path)
    guard let dot = dot(in: name) else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// The last part without its extension: `a/b.odt` gives `b`.
  public static func stem(of path: String) -> String {
    let name = lastComponent(of: path)
    guard let dot = dot(in: name) else { return name }
    return String(name[..<dot])
  }

  /// Where the extension of a name begins; a byte is found faster than a character.
  private static func dot(in name: String) -> String.Index? {
    name.utf8.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 == name.startIndex ? nil : $0 }
  }

  /// A folder and a name joined by one slash; an absolute name stands alone.
  public static func joining(_ folder: String, _ name: String) -> String {
    if name.utf8.first == UInt8(ascii: "/") || folder.isEmpty { return name }
    if folder == "." { return name }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// A name made of a text that somebody else wrote: one part of a path, without blanks, steering or hidden beginning.
  ///
  /// Letters, digits, `.`, `_` and `-` stay, everything else is `-`; at most 120 bytes, and never empty.
  public static func plainName(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars where name.utf8.count < 116 {
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        || "._-".unicodeScalars.contains(scalar)
      if isPlain { name.unicodeScalars.append(scalar) } else if name.last != "-" { name += "-" }
    }
    let visible = name.drop { $0 == "." || $0 == "-" }
    return visible.isEmpty ? "datei" : String(visible)
  }

  private static func trimmingSlashes(_ path: some StringProtocol) -> Substring {
    var rest = Substring(path)
    while rest.utf8.last == UInt8(ascii: "/") { rest.removeLast() }
    return rest
  }

  /// The path with a number before its extension: `blatt.odt` → `blatt-2.odt`.
  public static func numbered(_ path: String, _ number: Int) -> String {
    let name = lastComponent(of: path)
    guard let dot = dot(in: name) else { return "\(path)-\(number)" }
    let ending = name[dot...]
    return "\(path.dropLast(ending.count))-\(number)\(ending)"
  }
}
