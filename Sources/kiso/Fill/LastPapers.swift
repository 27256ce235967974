import Paperwork

/// The last papers of a case, which a new one begins from.
///
/// Where they come from is the command's business: today a file that `--from` names, with an archive the case itself.
struct LastPapers {
  /// The papers, the last one last.
  let papers: () throws -> [ReadPaper]

  /// The paper in a file.
  static func file(
    _ path: String, password: PaperPassword?, _ context: CommandContext, _ catalogue: Catalogue
  ) -> LastPapers {
    LastPapers {
      let reader = PaperReader(catalogue: catalogue, day: context.day, password: password)
      return [try reader.read(try context.input(path)).paper]
    }
  }
}
