internal import Files
public import FormModel
public import OpenDocument

/// Where forms and templates lie, and reading them from there.
public struct Catalogue: Hashable, Sendable {
  let layers: CatalogueLayers
  /// What was prepared at an earlier start; nil to prepare everything again.
  public let cache: PreparedCache?

  /// What was read already in a run; nil to see at once what is changed on disk.
  private var known: KnownDeclarations?

  /// A catalogue below `home`.
  ///
  /// - Parameters:
  ///   - home: the folder with `Forms` and `Templates`.
  ///   - others: where files are looked for that `home` lacks, such as the installed folder.
  ///   - municipality: the folder of the town whose forms are used; the first of the nearest folder when nil.
  ///   - cache: what was prepared at an earlier start; nil to prepare everything again.
  public init(home: String, others: [String] = [], municipality: String? = nil, cache: PreparedCache? = nil) {
    let homes = [home] + others
    let town = municipality ?? CatalogueLayers.nearestTowns(in: homes).first ?? ""
    layers = CatalogueLayers(homes: homes, town: town)
    self.cache = cache
  }

  /// The folder with `Forms` and `Templates` that counts first.
  public var home: String { layers.homes.first ?? "" }

  /// The folders in which everything lies that it reads.
  public var folders: [String] {
    layers.homes.flatMap { home in ["Forms", "Templates"].map { FilePath.joining(home, $0) } }
  }

  /// The same catalogue with nothing read yet, for whoever wants to see what was changed.
  public func again() -> Catalogue {
    var result = self
    result.known = known == nil ? nil : KnownDeclarations()
    return result
  }

  /// The municipality whose forms are used; the name of its folder.
  public var municipality: String { layers.town }

  /// The municipalities whose forms may be meant where nobody names one: those of the first folder that has any.
  public static func municipalities(in homes: [String]) -> [String] { CatalogueLayers.nearestTowns(in: homes) }

  /// The folders that hold the forms of this installation, the one that counts first before the others.
  ///
  /// `given` (such as the value of `KISO_HOME`) alone, when there is one; else those of `own` that have `Forms`, and
  /// `../share/kiso` beside the program or the nearest folder above it that has `Forms` and `Templates`.
  public static func homes(given: String?, own: [String] = [], program: String) -> [String] {
    if let given, !given.isEmpty { return [given] }
    let own = own.filter { DirectoryListing.isFolder(FilePath.joining($0, "Forms")) }
    var folder = FilePath.parent(of: program)
    let shared = FilePath.joining(FilePath.parent(of: folder), "share/kiso")
    if isHome(shared) { return own + [shared] }
    while folder != "/", !folder.isEmpty, folder != "." {
      if isHome(folder) { return own + [folder] }
      folder = FilePath.parent(of: folder)
    }
    return own
  }

  private static func isHome(_ folder: String) -> Bool {
    FileRemoval.exists(FilePath.joining(folder, "Forms/types.xml"))
  }

  /// The ids of the forms there are, in alphabetical order.
  public func formIDs() throws(PaperworkFailure) -> [String] {
    try declarations().filter { !Self.shared.contains($0) && $0 != Self.process }.map { FilePath.stem(of: $0) }
  }

  /// The same catalogue for one run over many papers: it and its copies read each declaration once.
  public func forOneRun() -> Catalogue {
    guard known == nil else { return self }
    var result = self
    result.known = KnownDeclarations()
    return result
  }

  /// Reads the declarations; only the named forms when `forms` is given, and everything when it is nil.
  public func library(forms: [String]? = nil) throws(PaperworkFailure) -> FormLibrary {
    if let library = known?.library(forms) { return library }
    let library = try readLibrary(forms: forms)
    known?.keep(library, forms)
    return library
  }

  private func readLibrary(forms: [String]?) throws(PaperworkFailure) -> FormLibrary {
    let (files, schema) = try sources(forms: forms)
    let key = key(of: files, schema)
    if forms == nil { known?.key.withLock { $0 = key } }
    if let key, let known = cache?.library(for: key) { return known }
    do {
      let library = try FormLibrary(files: files, schema: schema)
      if let key { cache?.keep(library, for: key) }
      return library
    } catch {
      throw .declarations(error)
    }
  }

  private func key(of files: [SourceFile], _ schema: SourceFile) -> UInt64? {
    cache?.key((files.flatMap(\.parts) + [schema]).flatMap { [Array($0.name.utf8), $0.bytes] })
  }

  /// Tells these declarations, as this program reads them, from all others; nil where nothing is kept between two starts.
  ///
  /// For what was worked out by them and is kept: another file, another town, another program give other bytes.
  public func maker() throws(PaperworkFailure) -> [UInt8]? {
    guard let cache else { return nil }
    var key = known?.key.withLock { $0 }
    if key == nil {
      let (files, schema) = try sources()
      key = self.key(of: files, schema)
      known?.key.withLock { $0 = key }
    }
    return key.map { Array("\($0) \(municipality) \(cache.stamp)".utf8) }
  }

