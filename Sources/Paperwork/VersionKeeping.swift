internal import Files
internal import FormModel
internal import XMLTree

/// Keeps the version of a form that counts today, for the papers made with it, before somebody changes the form.
public struct VersionKeeping {
  private let catalogue: Catalogue
  private let library: FormLibrary

  /// Keeps versions of the forms of a catalogue.
  public init(_ catalogue: Catalogue) throws(PaperworkFailure) {
    self.catalogue = catalogue
    library = try catalogue.library()
  }

  /// Puts declaration, templates, lists and types of a form below `old` in the town's own folders; gives the paths that were
  /// written, none where all of it lay there already.
  ///
  /// Throws `PaperworkFailure.keptOtherwise` when another text of the same version, or a list with codes that are gone,
  /// lies there: what papers were made with must not change under them.
  public func keep(_ id: String) throws(PaperworkFailure) -> [String] {
    guard let form = library.forms[id] else { throw .unknownForm(name: id, nearest: nil) }
    var files: [(path: String, bytes: [UInt8])] = []
    let name = "old/\(id)-\(form.version)"
    files.append((path: "Forms/\(catalogue.municipality)/\(name).xml", try catalogue.wholeForm(id)))
    for isSheet in [false, true] {
      guard let template = try template(id, isSheet: isSheet) else { continue }
      let ending = FilePath.pathExtension(of: template.name)
      files.append((path: "Templates/\(catalogue.municipality)/\(name).\(ending)", bytes: template.bytes))
    }
    for list in lists(of: form.items).sorted() {
      guard let bytes = try catalogue.wholeList(list) else { continue }
      files.append((path: "Forms/\(catalogue.municipality)/old/lists/\(list).xml", bytes))
    }
    files.append((path: "Forms/\(catalogue.municipality)/old/types.xml", try catalogue.wholeTypes()))
    var written: [String] = []
    for file in files {
      let path = FilePath.joining(catalogue.home, file.path)
      let there = try? FileReader.bytes(at: path, limit: CatalogueLayers.fileLimit)
      if there == file.bytes { continue }
      if let there, !Self.mayReplace(there, file.bytes) { throw .keptOtherwise(path: file.path, version: form.version) }
      do throws(FileFailure) {
        try FolderMaking.make(FilePath.parent(of: path))
        try AtomicFile.write(file.bytes, to: path)
      } catch {
        throw .file(error)
      }
      written.append(file.path)
    }
    return written
  }

  private func template(_ id: String, isSheet: Bool) throws(PaperworkFailure) -> SourceFile? {
    do {
      return try catalogue.template(for: id, isSheet: isSheet)
    } catch {
      switch error {
      case .noTemplate, .noSheetTemplate: return nil
      default: throw error
      }
    }
  }

  private func lists(of items: [ItemDefinition]) -> Set<String> {
    items.reduce(into: []) { result, item in
      switch item {
      case .field(let field): field.list.map { _ = result.insert($0) }
      case .group(let group): result.formUnion(lists(of: group.items))
      }
    }
  }

  /// Whether a list or the types may take the place of an earlier text: when they have all codes or fields of it.
  private static func mayReplace(_ old: [UInt8], _ new: [UInt8]) -> Bool {
    guard let before = ids(in: old), let after = ids(in: new) else { return false }
    return before.isSubset(of: after)
  }

  private static func ids(in bytes: [UInt8]) -> Set<String>? {
    guard let root = try? XMLDocument(parsing: bytes).root, ["codelist", "types"].contains(root.name) else {
      return nil
    }
    var ids: Set<String> = []
    func collect(_ node: XMLNode, below path: String) {
      for child in node.elements {
        guard let id = child.attribute("id"), ["code", "type", "field", "group"].contains(child.name) else { continue }
        ids.insert(path + id)
        collect(child, below: path + id + "/")
      }
    }
    collect(root, below: "")
    return ids
  }
}
