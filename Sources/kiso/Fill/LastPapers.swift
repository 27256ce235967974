import Paperwork

/// The last papers of a case, which a new one begins from.
///
/// Where they come from is the command's business: a file that `--from` names, or the case in the archive.
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

  /// The papers of a case in the archive, in their order.
  static func inCase(
    _ number: String, _ filing: ArchiveFiling, _ context: CommandContext, _ catalogue: Catalogue
  ) -> LastPapers {
    LastPapers {
      let reader = PaperReader(catalogue: catalogue, day: context.day)
      return try filing.archive.records(inCase: number).map { try reader.read($0.bytes).paper }
    }
  }
}