  /// The files of all declarations, or of those that the named forms need, and the schema.
  func sources(forms: [String]? = nil) throws(PaperworkFailure) -> (files: [SourceFile], schema: SourceFile) {
    let towns = try self.towns()
    var files: [SourceFile] = []
    for path in try layers.paths("Forms") + layers.paths("/lists", of: towns) {
      files.append(try layers.declaration(path, of: towns))
    }
    for path in try layers.paths("", of: towns) {
      let name = FilePath.lastComponent(of: path)
      let isNeeded = forms.map { forms in
        Self.shared.contains(name) || forms.contains(FilePath.stem(of: name)) || forms.isEmpty && name == Self.process
      }
      guard isNeeded ?? true else { continue }
      files.append(try layers.declaration(path, of: towns))
    }
    // What all towns share is not there a second time where a town's layer lies on it.
    let covered = Set(files.flatMap(\.bases).map(\.name))
    files.removeAll { covered.contains($0.name) }
    files += try keptForms(of: towns, forms)
    return (files, try layers.source("Forms/form.rng"))
  }

  /// Reads the declarations with one form.
  ///
  /// Throws `PaperworkFailure.unknownForm` with the nearest known name when there is no such form.
  public func library(form name: String) throws(PaperworkFailure) -> FormLibrary {
    if let library = known?.library([name]), library.forms[name] != nil { return library }
    let ids = try formIDs()
    guard ids.contains(name) else {
      throw .unknownForm(name: name, nearest: Nearest.name(to: name, among: ids))
    }
    return try library(forms: [name])
  }

  /// A language beside German, in which a paper is printed.
  ///
  /// Throws a mistake of the town's declarations when there is no file for it.
  public func language(_ id: String) throws(PaperworkFailure) -> LanguageDefinition {
    let path = "Forms/\(municipality)/languages/\(id).xml"
    do {
      let towns = try self.towns()
      let file = try layers.declaration(
        layers.source("Forms", "languages/\(id).xml", of: towns).name, of: towns)
      return try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try LanguageDefinition(file) }
    } catch {
      guard case .file(let failure) = error, failure.code == .noSuchFile else { throw error }
      throw .declarations(
        AuthorMistakes([
          AuthorMistake(
            code: "SPRACHE-FEHLT", place: SourcePlace(file: path, line: 1), message: "Die Datei der Sprache fehlt.")
        ]))
    }
  }

  /// The files of all languages of the town.
  func languageFiles() throws(PaperworkFailure) -> [SourceFile] {
    let towns = try self.towns()
    var files: [SourceFile] = []
    for path in try optional(layers.paths("/languages", of: towns)) {
      files.append(try layers.declaration(path, of: towns))
    }
    return files
  }

  /// The template of a form: its name below `home` and its content; one for spreadsheets where these are asked for.
  public func template(for form: String, isSheet: Bool = false) throws(PaperworkFailure) -> SourceFile {
    // A town's own template counts before one that it would inherit, whatever its ending.
    for town in try towns() {
      for ending in isSheet ? Self.sheetEndings : Self.textEndings {
        do {
          return try layers.source("Templates/\(town)/\(form).\(ending)")
        } catch {
          guard case .file(let failure) = error, failure.code == .noSuchFile else { throw error }
        }
      }
    }
    throw isSheet ? .noSheetTemplate(form: form) : .noTemplate(form: form)
  }

  /// The names below `home` of the templates that stand beside the one that is used, and are not.
  func idleTemplates(for form: String, isSheet: Bool) -> [String] {
    let names = (isSheet ? Self.sheetEndings : Self.textEndings).map { "Templates/\(municipality)/\(form).\($0)" }
    return Array(names.filter { (try? layers.source($0)) != nil }.dropFirst())
  }

  /// The files in a folder with an ending, by their paths below the homes.
  func paths(_ folder: String, withExtension ending: String) throws(PaperworkFailure) -> [String] {
    try layers.paths(folder, withExtension: ending)
  }

  /// The content of a file at a path below the homes, the nearest that has it.
  func part(_ path: String) throws(PaperworkFailure) -> [UInt8] { try layers.source(path).bytes }

  private static let textEndings = ["fodt", "odt", "ott"]
  private static let sheetEndings = ["fods", "ods", "ots"]

  /// The pictures that templates may ask for: the town's logo, if its profile names one.
  ///
  /// Throws a mistake of the profile when the file is none that can be shown.
  public func pictures(for profile: Profile) throws(PaperworkFailure) -> [TemplatePicture] {
    guard let logo = profile.logo else { return [TemplatePicture(missing: "logo")] }
    let file = try layers.source("Forms", logo.file, of: towns())
    guard TemplatePicture.isUsable(file.bytes) else {
      throw .declarations(
        AuthorMistakes([
          AuthorMistake(
            code: "FORM-LOGO", place: logo.source,
            message: "›\(logo.file)‹ ist kein PNG, JPEG oder für sich stehendes SVG bis 1 MiB.")
        ]))
    }
    return [
      TemplatePicture(name: "logo", bytes: file.bytes, title: logo.label, width: logo.width, height: logo.height)
    ]
  }

  /// What a municipality declares about cases and duties; read where all forms are, since it speaks of all of them, and
  /// where none is, since an archive must know the kinds of cases.
  private static let process = "process.xml"

  /// Files of a municipality that declare no form.
  private static let shared: Set<String> = [CatalogueLayers.profile, "retention.xml", "types.xml"]

  /// The folders of the town and of those it extends; in one run its profile is asked once.
  func towns() throws(PaperworkFailure) -> [String] {
    if let towns = known?.towns.withLock({ $0 }) { return towns }
    let towns = try layers.towns()
    known?.towns.withLock { $0 = towns }
    return towns
  }

  private func declarations() throws(PaperworkFailure) -> [String] {
    try layers.paths("", of: towns()).map { FilePath.lastComponent(of: $0) }
  }
}
