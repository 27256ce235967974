internal import Files
public import FormModel
public import OpenDocument

/// Where forms and templates lie, and reading them from there.
public struct Catalogue: Hashable, Sendable {
  /// The folder with `Forms` and `Templates`.
  public let home: String
  /// The municipality whose forms are used; the name of its folder.
  public let municipality: String
  /// What was prepared at an earlier start; nil to prepare everything again.
  public let cache: PreparedCache?

  /// What was read already in a run; nil to see at once what is changed on disk.
  private var known: KnownDeclarations?

  /// The limit for one declaration or template, in bytes.
  static let fileLimit = 16 << 20

  /// A catalogue below `home`.
  public init(home: String, municipality: String = "bochum", cache: PreparedCache? = nil) {
    self.home = home
    self.cache = cache
    self.municipality = municipality
  }

  /// The folder that holds the forms of this installation.
  ///
  /// `given` (such as the value of `KISO_HOME`) counts first; then the first of `own` that has `Forms` and `Templates`,
  /// then `../share/kiso` beside the program, then the nearest folder above the program that has them. Nil when there is
  /// none.
  public static func home(given: String?, own: [String] = [], program: String) -> String? {
    if let given, !given.isEmpty { return given }
    if let own = own.first(where: isHome) { return own }
    var folder = FilePath.parent(of: program)
    let shared = FilePath.joining(FilePath.parent(of: folder), "share/kiso")
    if isHome(shared) { return shared }
    while folder != "/", !folder.isEmpty, folder != "." {
      if isHome(folder) { return folder }
      folder = FilePath.parent(of: folder)
    }
    return nil
  }

  private static func isHome(_ folder: String) -> Bool {
    (try? FileReader.bytes(at: FilePath.joining(folder, "Forms/types.xml"), limit: fileLimit)) != nil
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
    cache?.key((files + [schema]).flatMap { [Array($0.name.utf8), $0.bytes] })
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
    var files: [SourceFile] = []
    for path in try paths("Forms") { files.append(try source(path)) }
    for path in try paths("Forms/\(municipality)/lists") { files.append(try source(path)) }
    for name in try declarations() {
      let isNeeded = forms.map { forms in
        Self.shared.contains(name) || forms.contains(FilePath.stem(of: name)) || forms.isEmpty && name == Self.process
      }
      guard isNeeded ?? true else { continue }
      files.append(try source("Forms/\(municipality)/\(name)"))
    }
    return (files, try source("Forms/form.rng"))
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
      let file = try source(path)
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
    let folder = "Forms/\(municipality)/languages"
    guard DirectoryListing.isFolder(FilePath.joining(home, folder)) else { return [] }
    var files: [SourceFile] = []
    for path in try paths(folder) { files.append(try source(path)) }
    return files
  }

  /// The template of a form: its name below `home` and its content; one for spreadsheets where these are asked for.
  public func template(for form: String, isSheet: Bool = false) throws(PaperworkFailure) -> SourceFile {
    for ending in isSheet ? Self.sheetEndings : Self.textEndings {
      do {
        return try source("Templates/\(municipality)/\(form).\(ending)")
      } catch {
        guard case .file(let failure) = error, failure.code == .noSuchFile else { throw error }
      }
    }
    throw isSheet ? .noSheetTemplate(form: form) : .noTemplate(form: form)
  }

  /// The names below `home` of the templates that stand beside the one that is used, and are not.
  func idleTemplates(for form: String, isSheet: Bool) -> [String] {
    let names = (isSheet ? Self.sheetEndings : Self.textEndings).map { "Templates/\(municipality)/\(form).\($0)" }
    return Array(names.filter { (try? source($0)) != nil }.dropFirst())
  }

  private static let textEndings = ["fodt", "odt", "ott"]
  private static let sheetEndings = ["fods", "ods", "ots"]

  /// The pictures that templates may ask for: the town's logo, if its profile names one.
  ///
  /// Throws a mistake of the profile when the file is none that can be shown.
  public func pictures(for profile: Profile) throws(PaperworkFailure) -> [TemplatePicture] {
    guard let logo = profile.logo else { return [TemplatePicture(missing: "logo")] }
    let file = try source("Forms/\(municipality)/\(logo.file)")
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
  private static let shared: Set<String> = ["profile.xml", "retention.xml"]

  private func declarations() throws(PaperworkFailure) -> [String] {
    try paths("Forms/\(municipality)").map { FilePath.lastComponent(of: $0) }
  }

  private func paths(_ folder: String) throws(PaperworkFailure) -> [String] {
    do {
      return try DirectoryListing.files(in: FilePath.joining(home, folder), withExtension: "xml")
        .map { folder + "/" + FilePath.lastComponent(of: $0) }
    } catch {
      throw .file(error)
    }
  }

  private func source(_ path: String) throws(PaperworkFailure) -> SourceFile {
    do {
      return SourceFile(
        name: path, bytes: try FileReader.bytes(at: FilePath.joining(home, path), limit: Self.fileLimit))
    } catch {
      throw .file(error)
    }
  }
}
