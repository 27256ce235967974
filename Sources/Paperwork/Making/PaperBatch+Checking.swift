public import Files
internal import FormModel

extension PaperBatch {
  /// Checks sources, each among the others; what cannot be read is reported and does not stop the others.
  ///
  /// - Parameters:
  ///   - names: what the sources are called.
  ///   - load: gives the bytes of a source, on the calling thread.
  ///   - failed: gets what could not be read, in order and before any result.
  ///   - told: gets what was found in each of the others, in order.
  public func check(
    _ names: [String], load: (String) throws(FileFailure) -> [UInt8], progress: Progress = { _, _ in },
    failed: (_ name: String, PaperworkFailure) throws -> Void, told: (PaperChecker.Result) throws -> Void
  ) throws {
    let sources = read(names, as: .record, load: load)
    for (name, source) in zip(names, sources) {
      if case .failed(let failure) = source { try failed(name, failure) }
    }
    let papers = sources.compactMap(\.paper)
    let checker = checker
    try workers.run(
      papers.count, beginning: try neighbours(of: papers),
      { (neighbours, index) -> Result<[Finding], PaperworkFailure> in
        Result { () throws(PaperworkFailure) in
          try checker.evaluate(papers[index], among: neighbours.of(papers[index].paper.record.form)).findings
        }
      },
      deliver: { (index, result: Result<[Finding], PaperworkFailure>) throws in
        let paper = papers[index]
        try told(
          PaperChecker.Result(
            name: paper.name, form: paper.paper.record.form, findings: paper.paper.findings + (try result.get())))
        progress(index + 1, papers.count)
      })
  }
}
