internal import Files
internal import FormModel

/// Versions of forms that are kept, and declarations as texts that can be kept.
extension Catalogue {
  /// The versions of forms that are kept for the papers made with them: those of all forms, or of the named ones.
  func keptForms(of towns: [String], _ forms: [String]?) throws(PaperworkFailure) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in try optional(layers.paths(Self.kept, of: towns)) {
      // FORM-VERSION.xml; the id of a form may hold a hyphen itself.
      let form = FilePath.stem(of: FilePath.lastComponent(of: path)).split(separator: "-").dropLast().joined(
        separator: "-")
      guard forms?.contains(form) ?? true else { continue }
      var file = try layers.source(path)
      file.isKept = true
      files.append(file)
    }
    return files
  }

  /// The declaration of a form as one text that says everything.
  func wholeForm(_ id: String) throws(PaperworkFailure) -> [UInt8] {
    let towns = try self.towns()
    let path = try layers.source("Forms", id + ".xml", of: towns).name
    let file = try layers.declaration(path, of: towns)
    return try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try file.whole() }
  }

  /// A list of the town as one text, by its id; nil for one of the common lists.
  func wholeList(_ id: String) throws(PaperworkFailure) -> [UInt8]? {
    let towns = try self.towns()
    guard let path = try layers.paths("/lists", of: towns).first(where: { FilePath.stem(of: $0) == id }) else {
      return nil
    }
    let file = try layers.declaration(path, of: towns)
    return try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try file.whole() }
  }

  /// The lists as they were when a version was kept; empty where none was.
  func keptLists() throws(PaperworkFailure) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in try optional(layers.paths(Self.kept + "/lists", of: towns())) { files.append(try layers.source(path)) }
    return files
  }

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
