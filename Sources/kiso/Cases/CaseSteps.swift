import Casework
import Paperwork
import Terminal

/// What comes next in a case once a paper of it is finished.
struct CaseSteps {
  /// How many duties are named; `kiso case` shows all.
  private static let most = 3

  let library: FormLibrary
  let day: Day

  /// The most urgent duties of the case of a record, by the papers that are at hand; nothing where it has no case.
  func blocks(after record: Record, among papers: any CaseSource) throws(PaperworkFailure) -> [Block] {
    guard let form = library.form(of: record), let number = library.caseNumber(of: record, form: form) else {
      return []
    }
    let reader = CaseReader(papers, library: library, day: day)
    let share = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try reader.share(of: number) }
    guard let duties = share?.entry?.duties else { return [] }
    var blocks: [Block] = [.blank, .title("Im Fall \(number)")]
    blocks += duties.prefix(Self.most).map { duty in
      .text(
        [Span(DutyWords.when(duty, on: day), DutyWords.style(duty)), Span(" · " + duty.text)], indent: 2, hanging: 2)
    }
    let more = duties.count - Self.most
    if papers.isIncomplete {
      blocks.append(.text("Die Ablage ist verschlossen; dort kann mehr stehen.", .warning, indent: 2))
    }
    if more > 0 { blocks.append(.text("und \(more) weitere: kiso case \(number)", .faint, indent: 2)) }
    return blocks
  }
}
