internal import Files
internal import FormModel
internal import XMLTree

/// Where declarations and templates lie: an office's own folders before the installed one, and a town's files before
/// those of the town that it extends.
///
/// A file that a layer lacks is taken from the next one that has it, so that a town's folder holds only what differs.
struct CatalogueLayers: Hashable, Sendable {
  /// The folders with `Forms` and `Templates`, those of one's own first.
  let homes: [String]
  /// The town whose forms are used.
  let town: String

  /// The limit for one declaration or template, in bytes.
  static let fileLimit = 16 << 20

  /// How many towns may extend each other in a row.
  private static let deepest = 8

  /// The folders of the town and of those it extends, its own first.
  ///
  /// Throws a mistake of a profile that extends a town there is not, or itself.
  func towns() throws(PaperworkFailure) -> [String] {
    var towns = [town]
    while let last = towns.last, let profile = try? source("Forms/\(last)/\(Self.profile)"),
      let root = try? XMLDocument(parsing: profile.bytes).root, let base = root.attribute("extends")
    {
      func refuse(_ message: String) -> PaperworkFailure {
        let place = SourcePlace(file: profile.name, line: root.line)
        return .declarations(AuthorMistakes([AuthorMistake(code: "FORM-KOMMUNE", place: place, message: message)]))
      }
      guard !towns.contains(base), towns.count < Self.deepest else {
        throw refuse("›extends‹ führt im Kreis: \((towns + [base]).joined(separator: " → ")).")
      }
      let isName = !base.isEmpty && !base.hasPrefix(".") && !base.contains("/")
      guard isName, homes.contains(where: { DirectoryListing.isFolder(FilePath.joining($0, "Forms/\(base)")) }) else {
        throw refuse("Die Kommune ›\(base)‹ gibt es nicht." + Nearest.question(base, among: Self.towns(in: homes)))
      }
      towns.append(base)
    }
    return towns
  }

  /// The towns that have a profile in some folders, in alphabetical order.
  static func towns(in homes: [String]) -> [String] { Set(homes.flatMap(towns)).sorted() }

  /// The towns of the first of some folders that has any: an office that keeps one of its own means that one.
  ///
  /// Of several in that folder those are left out that build on another of them: they count when they are named.
  static func nearestTowns(in homes: [String]) -> [String] {
    guard let home = homes.first(where: { !towns(in: $0).isEmpty }) else { return [] }
    let all = towns(in: home)
    guard all.count > 1 else { return all }
    let first = all.filter { town in
      let path = FilePath.joining(home, "Forms/\(town)/\(profile)")
      guard let bytes = try? FileReader.bytes(at: path, limit: fileLimit) else { return true }
      let base = (try? XMLDocument(parsing: bytes))?.root.attribute("extends")
      return !all.contains { $0 == base && $0 != town }
    }
    return first.isEmpty ? all : first
  }

  private static func towns(in home: String) -> [String] {
    let folders = (try? DirectoryListing.folders(in: FilePath.joining(home, "Forms"))) ?? []
    return folders.filter { FileRemoval.exists(FilePath.joining($0, profile)) }.map { FilePath.lastComponent(of: $0) }
  }

  /// What each town declares about itself.
  static let profile = "profile.xml"

  /// The file at a path below a home: the first that there is.
  func source(_ path: String) throws(PaperworkFailure) -> SourceFile {
    var first: FileFailure?
    for home in homes {
      do {
        return SourceFile(
          name: path, bytes: try FileReader.bytes(at: FilePath.joining(home, path), limit: Self.fileLimit))
      } catch {
        guard error.code == .noSuchFile else { throw .file(error) }
        first = first ?? error
      }
    }
    throw .file(first ?? FileFailure(code: .noSuchFile, path: path))
  }

  /// The file of a town, or of the nearest that it extends: `kind/TOWN/name`.
  func source(_ kind: String, _ name: String, of towns: [String]) throws(PaperworkFailure) -> SourceFile {
    var first: PaperworkFailure?
    for town in towns {
      do {
        return try source("\(kind)/\(town)/\(name)")
      } catch {
        guard case .file(let failure) = error, failure.code == .noSuchFile else { throw error }
        first = first ?? error
      }
    }
    throw first ?? .file(FileFailure(code: .noSuchFile, path: name))
  }

  /// The declarations in a folder, or its files of another ending, by their paths below a home, in the order of names.
  ///
  /// Throws when no home has the folder.
  func paths(_ folder: String, withExtension ending: String = "xml") throws(PaperworkFailure) -> [String] {
    var names: Set<String> = []
    var first: FileFailure?
    var isThere = false
    for home in homes {
      do {
        names.formUnion(
          try DirectoryListing.files(in: FilePath.joining(home, folder), withExtension: ending).map {
            FilePath.lastComponent(of: $0)
          })
        isThere = true
      } catch {
        guard error.code == .noSuchFile else { throw .file(error) }
        first = first ?? error
      }
    }
    if !isThere, let first { throw .file(first) }
    return names.sorted().map { folder + "/" + $0 }
  }

  /// The declarations of a town and of those it extends, each name once, in the order of the names.
  func paths(_ folder: String, of towns: [String]) throws(PaperworkFailure) -> [String] {
    var found: [String: String] = [:]
    var unwanted: Set<String> = []
    var first: PaperworkFailure?
    var isThere = false
    for town in towns {
      do {
        for path in try paths("Forms/\(town)\(folder)") {
          let name = FilePath.lastComponent(of: path)
          if found[name] == nil, !unwanted.contains(name) { found[name] = path }
        }
        isThere = true
        // A form that the town does not use does not come from below either.
        if folder.isEmpty, towns.count > 1 { unwanted.formUnion(formsWithout(town)) }
      } catch {
        guard case .file(let failure) = error, failure.code == .noSuchFile else { throw error }
        first = first ?? error
      }
    }
    if !isThere, let first { throw first }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }
}
