public import Files
public import FormModel

extension PaperBatch {
  /// The records of sources, in their order, such as are to be counted.
  ///
  /// - Parameters:
  ///   - names: what the sources are called.
  ///   - library: all declarations, read already.
  ///   - load: gives the bytes of a source, on the calling thread.
  ///   - failed: gets what could not be read, in order; it does not keep the others from being read.
  public func records(
    _ names: [String], _ library: FormLibrary, load: (String) throws(FileFailure) -> [UInt8],
    progress: Progress = { _, _ in }, failed: (_ name: String, PaperworkFailure) throws -> Void
  ) throws -> [Record] {
    let reader = reader(library)
    var records: [Record] = []
    try eachContent(of: names, load: load) { (bytes, _) throws(PaperworkFailure) in
      try reader.read(bytes).paper.record
    } deliver: { (index, result: Result<Record, PaperworkFailure>) throws in
      do {
        records.append(try result.get())
      } catch let failure as PaperworkFailure {
        try failed(names[index], failure)
      }
      progress(index + 1, names.count)
    }
    return records
  }

  /// Reads papers in their order and keeps of each what a statistics looks at, a few hundred at a time.
  ///
  /// - Parameters:
  ///   - names: what the sources are called.
  ///   - plan: what is kept, with all declarations.
  ///   - load: gives the bytes of a source, on the calling thread.
  ///   - failed: gets what could not be read, in order; it does not keep the others from being read.
  public func counted(
    _ names: [String], _ plan: CountingPlan, load: (String) throws(FileFailure) -> [UInt8],
    progress: Progress = { _, _ in }, failed: (_ name: String, PaperworkFailure) throws -> Void
  ) throws -> [CountedPaper] {
    let reader = reader(plan.library)
    var papers: [CountedPaper] = []
    for start in stride(from: 0, to: names.count, by: Self.countedAtOnce) {
      let some = Array(names[start..<min(start + Self.countedAtOnce, names.count)])
      try eachContent(of: some, load: load) { (bytes, _) throws(PaperworkFailure) in
        let record = try reader.read(bytes).paper.record
        return try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try plan.reduce(record) }
      } deliver: { (index, result: Result<CountedPaper, PaperworkFailure>) throws in
        do {
          papers.append(try result.get())
        } catch let failure as PaperworkFailure {
          try failed(some[index], failure)
        }
        progress(start + index + 1, names.count)
      }
    }
    return papers
  }

  private static let countedAtOnce = 256

  /// Reads documents back, in their order; `told` gets what each one gave.
  ///
  /// - Parameters:
  ///   - names: what the sources are called.
  ///   - labels: whether documents that are not ours are read by their labels.
  ///   - isText: whether the sources are plain text, such as what a program recognised on a scan.
  ///   - load: gives the bytes of a source, on the calling thread.
  public func readBack(
    _ names: [String], labels: LabelSource, isText: Bool, load: (String) throws(FileFailure) -> [UInt8],
    progress: Progress = { _, _ in },
    told: (_ name: String, Result<(paper: ReadPaper, library: FormLibrary), PaperworkFailure>) throws -> Void
  ) throws {
    var reader = reader(nil)
    reader.labels = labels
    let shared = reader
    try eachContent(of: names, load: load) { (bytes, _) throws(PaperworkFailure) in
      isText ? try shared.read(text: bytes) : try shared.read(bytes)
    } deliver: { (index, result: Result<(paper: ReadPaper, library: FormLibrary), PaperworkFailure>) throws in
      try told(names[index], result)
      progress(index + 1, names.count)
    }
  }
}
