public import Files

/// Files named one by one, and all papers of a folder that is named.
public enum PaperFolders {
  /// The kinds of files that can hold a record.
  public static let kinds: [SourceKind] = [.json, .xml, .odt, .ods]

  /// The files behind names: those of a folder by their names, others as they are; `-` is no folder.
  ///
  /// `skipped` gets each folder in which other files lie, and how many.
  public static func files(
    of names: [String], skipped: (_ folder: String, _ count: Int) -> Void
  ) throws(FileFailure) -> [String] {
    let endings = Set(kinds.map(\.fileExtension))
    var result: [String] = []
    for name in names {
      guard name != "-", DirectoryListing.isFolder(name) else {
        result.append(name)
        continue
      }
      let files = try DirectoryListing.files(in: name)
      let candidates = files.filter { endings.contains(FilePath.pathExtension(of: $0)) }
      result += candidates
      if candidates.count < files.count { skipped(name, files.count - candidates.count) }
    }
    return result
  }
}
