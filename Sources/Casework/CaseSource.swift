public import FormModel

/// A source of papers that knows which cases it holds, such as an archive, a folder or files named on a command line.
public protocol CaseSource: Papers {
  /// The numbers of all cases it holds papers of, in ascending order, each once.
  var caseNumbers: [String] { get }
  /// What it knows of a case besides its papers; nothing by default.
  func facts(ofCase number: String) -> EvaluatedCase.Facts
  /// What keeps data of a case from going; nothing by default.
  func holds(ofCase number: String) -> [CaseView.Hold]
}

extension CaseSource {
  /// Files know nothing beyond themselves.
  public func facts(ofCase number: String) -> EvaluatedCase.Facts { EvaluatedCase.Facts() }
  /// Files are held by nobody.
  public func holds(ofCase number: String) -> [CaseView.Hold] { [] }
}

/// Several sources as one: files named, folders and the archive, in any mix.
///
/// A paper that lies in two of them counts once: that of the source named first.
public struct JoinedPapers: CaseSource {
  private let sources: [any CaseSource]

  /// Puts sources together, the one that counts first in front.
  public init(_ sources: [any CaseSource]) {
    self.sources = sources
  }

  /// Those of all sources.
  public var caseNumbers: [String] { Set(sources.flatMap(\.caseNumbers)).sorted() }

  /// What the source with the last end says.
  public func facts(ofCase number: String) -> EvaluatedCase.Facts {
    let all = sources.map { $0.facts(ofCase: number) }
    let last = all.filter { $0.ended != nil }.max { ($0.ended ?? .first) < ($1.ended ?? .first) }
    return last ?? EvaluatedCase.Facts()
  }

  /// Those of all sources.
  public func holds(ofCase number: String) -> [CaseView.Hold] { sources.flatMap { $0.holds(ofCase: number) } }

  /// Those of all sources, each paper once.
  public func keys(inCase number: String) -> [PaperKey] { joined { $0.keys(inCase: number) } }

  /// Those of all sources, each paper once.
  public func keys(ofForm form: String) -> [PaperKey] { joined { $0.keys(ofForm: form) } }

  /// Those of all sources, each paper once.
  public func keys(ofForm form: String, holding value: String, at path: String) -> [PaperKey] {
    joined { $0.keys(ofForm: form, holding: value, at: path) }
  }

  /// Whether any source has one.
  public func hasPapers(ofForm form: String) -> Bool { sources.contains { $0.hasPapers(ofForm: form) } }

  /// The record, from the source that the key names.
  public func record(_ key: PaperKey) -> Record? {
    guard sources.indices.contains(key.source) else { return nil }
    return sources[key.source].record(PaperKey(number: key.number))
  }

  private func joined(_ keys: (any CaseSource) -> [PaperKey]) -> [PaperKey] {
    var result: [PaperKey] = []
    var seen: Set<Record> = []
    for (index, source) in sources.enumerated() {
      for key in keys(source) {
        // Within one source everything counts; what another source has as well is the same paper.
        if index > 0, let record = source.record(key), !seen.insert(record.withoutID).inserted { continue }
        if sources.count > 1, index == 0, let record = source.record(key) { seen.insert(record.withoutID) }
        result.append(PaperKey(source: index, number: key.number))
      }
    }
    return result
  }
}

extension Record {
  /// What makes two records the same paper where one has an id and the other not.
  fileprivate var withoutID: Record {
    var record = self
    record.id = nil
    return record
  }
}
