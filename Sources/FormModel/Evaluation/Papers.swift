/// Names one paper of a source for as long as the program runs.
public struct PaperKey: Hashable, Sendable, Comparable {
  /// Which of several sources that were put together, from 0.
  public var source: Int
  /// The place in that source, from 0.
  public var number: Int

  /// Names a paper by its place.
  public init(source: Int = 0, number: Int) {
    self.source = source
    self.number = number
  }

  /// By source, then by place.
  public static func < (left: PaperKey, right: PaperKey) -> Bool {
    (left.source, left.number) < (right.source, right.number)
  }
}

/// Where the papers come from that rules look at besides the one they are about: files, a folder, an archive.
///
/// A source answers by keys and reads a record only when it is asked for, so that a run over thousands of papers reads
/// those of one case at a time. The same question gives the same keys, in ascending order, throughout a run. The paper
/// that is being judged may be among the answers; `OtherPapers` leaves it out. Several threads may ask at once.
public protocol Papers: Sendable {
  /// The papers of a case, by the number under which their forms file them.
  func keys(inCase number: String) -> [PaperKey]
  /// All papers of a form, for what may be about any of them, such as what was taken back.
  func keys(ofForm form: String) -> [PaperKey]
  /// The papers of a form that were put together for this run, for what counts them; of an archive none.
  func keys(atHandOfForm form: String) -> [PaperKey]
  /// The papers of a form that may hold a value at a path of names such as `spe_id` or `kind/nachname`.
  ///
  /// One too many does no harm: the expression that asks compares the value itself. None may be missing.
  func keys(ofForm form: String, holding value: String, at path: String) -> [PaperKey]
  /// The papers of a form by which something may be taken back from the release with a number.
  ///
  /// Those that give the number, and all of which it is not certain that they are about another release alone. One too
  /// many does no harm; none may be missing.
  func keys(ofForm form: String, takingBackFrom number: String) -> [PaperKey]
  /// Whether any paper of a form was put together for the run.
  func hasPapers(ofForm form: String) -> Bool
  /// The record of a paper; nil when it cannot be read any more.
  func record(_ key: PaperKey) -> Record?
  /// Whether it was asked and could not tell of all it holds, such as an archive that is locked.
  var isIncomplete: Bool { get }
}

extension Papers {
  /// What is named or lies in a folder was put together for the run.
  public func keys(atHandOfForm form: String) -> [PaperKey] { keys(ofForm: form) }
  /// Who does not know better must look at all of them.
  public func keys(ofForm form: String, takingBackFrom number: String) -> [PaperKey] { keys(ofForm: form) }
  /// Whether any paper of a form was put together for the run.
  public func hasPapers(ofForm form: String) -> Bool { !keys(atHandOfForm: form).isEmpty }
  /// What is in memory is whole.
  public var isIncomplete: Bool { false }
}
