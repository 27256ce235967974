internal import Files
internal import FormModel

/// Versions of forms that are kept, and declarations as texts that can be kept.
extension Catalogue {
  /// The versions of forms that are kept for the papers made with them: those of all forms, or of the named ones.
  ///
  /// What another town kept holds only where its form is used as it is: papers of a form that this town changes have more.
  func keptForms(of towns: [String], _ forms: [String]?) throws(PaperworkFailure) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in try optional(layers.paths(Self.kept, of: towns)) {
      guard FilePath.lastComponent(of: path) != Self.types else { continue }
      // FORM-VERSION.xml; the id of a form may hold a hyphen itself.
      let form = FilePath.stem(of: FilePath.lastComponent(of: path)).split(separator: "-").dropLast().joined(
        separator: "-")
      guard forms?.contains(form) ?? true, try isAsMade(form, keptAt: path, towns) else { continue }
      var file = try layers.source(path)
      file.isKept = true
      files.append(file)
    }
    return files
  }

  /// Whether no town changes a form above the town that kept a version of it.
  private func isAsMade(_ form: String, keptAt path: String, _ towns: [String]) throws(PaperworkFailure) -> Bool {
    let above = towns.prefix { !path.hasPrefix("Forms/\($0)/") }
    let own = try optional([layers.source("Forms", form + ".xml", of: Array(above)).name])
    return above.isEmpty || own.isEmpty
  }

  /// The declaration of a form as one text that says everything.
  func wholeForm(_ id: String) throws(PaperworkFailure) -> [UInt8] {
    try whole(layers.source("Forms", id + ".xml", of: towns()).name)
  }

  /// The types that forms are made of as one text: the town's own, or those that all share.
  func wholeTypes() throws(PaperworkFailure) -> [UInt8] {
    let own = try optional([layers.source("Forms", Self.types, of: towns()).name])
    return try whole(own.first ?? "Forms/" + Self.types)
  }

  private func whole(_ path: String) throws(PaperworkFailure) -> [UInt8] {
    let file = try layers.declaration(path, of: towns())
    return try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try file.whole() }
  }

  /// A list of the town as one text, by its id; nil for one of the common lists.
  func wholeList(_ id: String) throws(PaperworkFailure) -> [UInt8]? {
    guard let path = try layers.paths("/lists", of: towns()).first(where: { FilePath.stem(of: $0) == id }) else {
      return nil
    }
    return try whole(path)
  }

  /// The lists and types as they were when a version was kept; empty where none was.
  func keptShared() throws(PaperworkFailure) -> [SourceFile] {
    var files: [SourceFile] = []
    let towns = try self.towns()
    let lists = try optional(layers.paths(Self.kept + "/lists", of: towns))
    for path in try lists + optional([layers.source("Forms", Self.keptTypes, of: towns).name]) {
      files.append(try layers.source(path))
    }
    return files
  }

  /// The file of types, and where a town keeps it as it was.
  private static let (types, keptTypes) = ("types.xml", "old/types.xml")

  /// The folder of a town's versions that are no longer used for new papers.
  private static let kept = "/old"

  /// What a folder holds that need not be there.
  func optional(
    _ paths: @autoclosure () throws(PaperworkFailure) -> [String]
  ) throws(PaperworkFailure) -> [String] {
    do {
      return try paths()
    } catch {
      guard case .file(let failure) = error, failure.code == .noSuchFile else { throw error }
      return []
    }
  }

  /// The template of a version of a form: that of the version, where it is an earlier one.
  ///
  /// Throws `PaperworkFailure.noTemplate` where it was not kept: the template of today could leave out what it holds.
  func template(
    for form: FormDefinition, in library: FormLibrary, isSheet: Bool
  ) throws(PaperworkFailure) -> SourceFile {
    let isEarlier = library.forms[form.id].map { $0.version != form.version } ?? false
    return try template(for: isEarlier ? "old/\(form.id)-\(form.version)" : form.id, isSheet: isSheet)
  }
}
