import Paperwork
import Terminal

/// What a command says about the papers of one call: findings and failures as they come, and how far the work is.
final class BatchReport {
  /// The worst of what happened.
  private(set) var status = ExitStatus.done

  private let context: CommandContext
  /// Whether messages must say which source they are about.
  private let namesSources: Bool
  private var progress: Progress

  /// A report about a number of sources.
  init(count: Int, _ context: CommandContext) {
    self.context = context
    namesSources = count > 1
    progress = context.surroundings.progress("Papiere", count)
  }

  /// Says what was found in a paper; the failure of a single one is thrown.
  func tell(_ paper: MadePaper) throws {
    if let failure = paper.failure { return try tell(failure, of: paper.source) }
    tell(paper.findings, of: paper.source)
    raise(paper.isRefused ? .errors : context.status(of: paper.findings))
  }

  /// Says why a source could not be read; with a single one that is thrown.
  func tell(_ failure: PaperworkFailure, of source: String) throws {
    guard namesSources else { throw failure }
    progress.finish()
    let report = FailureReport(failure)
    for line in report.lines { context.surroundings.writeError("\(source): \(line)") }
    raise(report.status)
  }

  /// Lists findings of a source.
  func tell(_ findings: [Finding], of source: String) {
    if !findings.isEmpty { progress.finish() }
    context.report(findings, of: namesSources ? source : nil)
  }

  /// Shows how far the work is, where it is one of many.
  func show(_ done: Int, _ total: Int) {
    guard namesSources else { return }
    if done < total { progress.report(done) } else { progress.finish() }
  }

  func raise(_ status: ExitStatus) { self.status = self.status.or(status) }

  /// Says which papers stood in the way of the others, and which were made all the same.
  ///
  /// - Parameter done: what would have happened to them: „gedruckt“, „erzeugt“.
  func tellRefused(of outcome: PaperBatch.Outcome, _ done: String) {
    guard namesSources, !outcome.refused.isEmpty else { return }
    let made = outcome.documents.map(\.label).joined(separator: ", ")
    let all = made.isEmpty ? "Nichts \(done)" : "Nur \(done), weil nichts es aufhält: \(made)"
    context.surroundings.writeError("\(all). Fehler in: \(outcome.refused.joined(separator: ", "))")
  }
}
