import FormModel
import Paperwork

/// One sheet of a paper, as it is shown and as it was made.
struct MadeSheet {
  /// The paper as this sheet shows it.
  let shown: EvaluatedRecord
  /// The finished document.
  let final: [UInt8]
  /// The document to be completed on a screen.
  let fillable: [UInt8]

  /// Both files.
  var bytes: [UInt8] { final + fillable }
}

extension ProvenTown {
  /// Makes all sheets of a valid paper.
  func sheets(of paper: GeneratedPaper) throws -> [MadeSheet] {
    let first = try evaluate(paper.record, among: paper.companions)
    var shown: [EvaluatedRecord] = []
    for number in 0..<first.sheets {
      shown.append(first.sheets == 1 ? first : try evaluate(paper.record, among: paper.companions, sheet: number))
    }
    let finals = try maker.documents(of: first, named: "probe", library, as: .odt) { shown[$0] }
    let others = OtherPapers([paper.record] + paper.companions, library: library, day: day)
    let (open, _) = try maker.fillable(paper.record, named: "probe", library, among: others, as: .odt)
    return zip(shown, zip(finals, open)).map { MadeSheet(shown: $0, final: $1.0.bytes, fillable: $1.1.bytes) }
  }
}
