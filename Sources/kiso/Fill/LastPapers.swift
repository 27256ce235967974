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

  /// The papers of a case in the archive; the one that a form takes over from comes last.
  static func inCase(
    _ number: String, for form: FormDefinition?, _ filing: ArchiveFiling, _ context: CommandContext,
    _ catalogue: Catalogue
  ) -> LastPapers {
    LastPapers {
      let reader = PaperReader(catalogue: catalogue, day: context.day)
      let sources = form.map { [$0.id] + $0.prefills.map(\.from).reversed() } ?? []
      let records = try filing.archive.records(inCase: number).sorted {
        (sources.lastIndex(of: $0.form) ?? -1, $0.order) < (sources.lastIndex(of: $1.form) ?? -1, $1.order)
      }
      return try records.map { try reader.read($0.bytes).paper }
    }
  }
}

extension Record {
  /// Puts the number of the case where the form keeps it, unless something stands there already; returns the field.
  ///
  /// Nil where the form keeps the number of a paper, from which that of the case follows.
  mutating func join(case number: String, form: FormDefinition, library: FormLibrary) -> String? {
    guard let id = form.filing?.caseField, let path = RecordPath(id), let field = form.field(at: id),
      library.number(of: field)?.hasBase == false
    else { return nil }
    if contents(at: path).isEmpty { replace(at: path, with: [.value(number)], form: form) }
    return id
  }
}
