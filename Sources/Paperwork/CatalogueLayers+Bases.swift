internal import Files
internal import FormModel
internal import XMLTree

/// What a town's declarations are layers over.
extension CatalogueLayers {
  /// A declaration at a path below a home, with everything that it is a layer over.
  ///
  /// A profile lies on those of all towns that the town extends; any other file says in its root which town it extends,
  /// and lies on the file of the same name that counts there. Below all towns lies what they share (`Forms/types.xml`).
  func declaration(_ path: String, of towns: [String]) throws(PaperworkFailure) -> SourceFile {
    var file = try source(path)
    guard let (town, name) = Self.parts(of: path), let index = towns.firstIndex(of: town) else { return file }
    file.isInherited = index > 0
    guard name != Self.profile else {
      for town in towns[(index + 1)...] { file.bases.append(try source("Forms/\(town)/\(name)")) }
      return file
    }
    guard let root = Self.layerRoot(of: file), let extended = root.attribute("extends") else { return file }
    let below = towns[(index + 1)...]
    func lack(_ message: String) -> AuthorMistake {
      AuthorMistake(code: "FORM-SCHICHT", place: SourcePlace(file: path, line: root.line), message: message)
    }
    guard let start = below.firstIndex(of: extended) else {
      file.lack = lack(
        "›extends‹ nennt ›\(extended)‹; die Stadt ›\(town)‹ erweitert "
          + (below.isEmpty ? "keine andere." : below.map { "›\($0)‹" }.joined(separator: ", ") + ".")
          + Nearest.question(extended, among: below))
      return file
    }
    guard let base = try base(name, of: towns[start...]) else {
      file.lack = lack("Eine Datei ›\(name)‹ hat ›\(extended)‹ nicht, und auch keine Stadt, die es erweitert.")
      return file
    }
    let ground = try declaration(base, of: towns)
    file.bases = ground.parts
    file.bases[0].bases = []
    file.lack = ground.lack
    return file
  }

  /// The path of the first file with a name in some towns, or among what all towns share.
  private func base(_ name: String, of towns: ArraySlice<String>) throws(PaperworkFailure) -> String? {
    for path in towns.map({ "Forms/\($0)/\(name)" }) + ["Forms/" + FilePath.lastComponent(of: name)] {
      do {
        return try source(path).name
      } catch {
        guard case .file(let failure) = error, failure.code == .noSuchFile else { throw error }
      }
    }
    return nil
  }

  /// The files of the forms that a town does not use, whatever the towns that it extends have.
  func formsWithout(_ town: String) -> [String] {
    guard let profile = try? source("Forms/\(town)/\(Self.profile)"),
      let root = try? XMLDocument(parsing: profile.bytes).root
    else { return [] }
    return root.elements("without").compactMap { $0.attribute("form").map { $0 + ".xml" } }
  }

  /// The town and the name in its folder of `Forms/TOWN/lists/NAME.xml`; nil for what all towns share.
  private static func parts(of path: String) -> (town: String, name: String)? {
    let parts = path.split(separator: "/", maxSplits: 2).map(String.init)
    return parts.count == 3 ? (parts[1], parts[2]) : nil
  }

  /// The root of a file that may be a layer; nil for any other, which is not parsed a second time.
  private static func layerRoot(of file: SourceFile) -> XMLNode? {
    // Blanks around the sign of equality are as good.
    guard file.bytes.holds("extends") else { return nil }
    let root = try? XMLDocument(parsing: file.bytes).root
    return root?.name == "profile" ? nil : root
  }
}
