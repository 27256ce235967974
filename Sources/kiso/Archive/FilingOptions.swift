import Delivery
import Paperwork
import RecordArchive
import Terminal

/// How a file without a record of kiso is described on the command line.
enum FilingOptions {
  static let options: [CommandLineSyntax.Option] = [
    .init("case", value: "VORGANG", help: "Vorgangsnummer, wenn sie nicht im Papier steht"),
    .init("kind", value: "ART", help: "Datenart, wenn sie nicht aus dem Formular folgt"),
    .init("day", value: "JJJJ-MM-TT", help: "Tag des Papiers, sonst der Stichtag"),
  ]

  /// The details that the options give.
  static func details(_ arguments: ParsedArguments) throws(UsageFailure) -> FilingDetails {
    var details = FilingDetails(caseNumber: arguments.value("case"), kind: arguments.value("kind"))
    if let typed = arguments.value("day") {
      guard let day = Day(iso: typed) else {
        throw UsageFailure.badValue(of: "day", expected: "ein Tag als JJJJ-MM-TT, zum Beispiel 2025-11-20")
      }
      details.day = day
    }
    details.isIssued = arguments.has("issued")
    details.takesErrors = arguments.has("draft")
    return details
  }

  /// The papers that files become, with what was found in them; nil, and said, when errors stand in the way.
  static func papers(
    _ files: [SourceFile], _ filing: PaperFiling, _ details: FilingDetails, _ context: CommandContext
  ) throws -> (papers: [NewPaper], findings: [Finding])? {
    var all: [Finding] = []
    let papers = try filing.papers(from: files, details) { file, findings in
      context.report(findings, of: files.count > 1 ? file.name : nil)
      all += findings
    }
    guard let papers else {
      context.surroundings.writeError("Nichts abgelegt. Mit --draft wird es trotzdem abgelegt.")
      return nil
    }
    return (papers, all)
  }
}
