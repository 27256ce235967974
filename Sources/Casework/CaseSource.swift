public import FormModel

/// A source of papers that knows which cases it holds, such as an archive, a folder or files named on a command line.
public protocol CaseSource: Papers {
  /// The numbers of all cases it holds papers of, in ascending order, each once.
  var caseNumbers: [String] { get }
  /// What it knows of a case besides its papers; nothing by default.
  func facts(ofCase number: String) -> EvaluatedCase.Facts
  /// What keeps data of a case from going; nothing by default.
  func holds(ofCase number: String) -> [CaseView.Hold]
  /// What it holds of a case that has no record, such as scans; nothing by default.
  func filed(ofCase number: String) -> [CaseView.Paper]
}

extension CaseSource {
  /// Files know nothing beyond themselves.
  public func facts(ofCase number: String) -> EvaluatedCase.Facts { EvaluatedCase.Facts() }
  /// Files are held by nobody.
  public func holds(ofCase number: String) -> [CaseView.Hold] { [] }
  /// What has no record is no paper of a run.
  public func filed(ofCase number: String) -> [CaseView.Paper] { [] }
}
